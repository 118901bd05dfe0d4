using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Tests.Uncertainty;

public class JointProjectionTests
{
    private const int Years = 12;
    private static readonly ProbabilisticOptions Options = new() { Trajectories = 200, Seed = 5, FertilityWithMigration = 0.4, LifeExpectancyWithMigration = -0.3 };

    [Fact]
    public void Divisions_alike_between_which_people_move_have_together_the_fan_of_one_population()
    {
        var whole = Populations.Any(3, Years);
        DivisionInputs Part(string name, double share) => new(name, whole with
        {
            Start = whole.Start.Select(ages => ages.Select(persons => persons * share).ToArray()),
            NetMigration = whole.NetMigration.Select(table => Scaled(table, share)),
        });
        var one = new ProbabilisticProjection(whole, Bounds(whole), Options).Run(cancellation: TestContext.Current.CancellationToken);

        var joint = new JointProjection([Part("east", 0.3), Part("west", 0.7)], Moves(0.1), Bounds(whole), Options).Run(cancellation: TestContext.Current.CancellationToken);

        foreach (var measure in Enum.GetValues<FanMeasure>())
        {
            for (var year = joint.Together[measure].FirstYear; year < joint.Together[measure].FirstYear + joint.Together[measure].Years; year++)
            {
                var (expected, together) = (one[measure].Of(year), joint.Together[measure].Of(year));
                for (var trajectory = 0; trajectory < expected.Length; trajectory++)
                    together[trajectory].ShouldBe(expected[trajectory], 1e-9 * expected[trajectory]);
            }
        }
    }

    [Fact]
    public void In_every_future_nobody_is_lost_between_divisions()
    {
        var (east, west) = (Populations.Any(1, Years), Populations.Any(2, Years));
        var options = Options with { BetweenDivisions = 0.4 };
        IndicatorBounds Of(bool areMovesSure) => Bounds(east) with { Moves = areMovesSure ? null : Band(1, 0.6) };

        var joint = Run(Moves(0.2), Of(areMovesSure: false));
        var without = Run(null, Of(areMovesSure: true));

        for (var year = east.FirstYear; year <= east.LastYear + 1; year++)
        {
            var parts = joint.Divisions.Select(fans => fans[FanMeasure.Population].Of(year)).ToList();
            var together = joint.Together[FanMeasure.Population].Of(year);
            for (var trajectory = 0; trajectory < together.Length; trajectory++)
                (parts[0][trajectory] + parts[1][trajectory]).ShouldBe(together[trajectory], 1e-9 * together[trajectory]);
        }

        // the moves of the first year do change the divisions, and not how many there are in all
        var next = east.FirstYear + 1;
        joint.Divisions[0][FanMeasure.Population].Of(next).ShouldNotBe(without.Divisions[0][FanMeasure.Population].Of(next));
        foreach (var (moved, stayed) in joint.Together[FanMeasure.Population].Of(next).Zip(without.Together[FanMeasure.Population].Of(next)))
            moved.ShouldBe(stayed, 1e-9 * stayed);

        JointFans Run(MoveTable? moves, IndicatorBounds bounds) =>
            new JointProjection([new("east", east), new("west", west)], moves, bounds, options).Run(cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Divisions_with_less_in_common_make_up_for_one_another()
    {
        var (east, west) = (Populations.Any(1, Years, migration: false), Populations.Any(2, Years, migration: false));
        double Width(double between) => Spread(new JointProjection([new("east", east), new("west", west)], null, Bounds(east), Options with { BetweenDivisions = between, Trajectories = 1000 })
            .Run(cancellation: TestContext.Current.CancellationToken).Together[FanMeasure.Births].Band());

        var (all, some, none) = (Width(1), Width(0.5), Width(0));

        // two equal halves: independent ones have a fan narrower by the root of 2
        (none / all).ShouldBe(Math.Sqrt(0.5), 0.1);
        some.ShouldBeInRange(none, all);
    }

    [Fact]
    public void Nobody_moves_twice_in_a_year_however_wide_the_bounds_of_moves_are()
    {
        var (east, west) = (Populations.Any(1, Years, migration: false), Populations.Any(2, Years, migration: false));
        var fans = new JointProjection([new("east", east), new("west", west)], Moves(0.6), Bounds(east) with { Moves = Band(1, 3), NetMigration = null }, Options)
            .Run(cancellation: TestContext.Current.CancellationToken);

        fans.Divisions.ShouldAllBe(division => Enumerable.Range(east.FirstYear, Years).All(year => division[FanMeasure.Women20To34].Of(year).Min() >= 0));
    }

    private static double Spread(QuantileBand band) => band.Upper80[band.LastYear] - band.Lower80[band.LastYear];

    private static AgeTable Scaled(AgeTable table, double factor)
    {
        var scaled = new AgeTable(table.FirstYear, table.Years);
        for (var index = 0; index < table.Values.Length; index++)
            scaled.Values[index] = table.Values[index] * factor;
        return scaled;
    }

    private static MoveTable Moves(double share)
    {
        var moves = new MoveTable();
        AgeTable Shares(double of) => AgeTable.Constant(Populations.First, Years, [.. Enumerable.Repeat(of, Ages.Count)]);
        moves.Add(0, 1, BySex.Of(_ => Shares(share)));
        moves.Add(1, 0, BySex.Of(_ => Shares(share / 2)));
        return moves;
    }

    private static IndicatorBounds Bounds(ProjectionInputs inputs) => new(Band(FertilityMedian(inputs), 0.4), BySex.Of(_ => Band(4, 0.3)), Band(0, 200));

    private static double FertilityMedian(ProjectionInputs inputs) => inputs.Fertility[inputs.FirstYear].ToArray().Sum();

    // bounds that widen, as published ones do
    private static QuantileBand Band(double median, double half)
    {
        YearSeries Series(double side) => YearSeries.Of(Populations.First, Populations.First + Years - 1, year => median + side * half * Math.Sqrt((year - Populations.First + 1.0) / Years));
        return new QuantileBand(Series(0), Series(-1), Series(1), Series(-1.5), Series(1.5));
    }
}
