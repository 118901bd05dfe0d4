using Cradle.Demography.Consistency;
using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Projection;

/// <summary>
/// Projects whole persons, or whole tenths, hundredths …: every death, birth and move is a whole number of units, so that the books
/// balance to the last digit in every cohort. Rounding is handed on from age to age and from year to year, so nothing drifts. In the
/// United Nations' order of steps.
/// </summary>
public sealed class WholeProjection
{
    private readonly ProjectionInputs inputs;
    private readonly double unit;
    private readonly BySex<AgeTable> stocks;
    private readonly double[][] net;
    private readonly BySex<double>[] births;
    private readonly BySex<double>[] deaths;
    private RunningRounding birthRounding;
    private RunningRounding boyRounding;
    private readonly RunningRounding[] deathRounding = new RunningRounding[2];
    private readonly RunningRounding[] netRounding = new RunningRounding[2];

    private WholeProjection(ProjectionInputs inputs, int decimals)
    {
        this.inputs = inputs;
        unit = Math.Pow(10, decimals);
        stocks = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years + 1));
        net = [new double[inputs.Years], new double[inputs.Years]];
        births = new BySex<double>[inputs.Years];
        deaths = new BySex<double>[inputs.Years];
        foreach (var sex in BySex.Order)
        {
            var start = stocks[sex][inputs.FirstYear];
            Columns.AddScaled(inputs.Start[sex], unit, start);
            ControlledRounding.Round(start);
        }
    }

    /// <summary>Projects all divisions.</summary>
    /// <param name="divisions">Their inputs, with the same years.</param>
    /// <param name="moves">Who moves between them; null when nobody does.</param>
    /// <param name="decimals">How many decimals a person has: 0 for whole persons, at most 6.</param>
    /// <returns>The accounts of each division, in units of <c>10^−decimals</c> persons.</returns>
    public static IReadOnlyList<ProjectionAccounts> Project(IReadOnlyList<DivisionInputs> divisions, MoveTable? moves, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        foreach (var division in divisions)
            division.Inputs.Validate();
        var runs = divisions.Select(division => new WholeProjection(division.Inputs, decimals)).ToList();
        var streams = new RunningRounding[moves?.Streams.Count ?? 0, 2];
        for (var year = runs[0].inputs.FirstYear; year <= runs[0].inputs.LastYear; year++)
        {
            foreach (var run in runs)
                run.Step(year);
            if (moves is not null)
                Exchange(runs, moves, streams, year);
        }

        return [.. runs.Zip(divisions, (run, division) => run.Accounts(division.Division, decimals))];
    }

    private void Step(int year)
    {
        var row = year - inputs.FirstYear;
        var dead = new double[2];
        for (var index = 0; index < 2; index++)
            dead[index] = Survive(year, BySex.Order[index], ref deathRounding[index]);
        var newborn = birthRounding.Next(Columns.Dot(inputs.Fertility[year], stocks.Female[year], stocks.Female[year + 1]) / 2, least: 0);
        var boys = boyRounding.Next(newborn * inputs.ShareOfBirths(year, Sex.Male), least: 0, most: newborn);
        births[row] = new BySex<double>(boys, newborn - boys);
        for (var index = 0; index < 2; index++)
        {
            var sex = BySex.Order[index];
            var after = stocks[sex][year + 1];
            var infants = deathRounding[index].Next(births[row][sex] * (1 - inputs.Survival[sex][year][0]), least: 0, most: births[row][sex]);
            dead[index] += infants;
            after[0] = births[row][sex] - infants;
            for (var age = 0; age < Ages.Count; age++)
            {
                // rounding may not take the last person of a cohort twice
                var migrants = netRounding[index].Next(inputs.NetMigration[sex][year][age] * unit, least: -Math.Max(0, after[age]));
                after[age] += migrants;
                net[index][row] += migrants;
            }
        }

        deaths[row] = new BySex<double>(dead[0], dead[1]);
    }

    private double Survive(int year, Sex sex, ref RunningRounding rounding)
    {
        var before = stocks[sex][year];
        var after = stocks[sex][year + 1];
        var survival = inputs.Survival[sex][year];
        var sum = 0.0;
        for (var age = 1; age < Ages.Count; age++)
        {
            var exposed = age < Ages.Open ? before[age - 1] : before[age - 1] + before[age];
            var dead = rounding.Next(exposed * (1 - survival[age]), least: 0, most: Math.Max(0, exposed));
            after[age] = exposed - dead;
            sum += dead;
        }

        return sum;
    }

    private static void Exchange(List<WholeProjection> runs, MoveTable moves, RunningRounding[,] streams, int year)
    {
        for (var index = 0; index < 2; index++)
        {
            var sex = BySex.Order[index];
            var before = runs.Select(run => run.stocks[sex][year + 1].ToArray()).ToList();
            var left = before.Select(ages => ages.ToArray()).ToList();
            for (var stream = 0; stream < moves.Streams.Count; stream++)
            {
                var (from, to, shares) = moves.Streams[stream];
                for (var age = 0; age < Ages.Count; age++)
                {
                    var movers = streams[stream, index].Next(before[from][age] * shares[sex][year][age], least: 0, most: Math.Max(0, left[from][age]));
                    left[from][age] -= movers;
                    runs[from].Move(year, index, age, -movers);
                    runs[to].Move(year, index, age, movers);
                }
            }
        }
    }

    private void Move(int year, int index, int age, double movers)
    {
        stocks[BySex.Order[index]][year + 1][age] += movers;
        net[index][year - inputs.FirstYear] += movers;
    }

    private ProjectionAccounts Accounts(string division, int decimals) => new(
        division,
        stocks,
        [.. Enumerable.Range(0, inputs.Years).Select(row => new YearFlows(inputs.FirstYear + row, births[row], deaths[row], new BySex<double>(net[0][row], net[1][row])))],
        decimals);
}
