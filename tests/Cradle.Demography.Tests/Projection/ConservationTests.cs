using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Primitives;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Demography.Tests.Projection;

public class ConservationTests
{
    public static TheoryData<string> Conventions => [.. ProjectionConvention.All.Select(convention => convention.Name)];

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Persons_in_are_persons_out_in_any_population_and_order_of_steps(string name)
    {
        var convention = ProjectionConvention.All.Single(item => item.Name == name);
        Prop.ForAll<int>(seed =>
        {
            var accounts = ProjectionAccounts.Of(CohortComponent.Project(Populations.Any(seed), convention));
            return accounts.Flows.All(flows => BySex.Order.All(sex =>
                Math.Abs(accounts.Residual(flows.Year, sex)) < 1e-9 * accounts.Persons(flows.Year, sex)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Vectors_give_what_the_formula_gives_age_by_age(string name)
    {
        var convention = ProjectionConvention.All.Single(item => item.Name == name);
        var inputs = Populations.Any(seed: 42, years: 5);
        var path = CohortComponent.Project(inputs, convention);

        var men = inputs.Start.Male.ToArray();
        var women = inputs.Start.Female.ToArray();
        for (var year = inputs.FirstYear; year <= inputs.LastYear; year++)
        {
            // written out once more, slowly, from the definition of each convention
            var late = name switch { "un" => 1.0, "split" => 0.5, _ => 0.0 };
            double Net(Sex sex, int age) => inputs.NetMigration[sex][year][age];
            var exposedMen = men.Select((persons, age) => persons + (1 - late) * Net(Sex.Male, age)).ToArray();
            var exposedWomen = women.Select((persons, age) => persons + (1 - late) * Net(Sex.Female, age)).ToArray();
            var survivingMen = Survive(exposedMen, inputs.Survival.Male[year]);
            var survivingWomen = Survive(exposedWomen, inputs.Survival.Female[year]);
            var births = Enumerable.Range(0, 101).Sum(age => inputs.Fertility[year][age] / 2 * (name == "split"
                ? women[age] + survivingWomen[age] + late * Net(Sex.Female, age)
                : exposedWomen[age] + survivingWomen[age]));
            var girls = births / (1 + inputs.SexRatioAtBirth[year]);
            survivingMen[0] = (births - girls) * inputs.Survival.Male[year][0];
            survivingWomen[0] = girls * inputs.Survival.Female[year][0];
            men = [.. survivingMen.Select((persons, age) => persons + late * Net(Sex.Male, age))];
            women = [.. survivingWomen.Select((persons, age) => persons + late * Net(Sex.Female, age))];

            path.Births(year).ShouldBe(births, 1e-9 * births);
            for (var age = 0; age < 101; age++)
            {
                path.Population.Male[year + 1][age].ShouldBe(men[age], 1e-9);
                path.Population.Female[year + 1][age].ShouldBe(women[age], 1e-9);
            }

            var byAge = new double[101];
            path.Births(year, byAge);
            byAge.Sum().ShouldBe(births, 1e-9 * births);
        }
    }

    [Fact]
    public void Whole_persons_balance_to_the_last_one_in_any_population()
    {
        Prop.ForAll<int>(seed =>
        {
            var accounts = WholeProjection.Project([new DivisionInputs("", Populations.Any(seed))], null, decimals: 0)[0];
            return accounts.Flows.All(flows => BySex.Order.All(sex => accounts.Residual(flows.Year, sex) == 0))
                && BySex.Order.All(sex => accounts.Stocks[sex].Values.ToArray().All(persons => persons == Math.Floor(persons)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_village_of_single_persons_never_has_a_cohort_below_zero() =>
        Prop.ForAll<int>(seed =>
        {
            var town = Populations.Any(seed);
            var village = town with
            {
                Start = town.Start.Select(ages => ages.Select(persons => persons / 1000).ToArray()),
                NetMigration = town.NetMigration.Select(_ => AgeTable.Constant(town.FirstYear, town.Years, Enumerable.Repeat(-0.02, 101).ToArray())),
            };
            var accounts = WholeProjection.Project([new DivisionInputs("", village)], null, decimals: 0)[0];
            return BySex.Order.All(sex => accounts.Stocks[sex].Values.ToArray().All(persons => persons >= 0))
                && accounts.Flows.All(flows => BySex.Order.All(sex => accounts.Residual(flows.Year, sex) == 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_persons_stay_beside_the_exact_projection_and_do_not_drift()
    {
        var inputs = Populations.Any(seed: 3, years: 60, migration: false);
        var exact = CohortComponent.Project(inputs);
        var whole = WholeProjection.Project([new DivisionInputs("", inputs)], null, decimals: 0)[0];

        // a rounding of half a person a flow would have drifted by dozens in sixty years
        foreach (var year in Enumerable.Range(inputs.FirstYear, 61))
            whole.Persons(year).ShouldBe(exact.Total(year), 12);
    }

    [Fact]
    public void Moves_between_divisions_neither_make_nor_lose_anybody()
    {
        var divisions = new[] { 1, 2, 3 }.Select(seed => new DivisionInputs($"d{seed}", Populations.Any(seed, migration: false))).ToList();
        var moves = new MoveTable();
        foreach (var (from, to, share) in new[] { (0, 1, 0.05), (1, 2, 0.4), (2, 0, 0.02), (1, 0, 0.6) })
            moves.Add(from, to, BySex.Of(_ => AgeTable.Constant(Populations.First, 12, Enumerable.Repeat(share, 101).ToArray())));

        var exact = RegionalProjection.Project(divisions, moves).Select((path, index) => ProjectionAccounts.Of(path, divisions[index].Division)).ToList();
        var whole = WholeProjection.Project(divisions, moves, decimals: 2);

        for (var year = Populations.First; year < Populations.First + 12; year++)
        {
            foreach (var sex in BySex.Order)
            {
                exact.Sum(accounts => accounts.Flows[year - Populations.First].NetMigration[sex]).ShouldBe(0, 1e-7);
                whole.Sum(accounts => accounts.Flows[year - Populations.First].NetMigration[sex]).ShouldBe(0);
                whole.ShouldAllBe(accounts => accounts.Residual(year, sex) == 0);
            }
        }

        // division 1 sends everybody away at the end of each year and keeps only those who arrive
        whole[1].Persons(Populations.First + 1).ShouldBe(0.05 * CohortComponent.Project(divisions[0].Inputs).Total(Populations.First + 1), 0.1);
    }

    [Fact]
    public void Parts_with_different_years_are_refused_by_name()
    {
        var inputs = Populations.Any(1) with { SexRatioAtBirth = YearSeries.Constant(2025, 3, 1.05) };

        Should.Throw<ArgumentException>(() => CohortComponent.Project(inputs)).Message.ShouldContain("sex ratio at birth has 2025 to 2027");
    }

    private static double[] Survive(double[] before, ReadOnlySpan<double> survival)
    {
        var after = new double[101];
        for (var age = 1; age < 100; age++)
            after[age] = before[age - 1] * survival[age];
        after[100] = (before[99] + before[100]) * survival[100];
        return after;
    }
}
