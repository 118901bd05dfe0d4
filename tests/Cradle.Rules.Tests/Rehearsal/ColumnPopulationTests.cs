using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Rehearsal;

public sealed class ColumnPopulationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cradle-columns-").FullName;

    private string FilePath => Path.Combine(_folder, "families.cpop");

    [Fact]
    public void What_is_written_is_read_back_the_same_unknowns_included()
    {
        FamilyRecord[] families =
        [
            Village.Family("a", """{"residence": "220104", "mother": {"averageWage": "6000.00", "parentsInHospital": [{"birthDate": "1950-01-01"}]}, "children": [{"birthDate": "2025-08-15", "registered": true}, {"birthDate": "2020-02-02"}]}""", weight: 7),
            Village.Family("b", "{}"),
            Village.Family("SYNTHETIC-3", """{"residence": "62", "children": []}"""),
            Village.Family("d", """{"children": [{"dueDate": "2027-03-01"}]}"""),
        ];
        Write(families);

        var read = Open().Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList();

        Assert.Equal(families.Select(family => (family.Id, family.Weight)), read.Select(family => (family.Id, family.Weight)));
        Assert.Equal(families.Select(Facts), read.Select(Facts));
        Assert.True(Open().Header.IsSynthetic);
        Assert.Equal(new SampleScale(7, 3), Open().Header.Scale);
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        Write([Village.Family("a", """{"residence": "22", "children": [{"birthDate": "2025-08-15"}]}""")]);
        var whole = File.ReadAllBytes(FilePath);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            Assert.ThrowsAny<IOException>(() => Open().Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList());
        }
    }

    [Fact]
    public void A_byte_that_was_changed_is_found_by_the_checksum()
    {
        Write([Village.Family("a", """{"residence": "22", "children": [{"birthDate": "2025-08-15"}]}""")]);
        var bytes = File.ReadAllBytes(FilePath);
        bytes[^25] ^= 1;
        File.WriteAllBytes(FilePath, bytes);

        Assert.Contains("checksum", Assert.Throws<PopulationFileException>(() => Open().Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_in_which_a_byte_was_changed_is_refused_because_the_scale_is_in_it()
    {
        Write([Village.Family("a", """{"residence": "22", "children": []}""")]);
        var whole = File.ReadAllBytes(FilePath);
        for (var place = 8; place < 8 + 4 + BitConverter.ToInt32(whole, 8); place++)
        {
            var bytes = whole.ToArray();
            bytes[place] ^= 1;
            File.WriteAllBytes(FilePath, bytes);
            Assert.Throws<PopulationFileException>(Open);
        }
    }

    [Fact]
    public void What_follows_the_last_block_is_not_left_unread()
    {
        Write([Village.Family("a", "{}")]);
        var whole = File.ReadAllBytes(FilePath);
        File.WriteAllBytes(FilePath, [.. whole, .. whole]);

        Assert.Contains("something follows", Assert.Throws<PopulationFileException>(() => Open().Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_vocabulary_is_refused()
    {
        Write([Village.Family("a", "{}")]);

        Assert.Contains("another vocabulary", Assert.Throws<PopulationFileException>(() => Open().Read(SmallPack.WithoutQuantities.Vocabulary, TestContext.Current.CancellationToken).ToList()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ColumnPopulation Open() => new(FilePath, Village.Day("2026-12-31"));

    private void Write(IEnumerable<FamilyRecord> families)
    {
        using var writer = new ColumnPopulationWriter(FilePath, RealPack.Vocabulary, new PopulationHeader { IsSynthetic = true, Scale = new SampleScale(7, 3) });
        foreach (var family in families)
            writer.Write(family);
        writer.Complete();
    }

    private static string Facts(FamilyRecord record)
    {
        var facts = record.Facts;
        string One(EntityFacts entity, EntityKind kind) => string.Join(' ', RealPack.Vocabulary.FactsOf(kind).Select(fact => entity.TryGet(fact.Slot, out var value) ? $"{fact.Path}={value}" : ""));
        string All(List<EntityFacts>? items, EntityKind kind) => items is null ? "unknown" : string.Join(';', items.Select(item => One(item, kind)));
        return string.Join('\n', One(facts.Family, EntityKind.Family), One(facts.Mother, EntityKind.Parent), One(facts.Father, EntityKind.Parent),
            All(facts.Children, EntityKind.Child), All(facts.MotherElders, EntityKind.Elder), All(facts.FatherElders, EntityKind.Elder));
    }
}
