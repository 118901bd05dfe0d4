using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Tests;

/// <summary>Made-up populations for properties: any seed gives one, with rates in their possible ranges and nothing smooth about them.</summary>
internal static class Populations
{
    public const int First = 2025;

    public static ProjectionInputs Any(int seed, int years = 12, bool migration = true)
    {
        var stream = new NormalStream(seed, 0);
        var rates = new AgeTable(First, years);
        var survival = BySex.Of(_ => new AgeTable(First, years));
        var net = BySex.Of(_ => new AgeTable(First, years));
        var start = BySex.Of(_ => new double[Ages.Count]);
        foreach (var sex in BySex.Order)
        {
            for (var age = 0; age < Ages.Count; age++)
                start[sex][age] = 100 + 1000 * stream.NextUniform();
            for (var index = 0; index < survival[sex].Values.Length; index++)
            {
                survival[sex].Values[index] = 0.6 + 0.39 * stream.NextUniform();
                net[sex].Values[index] = migration ? 20 * (stream.NextUniform() - 0.5) : 0;
            }
        }

        for (var year = First; year <= rates.LastYear; year++)
        {
            for (var age = 12; age < 55; age++)
                rates[year][age] = 0.1 * stream.NextUniform();
        }

        return new ProjectionInputs
        {
            Start = start, Survival = survival, Fertility = rates, NetMigration = net,
            SexRatioAtBirth = YearSeries.Of(First, First + years - 1, _ => 1 + 0.2 * stream.NextUniform()),
        };
    }
}
