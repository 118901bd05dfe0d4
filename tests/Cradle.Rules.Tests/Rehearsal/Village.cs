using System.Globalization;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Rehearsal;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Rehearsal;

/// <summary>A handful of families of which every figure can be worked out by hand, and the ways to rehearse a reform on them.</summary>
internal static class Village
{
    public static string Example(string name) => File.ReadAllText(Repository.PathOf("docs", "examples", "reforms", name + ".yaml"));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static FamilyRecord Family(string id, string json, long weight = 1, string asOf = "2026-12-31")
    {
        var reading = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions).Read(json, Day(asOf));
        Assert.Empty(reading.Errors);
        return new FamilyRecord(id, reading.Facts!, weight);
    }

    public static FamilyList Of(params FamilyRecord[] families) => new(new PopulationHeader(), families);

    public static ReformedPack Reformed(string text)
    {
        var reformed = ReformReader.Read(RealPack.Pack, text, "reform.yaml");
        Assert.False(reformed.Pack.Diagnostics.HasErrors, string.Join("\n", reformed.Pack.Diagnostics));
        return reformed;
    }

    public static RehearsalReport Rehearse(string reform, PopulationSource population, RehearsalOptions? options = null)
    {
        var run = new RehearsalRun(RealPack.Policy, Reformed(reform), population, options ?? new RehearsalOptions { AsOf = Day("2027-01-01"), ProjectBirths = false });
        var totals = new RehearsalTotals();
        run.Observe(totals, cancellation: TestContext.Current.CancellationToken);
        return new ReportBuilder(run, totals).Build();
    }

    public static QuantityReport QuantityOf(RehearsalReport report, string id, int year = 1) =>
        report.Years[year - 1].Quantities.Single(item => item.Quantity.Header.Id == id);

    public static FamilyReport Money(RehearsalReport report, int year = 1) => report.Years[year - 1].Families.Single(item => item.Quantity is null);

    public static CompiledPolicy Policy => RealPack.Policy;
}
