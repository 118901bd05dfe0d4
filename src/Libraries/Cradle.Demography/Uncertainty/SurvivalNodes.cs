using Cradle.Demography.Mortality;
using Cradle.Demography.Population;

namespace Cradle.Demography.Uncertainty;

/// <summary>
/// The survival of every year at nine levels of life expectancy, four deviates to either side of the median, between which a trajectory
/// takes a point: the life table is not solved again for each of a million trajectory-years.
/// </summary>
internal sealed class SurvivalNodes
{
    private const int Reach = 4;
    private readonly AgeTable[] nodes;

    public SurvivalNodes(AgeTable survival, QuantileBand lifeExpectancy)
    {
        nodes = new AgeTable[2 * Reach + 1];
        for (var index = 0; index < nodes.Length; index++)
            nodes[index] = index == Reach ? survival : new AgeTable(survival.FirstYear, survival.Years);
        var shift = SurvivalShift.FromImprovement(survival);
        for (var year = survival.FirstYear; year <= survival.LastYear; year++)
        {
            // the bounds are taken as distances from the median, so that the deterministic projection stays the middle
            var middle = SurvivalSchedule.LifeExpectancy(survival[year]) - lifeExpectancy.Median[year];
            for (var index = 0; index < nodes.Length; index++)
            {
                if (index != Reach)
                    shift.Reach(survival[year], middle + lifeExpectancy.At(year, index - Reach), nodes[index][year]);
            }
        }
    }

    public void Write(int year, double deviate, Span<double> survival)
    {
        var position = Math.Clamp(deviate + Reach, 0, nodes.Length - 1.0);
        var below = Math.Min((int)position, nodes.Length - 2);
        Columns.Blend(nodes[below][year], nodes[below + 1][year], position - below, survival);
    }
}
