using System.Text;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Rehearsal;

public sealed class CsvPopulationTests : IDisposable
{
    private const string Families = "familyId,residence,mother.employment,mother.averageWage\n1,220104,employed,6000.00\n2,2201,none,\n3,62,flexible,\n";
    private const string Children = "familyId,birthDate,registered\n1,2025-08-15,true\n1,2021-05-09,true\n3,2024-01-02,false\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cradle-population-").FullName;
    private readonly List<BadRow> _bad = [];

    [Fact]
    public void Families_and_children_are_joined_by_id_and_counted()
    {
        var records = Read(Families, Children);

        Assert.Empty(_bad);
        Assert.Equal(["1", "2", "3"], records.Select(record => record.Id));
        Assert.Equal([2, 0, 1], records.Select(record => record.Facts.Children!.Count));
        Assert.Equal(600_000, Value(records[0].Facts.Mother, EntityKind.Parent, "average_wage"));
        Assert.Equal(2, Value(records[0].Facts.Family, EntityKind.Family, "child_count"));   // completed as for a family that asks for itself
        Assert.Null(Value(records[1].Facts.Mother, EntityKind.Parent, "average_wage"));
    }

    [Fact]
    public void A_wide_table_holds_children_in_numbered_columns()
    {
        var records = Read("familyId,weight,residence,children[0].birthDate,children[1].dueDate\na,3,22,2025-08-15,\nb,1,22,2025-01-01,2027-03-01\nc,1,22,,\n", null);

        Assert.Empty(_bad);
        Assert.Equal([1, 2, 0], records.Select(record => record.Facts.Children!.Count));
        Assert.Equal(3, records[0].Weight);
        Assert.Equal(1, Value(records[1].Facts.Children![1], EntityKind.Child, "expected"));
    }

    [Theory]
    [InlineData("familyId,residence\n1,22\n2,22\n", "familyId,birthDate,adopted\n1,2025-08-15,true\n1,2021-05-09,\n2,2024-01-02,false\n")]
    [InlineData("familyId,residence,children[0].birthDate,children[0].adopted,children[1].birthDate\n1,22,2025-08-15,true,2021-05-09\n2,22,2024-01-02,,\n", null)]
    public void A_child_is_adopted_only_where_the_table_says_so(string families, string? children)
    {
        var records = Read(families, children);

        Assert.Empty(_bad);
        Assert.Equal([1, 0, 0], records.SelectMany(record => record.Facts.Children!).Select(child => Value(child, EntityKind.Child, "adopted")));
    }

    [Theory]
    [InlineData("utf-8-bom")]
    [InlineData("utf-8")]
    [InlineData("gbk")]
    public void Chinese_headers_and_words_are_read_in_any_of_the_encodings(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var mapping = Path.Combine(_folder, "mapping.yaml");
        File.WriteAllText(mapping, "columns: {家庭编号: familyId, 母亲就业: mother.employment, 备注: ignore}\nvalues:\n  mother.employment: {打工: employed}\n");
        File.WriteAllText(Path.Combine(_folder, "families.csv"), "家庭编号,母亲就业,备注\n1,在单位上班,好\n2,打工,\n", encoding switch { "gbk" => Encoding.GetEncoding(936), "utf-8" => new UTF8Encoding(false), _ => Encoding.UTF8 });

        var records = Open(ColumnMapping.Load(mapping)).Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList();

        Assert.Empty(_bad);
        Assert.All(records, record => Assert.Equal(0, Value(record.Facts.Mother, EntityKind.Parent, "employment")));   // employed is the first member
    }

    [Theory]
    [InlineData("familyId,mother.emploiment\n1,employed\n", "nearest is employment")]                         // misspelt
    [InlineData("familyId,residence,family.residence\n1,22,22\n", "both are")]                                // twice, under another name
    [InlineData("residence\n22\n", "no column is called familyId")]
    [InlineData("", "the file is empty")]
    [InlineData("familyId,mother.idNumber\n1,110101199003071233\n", "identity numbers")]
    public void A_wrong_header_is_refused_with_the_place_and_the_remedy(string table, string reason)
    {
        var refused = Assert.ThrowsAny<IOException>(() => Read(table, null));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,22010,employed,\n", 2, "division")]
    [InlineData("1,22,employd,\n", 3, "choice")]
    [InlineData("1,22,employed,6000元\n", 4, "unit")]
    [InlineData("1,22,employed,-5\n", 4, "range")]
    [InlineData("1,22,employed,99999999999\n", 4, "range")]
    [InlineData("1,22\n", 0, "columns")]
    [InlineData(",22,employed,\n", 1, "no family id")]
    public void A_wrong_cell_names_line_and_column_and_its_family_is_left_out(string row, int column, string reason)
    {
        var records = Read("familyId,residence,mother.employment,mother.averageWage\n9,22,none,\n" + row + "10,22,none,\n", null);

        Assert.Equal(["9", "10"], records.Select(record => record.Id));
        var bad = Assert.Single(_bad);
        Assert.Equal((3, column), (bad.Line, bad.Column));
        Assert.NotEmpty(bad.Remedy.Zh);
        Assert.Contains(reason switch { "choice" => "no such choice", "division" => "division", "unit" => "unit of this column is yuan", "range" => "lies outside", _ => reason }, bad.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_family_id_is_reported_and_the_first_stands()
    {
        var records = Read("familyId,residence\n1,22\n2,22\n1,62\n", null);

        Assert.Equal(["1", "2"], records.Select(record => record.Id));
        Assert.Equal(22, Value(records[0].Facts.Family, EntityKind.Family, "residence"));
        Assert.Equal(4, Assert.Single(_bad).Line);
    }

    [Fact]
    public void A_child_without_a_family_is_reported_and_a_wrong_child_takes_its_family_out()
    {
        var records = Read(Families, Children + "4,2025-01-01,true\n2,2025-13-01,true\n");

        Assert.Equal(["1", "3"], records.Select(record => record.Id));   // the child of 2 is wrong, so 2 would give a wrong total
        Assert.Equal([(6L, "date"), (5L, "family")], _bad.OrderByDescending(row => row.Line).Select(row => (row.Line, row.Reason.En.Contains("family", StringComparison.Ordinal) ? "family" : "date")));
    }

    [Fact]
    public void A_child_that_comes_long_after_its_family_stops_the_reading_whatever_is_wanted()
    {
        var families = new StringBuilder("familyId,residence\n");
        var children = new StringBuilder("familyId,birthDate\n");
        for (var id = 1; id <= 10_000; id++)
        {
            families.Append(id).Append(",22\n");
            children.Append(id == 1 ? 10_000 : id).Append(",2025-01-01\n");
        }

        children.Append("1,2025-01-01\n");

        var refused = Assert.Throws<PopulationFileException>(() => Read(families.ToString(), children.ToString()));
        Assert.Contains("Sort children.csv", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_says_more_families_than_it_holds_is_truncated()
    {
        var refused = Assert.Throws<PopulationFileException>(() => Read("# families: 4\n" + Families, Children));

        Assert.Contains("says 4 families and holds 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_cannot_be_is_refused_as_for_one_family()
    {
        Read("familyId,mother.birthDate,children[0].birthDate\n1,2030-01-01,2025-01-01\n", null);

        Assert.All(_bad, row => Assert.Equal(2, row.Line));
        Assert.Contains(_bad, row => row.Reason.En.Contains("mother.birthDate", StringComparison.Ordinal));
    }

    [Fact]
    public void With_stop_the_first_bad_row_ends_the_reading_and_says_why()
    {
        File.WriteAllText(Path.Combine(_folder, "families.csv"), "familyId,residence\n1,22\n2,zz\n3,zz\n");

        var stopped = Assert.Throws<BadRowsException>(() => Open(policy: OnBadRows.Stop).Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList());

        Assert.Equal(3, stopped.Row.Line);
        Assert.Single(_bad);
    }

    [Fact]
    public void Two_hundred_thousand_bad_rows_among_good_ones_leave_the_good_ones_and_their_memory_small()
    {
        using (var writer = new StreamWriter(Path.Combine(_folder, "families.csv")))
        {
            writer.Write("familyId,residence\n");
            for (var id = 1; id <= 250_000; id++)
                writer.Write(id % 5 == 0 ? $"{id},22\n" : $"{id},zz\n");
        }

        long bad = 0;
        var log = new BadRowLog(OnBadRows.Skip, _ => bad++);
        var population = new CsvPopulation(CsvFiles.At(_folder), Village.Day("2026-12-31"), RealPack.Divisions, log);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long good = 0, grown = 0;
        foreach (var record in population.Read(RealPack.Vocabulary, TestContext.Current.CancellationToken))
            if (++good % 25_000 == 0)
                grown = Math.Max(grown, GC.GetTotalMemory(forceFullCollection: true) - before);

        Assert.Equal((50_000, 200_000, 200_000), (good, bad, log.Families));
        Assert.InRange(grown, long.MinValue, 48_000_000);   // the rows themselves would be beyond it; other tests run beside this one
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var source = Read(Families, Children);
        var copy = Path.Combine(_folder, "copy");
        using (var writer = new CsvPopulationWriter(copy, RealPack.Vocabulary, new PopulationHeader { AsOf = Village.Day("2026-12-31"), IsSynthetic = true, Scale = new SampleScale(7, 2) }))
        {
            foreach (var record in source)
                writer.Write(record);
            writer.Complete();
        }

        var again = new CsvPopulation(CsvFiles.At(copy), Village.Day("2020-01-01"), RealPack.Divisions, new BadRowLog(OnBadRows.Stop));
        Assert.True(again.Header.IsSynthetic);
        Assert.Equal(new SampleScale(7, 2), again.Header.Scale);
        var records = again.Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList();
        Assert.Equal(source.Count, records.Count);
        foreach (var (one, other) in source.Zip(records))
            foreach (var (kind, a, b) in new[] { (EntityKind.Family, one.Facts.Family, other.Facts.Family), (EntityKind.Parent, one.Facts.Mother, other.Facts.Mother) }
                .Concat(one.Facts.Children!.Zip(other.Facts.Children!, (a, b) => (EntityKind.Child, a, b))))
                foreach (var fact in RealPack.Vocabulary.FactsOf(kind))
                    Assert.Equal(Value(a, kind, fact.Path), Value(b, kind, fact.Path));
    }

    [Fact]
    public void Tables_that_were_never_completed_are_refused_as_truncated()
    {
        var copy = Path.Combine(_folder, "cut");
        using (var writer = new CsvPopulationWriter(copy, RealPack.Vocabulary, new PopulationHeader()))
            writer.Write(Village.Family("1", "{}"));

        Assert.Throws<PopulationFileException>(() => new CsvPopulation(CsvFiles.At(copy), Village.Day("2026-12-31"), null, new BadRowLog(OnBadRows.Skip)).Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList());
    }

    [Theory]
    [InlineData("1,2025-08-15,\"true\n1,2021-05-09,true\n2,2025-02-02,true\n3,2024-01-02,false\n")]              // to the end of the file
    [InlineData("1,2025-08-15,\"true\n1,2021-05-09,true\n2,2025-02-02,true\n3,2024-01-02,\"false\n")]            // to the next one, and the row is as wide as it should be
    [InlineData("1,2025-08-15,\"true\n2,2025-02-02,true\n\"\n3,2024-01-02,false\n")]
    public void A_quotation_that_goes_on_over_lines_stops_the_reading_because_the_children_on_them_would_be_lost(string children)
    {
        var refused = Assert.Throws<PopulationFileException>(() => Read(Families, "familyId,birthDate,registered\n" + children));

        Assert.Contains("children.csv(2): this row goes on over", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# children: 4\n" + Children, "says 4 children and holds 3: it is truncated")]
    [InlineData("# children: 2\n" + Children, "Correct `# children:`")]
    [InlineData("# children: 3\nfamilyId,birthDate,registered,householdRegistration\n1,2025-08-15,true,22\n1,2021-05-09,true,22\n3,2024-01-02,false,22", "the last line has no end")]   // of 220104
    public void A_table_of_children_that_is_not_what_it_says_is_refused(string children, string reason)
    {
        var refused = Assert.Throws<PopulationFileException>(() => Read(Families, children));

        Assert.Contains("children.csv", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Children_that_are_not_known_are_not_taken_for_none()
    {
        FamilyRecord[] families =
        [
            Village.Family("a,1", """{"residence": "22", "mother": {"parentsInHospital": []}}"""),
            Village.Family("b\"2", """{"residence": "22", "children": [], "father": {"parentsInHospital": [{"nursingGrade": "first"}]}}"""),
        ];
        var copy = Path.Combine(_folder, "copy");
        using (var writer = new CsvPopulationWriter(copy, RealPack.Vocabulary, new PopulationHeader()))
        {
            foreach (var family in families)
                writer.Write(family);
            writer.Complete();
        }

        var read = new CsvPopulation(CsvFiles.At(copy), Village.Day("2026-12-31"), RealPack.Divisions, new BadRowLog(OnBadRows.Stop)).Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).ToList();

        Assert.Equal(families.Select(family => family.Id), read.Select(family => family.Id));
        Assert.Equal([null, 0], read.Select(family => family.Facts.Children?.Count));
        Assert.Equal([0, null], read.Select(family => family.Facts.MotherElders?.Count));
        Assert.Equal([null, 1], read.Select(family => family.Facts.FatherElders?.Count));
    }

    [Theory]
    [InlineData("false", "there are rows of it")]
    [InlineData("perhaps", "must be true or false")]
    public void Children_that_are_given_and_said_not_to_be_known_are_a_bad_row(string isKnown, string reason)
    {
        var records = Read($"familyId,childrenKnown\n1,{isKnown}\n2,\n", "familyId,birthDate\n1,2025-08-15\n");

        Assert.Equal("2", Assert.Single(records).Id);
        Assert.Contains(reason, Assert.Single(_bad).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void More_elders_than_a_parent_may_have_are_a_bad_row()
    {
        File.WriteAllText(Path.Combine(_folder, "elders.csv"), "familyId,parent,nursingGrade\n" + string.Concat(Enumerable.Repeat("1,mother,first\n", 5)));

        Assert.Empty(Read("familyId,residence\n1,22\n", null));
        Assert.Contains("5 elders", Assert.Single(_bad).Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,22,employed,99999999999999999999\n")]
    [InlineData("1,22,employed,5000.555\n")]
    public void A_figure_with_too_many_digits_is_not_said_to_carry_a_unit(string row)
    {
        Read("familyId,residence,mother.employment,mother.averageWage\n" + row, null);

        Assert.DoesNotContain("follows the figure", Assert.Single(_bad).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_with_a_null_character_is_no_value()
    {
        Assert.Empty(Read("familyId,children[0].birthDate,children[0].birthOrder\n1,2025-08-15,1\0\n", null));
        Assert.Contains("cannot be read", Assert.Single(_bad).Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("familyId;residence\n1;22\n", "not separated by commas")]
    [InlineData("\u001f\u008b\b\t\0;\0\n", "no table of text")]
    public void What_is_no_table_of_commas_is_said_to_be_none(string table, string reason) =>
        Assert.Contains(reason, Assert.Throws<PopulationFileException>(() => Read(table, null)).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private List<FamilyRecord> Read(string families, string? children)
    {
        File.WriteAllText(Path.Combine(_folder, "families.csv"), families);
        if (children is not null)
            File.WriteAllText(Path.Combine(_folder, "children.csv"), children);
        return [.. Open().Read(RealPack.Vocabulary, TestContext.Current.CancellationToken)];
    }

    private CsvPopulation Open(ColumnMapping? mapping = null, OnBadRows policy = OnBadRows.Skip) =>
        new(CsvFiles.At(_folder, mapping), Village.Day("2026-12-31"), RealPack.Divisions, new BadRowLog(policy, _bad.Add));

    private static long? Value(Cradle.Rules.Facts.EntityFacts facts, EntityKind kind, string path) => facts.TryGet(RealPack.Vocabulary.Find(kind, path)!.Slot, out var value) ? value : null;
}
