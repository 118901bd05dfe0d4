using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Populations.Synthetic;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Rehearsal;

public class SyntheticPopulationTests
{
    private static readonly BirthSeries Series = BirthSeries.Load(Repository.PathOf("data", "facts"), RealPack.Divisions);
    private static readonly SyntheticAssumptions Assumptions = SyntheticAssumptions.Load(Repository.PathOf("data", "synthetic", "assumptions.yaml"));
    private static readonly Lazy<List<FamilyRecord>> JilinOnce = new(() => [.. Population(22, 20_000).Read(RealPack.Vocabulary)]);

    [Fact]
    public void Births_on_file_are_taken_as_they_are_and_others_are_derived_and_say_so()
    {
        Assert.Equal((97_000, BirthBasis.Figure), (Series.Of(22, 2024), Series.BasisOf(22, 2024)));
        // between 2019 (157,600 of 14,650,000) and 2024 (97,000 of 9,540,000) the share of the nation moves evenly: 2020 is a fifth of the way
        var share = 157_600 / 14_650_000.0 + (97_000 / 9_540_000.0 - 157_600 / 14_650_000.0) / 5;
        Assert.Equal(12_000_000 * share, Series.Of(22, 2020), 3);
        Assert.Equal(BirthBasis.Share, Series.BasisOf(22, 2020));
        Assert.Equal(BirthBasis.Census, Series.BasisOf(22, 2012));
        Assert.Equal(BirthBasis.EqualPart, Series.BasisOf(220104, 2024));
        // the cities of Jilin together are Jilin, Changchun's own figure among them
        Assert.Equal(39_600, Series.Of(2201, 2024));
        Assert.Equal(97_000, RealPack.Divisions.Children(Cradle.Primitives.DivisionCode.Parse("22")).Sum(city => Series.Of(DocumentReaderCode(city), 2024)), 3);
    }

    [Fact]
    public void Births_of_every_year_and_the_children_under_fifteen_match_the_figures()
    {
        var scale = Population(22, 20_000).Header.Scale;
        var byYear = Children().GroupBy(day => day.Year).ToDictionary(group => group.Key, group => group.Count());

        // the number of every year is planned, so it is off by less than the two roundings of a child
        foreach (var year in Enumerable.Range(2010, 16))
            Assert.InRange(byYear[year] * (double)scale.Numerator / scale.Denominator, Series.Of(22, year) - 2.0 * scale.Numerator / scale.Denominator, Series.Of(22, year) + 2.0 * scale.Numerator / scale.Denominator);
        var expected = Series.Between(22, new DateOnly(2012, 1, 1), new DateOnly(2026, 12, 31));
        var drawn = Children().Count(day => day >= new DateOnly(2012, 1, 1)) * (double)scale.Numerator / scale.Denominator;
        Assert.InRange(drawn, expected * 0.999, expected * 1.001);
    }

    [Fact]
    public void Assumed_shares_are_met_within_what_chance_allows()
    {
        var mothers = JilinOnce.Value.Select(record => record.Facts.Mother).ToList();
        var employed = mothers.Count(mother => Value(mother, EntityKind.Parent, "employment") == 0);

        // 52 in 100; four standard deviations of n draws are 4 √(n · 0.52 · 0.48)
        var n = mothers.Count;
        Assert.InRange(employed, 0.52 * n - 4 * Math.Sqrt(n * 0.52 * 0.48), 0.52 * n + 4 * Math.Sqrt(n * 0.52 * 0.48));
    }

    [Fact]
    public void About_as_many_families_come_as_were_asked_for_and_each_says_that_it_is_synthetic()
    {
        Assert.InRange(JilinOnce.Value.Count, 19_000, 21_000);
        Assert.All(JilinOnce.Value.Take(100), record => Assert.StartsWith(SyntheticPopulation.IdPrefix, record.Id, StringComparison.Ordinal));
        Assert.True(Population(22, 10).Header.IsSynthetic);
        Assert.Equal(JilinOnce.Value.Count, JilinOnce.Value.Select(record => record.Id).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_families_and_another_gives_others()
    {
        Assert.Equal(Birthdays(Population(62, 300, seed: 5)), Birthdays(Population(62, 300, seed: 5)));
        Assert.NotEqual(Birthdays(Population(62, 300, seed: 5)), Birthdays(Population(62, 300, seed: 6)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(2201)]
    [InlineData(220104)]
    public void Families_of_any_place_are_possible_families(int division)
    {
        var folder = Directory.CreateTempSubdirectory("cradle-synthetic-").FullName;
        try
        {
            var source = Population(division, 400);
            using (var writer = new CsvPopulationWriter(folder, RealPack.Vocabulary, source.Header))
            {
                foreach (var record in source.Read(RealPack.Vocabulary, TestContext.Current.CancellationToken))
                    writer.Write(record);
                writer.Complete();
            }

            // read back with every check of a family that asks for itself; the first thing wrong would stop it
            var read = new CsvPopulation(CsvFiles.At(folder), Village.Day("2026-12-31"), RealPack.Divisions, new BadRowLog(OnBadRows.Stop)).Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).Count();
            Assert.InRange(read, 300, 500);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SyntheticPopulation Population(int division, int families, ulong seed = 1) =>
        new(new SyntheticRequest(division, families, Village.Day("2026-12-31"), seed), Series, Assumptions, RealPack.Divisions);

    private static int DocumentReaderCode(Cradle.Primitives.Division division) => int.Parse(division.Code.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Children() => JilinOnce.Value.SelectMany(record => record.Facts.Children!).Select(child => DateOnly.FromDayNumber((int)Value(child, EntityKind.Child, "birth_date")!.Value));

    private static string Birthdays(SyntheticPopulation population) => string.Join(' ', population.Read(RealPack.Vocabulary).SelectMany(record => record.Facts.Children!).Select(child => Value(child, EntityKind.Child, "birth_date")));

    private static long? Value(EntityFacts facts, EntityKind kind, string path) => facts.TryGet(RealPack.Vocabulary.Find(kind, path)!.Slot, out var value) ? value : null;
}
