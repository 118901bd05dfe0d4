using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Tests.Packs;
using Cradle.Rules.Tests.Properties;

namespace Cradle.Rules.Tests.Kernels;

public class PopulationTests
{
    [Fact]
    public void A_family_comes_out_as_it_went_in_whatever_is_unknown_of_it()
    {
        var families = Enumerable.Range(0, 120).Select(seed => new FamilyGenerator(seed)).Select(generator => generator.Partly(generator.Whole())).ToList();
        var builder = new PopulationBuilder(RealPack.Vocabulary);
        foreach (var family in families)
            builder.Add(family, 1000 + builder.Count);
        var population = builder.Build();
        Assert.Equal(1007, population.Ids![7]);
        for (var index = 0; index < families.Count; index++)
            AssertSame(families[index], population.Family(index, families[index].AsOf));
    }

    [Fact]
    public void A_fact_that_nobody_knows_has_no_column_and_one_that_all_know_has_no_bitmap()
    {
        var population = BenchmarkPack.PopulationOf([BenchmarkPack.Household(22, Flags, 1, [(new DateOnly(2025, 1, 1), "none")])]);
        Assert.All(population.Columns(PopulationTable.Family), column => Assert.Null(column.Known));
        var stranger = BenchmarkPack.PopulationOf([new FamilyFacts(BenchmarkPack.Vocabulary, BenchmarkPack.Day)]);
        Assert.Empty(stranger.Columns(PopulationTable.Family));
        Assert.Equal(1, stranger.Rows(PopulationTable.Children));   // the child that the questions are about
    }

    [Fact]
    public void A_value_outside_the_range_of_its_fact_is_refused_with_fact_and_value()
    {
        var babies = BenchmarkPack.Vocabulary.Find(EntityKind.Family, "babies_last_birth")!;
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new FactColumnBuilder(babies).Set(0, 3));
        Assert.Contains("family.babies_last_birth", error.Message, StringComparison.Ordinal);
        var data = FactColumn.Allocate(2, ColumnWidth.Byte);
        (data[0], data[1]) = (1, 9);
        Assert.Contains("row 1", Assert.Throws<ArgumentOutOfRangeException>(() => FactColumn.Of(babies, 2, data)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 5, 4)]
    [InlineData(0, 21)]
    public void Offsets_that_fall_do_not_begin_at_zero_or_leave_room_for_too_many_are_refused(params int[] offsets) =>
        Assert.Throws<ArgumentException>(() => new ItemRanges(offsets));

    [Fact]
    public void A_column_of_another_length_or_a_second_one_is_refused()
    {
        var babies = BenchmarkPack.Vocabulary.Find(EntityKind.Family, "babies_last_birth")!;
        var data = FactColumn.Allocate(2, ColumnWidth.Byte);
        (data[0], data[1]) = (1, 1);
        var column = FactColumn.Of(babies, 2, data);
        Assert.Throws<ArgumentException>(() => new Population(BenchmarkPack.Vocabulary, 3, [(PopulationTable.Family, column)], null));
        Assert.Throws<ArgumentException>(() => new Population(BenchmarkPack.Vocabulary, 2, [(PopulationTable.Family, column), (PopulationTable.Family, column)], null));
    }

    internal static readonly Dictionary<string, bool> Flags = new()
    {
        ["registered_birth"] = true, ["difficult_birth"] = false, ["has_fund_account"] = true, ["mother_employed"] = true, ["father_employed"] = true,
    };

    private static void AssertSame(FamilyFacts expected, FamilyFacts found)
    {
        AssertSame(EntityKind.Family, expected.Family, found.Family);
        AssertSame(EntityKind.Parent, expected.Mother, found.Mother);
        AssertSame(EntityKind.Parent, expected.Father, found.Father);
        AssertSame(EntityKind.Child, expected.Children, found.Children);
        AssertSame(EntityKind.Elder, expected.MotherElders, found.MotherElders);
        AssertSame(EntityKind.Elder, expected.FatherElders, found.FatherElders);
    }

    private static void AssertSame(EntityKind kind, List<EntityFacts>? expected, List<EntityFacts>? found)
    {
        Assert.Equal(expected?.Count, found?.Count);
        foreach (var (left, right) in (expected ?? []).Zip(found ?? []))
            AssertSame(kind, left, right);
    }

    private static void AssertSame(EntityKind kind, EntityFacts expected, EntityFacts found)
    {
        foreach (var fact in RealPack.Vocabulary.FactsOf(kind))
            Assert.Equal(expected.TryGet(fact.Slot, out var left) ? left : null, found.TryGet(fact.Slot, out var right) ? right : (long?)null);
    }
}
