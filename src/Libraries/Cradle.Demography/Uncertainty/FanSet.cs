using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Uncertainty;

/// <summary>A fan for each measure, filled trajectory by trajectory.</summary>
internal sealed class FanSet
{
    public FanSet(int firstYear, int years, int trajectories) =>
        ByMeasure = Enum.GetValues<FanMeasure>().ToDictionary(measure => measure, measure =>
            new Fan(measure, firstYear, years + (measure is FanMeasure.Births or FanMeasure.TotalFertility ? 0 : 1), trajectories));

    public IReadOnlyDictionary<FanMeasure, Fan> ByMeasure { get; }

    /// <summary>Takes the figures of one trajectory, of all paths together.</summary>
    public void Record(ReadOnlySpan<PopulationPath> paths, int trajectory)
    {
        Span<double> Row(FanMeasure measure)
        {
            var row = ByMeasure[measure].Trajectory(trajectory);
            row.Clear();
            return row;
        }

        var population = Row(FanMeasure.Population);
        var children = Row(FanMeasure.ChildrenUnder3);
        var mothers = Row(FanMeasure.Women20To34);
        var old = Row(FanMeasure.Aged65AndOver);
        var births = Row(FanMeasure.Births);
        var fertility = Row(FanMeasure.TotalFertility);
        for (var index = 0; index < population.Length; index++)
        {
            foreach (var path in paths)
            {
                var year = path.Inputs.FirstYear + index;
                var men = path.Population.Male[year];
                var women = path.Population.Female[year];
                population[index] += Columns.Sum(men) + Columns.Sum(women);
                children[index] += Columns.Sum(men[..3]) + Columns.Sum(women[..3]);
                mothers[index] += Columns.Sum(women[20..35]);
                old[index] += Columns.Sum(men[65..]) + Columns.Sum(women[65..]);
                if (index < births.Length)
                    births[index] += path.Births(year);
            }

            if (index < fertility.Length)
                fertility[index] = paths.Length == 1 ? Columns.Sum(paths[0].Inputs.Fertility[paths[0].Inputs.FirstYear + index]) : TotalFertility(paths, index);
        }
    }

    // Of each age the births of all divisions per woman of all.
    private static double TotalFertility(ReadOnlySpan<PopulationPath> paths, int index)
    {
        Span<double> births = stackalloc double[Ages.Count];
        Span<double> women = stackalloc double[Ages.Count];
        Span<double> ofPath = stackalloc double[Ages.Count];
        births.Clear();
        women.Clear();
        foreach (var path in paths)
        {
            var year = path.Inputs.FirstYear + index;
            path.Births(year, ofPath);
            for (var age = 0; age < Ages.Count; age++)
            {
                births[age] += ofPath[age];
                women[age] += path.Inputs.Fertility[year][age] is var rate and > 0 ? ofPath[age] / rate : 0;
            }
        }

        var sum = 0.0;
        for (var age = 0; age < Ages.Count; age++)
            sum += women[age] != 0 ? births[age] / women[age] : 0;
        return sum;
    }
}
