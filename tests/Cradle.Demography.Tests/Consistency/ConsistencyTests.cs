using Cradle.Demography.Projection;
using Cradle.Demography.Consistency;
using Cradle.Demography.Population;
using Cradle.Demography.Uncertainty;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Demography.Tests.Consistency;

public class ConsistencyTests
{
    [Fact]
    public void Divisions_add_up_to_the_nation_in_every_cell_and_flow_and_their_books_balance()
    {
        var divisions = Enumerable.Range(1, 3).Select(seed => ($"D{seed}", CohortComponent.Project(Populations.Any(seed)))).ToList();
        var nation = CohortComponent.Project(Populations.Any(9) with { Start = BySex.Of(sex => divisions.Select(division => division.Item2.Inputs.Start[sex]).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)])) });

        var (accounts, factors) = NationalFrame.Fit(divisions, nation);

        for (var year = nation.Inputs.FirstYear; year <= nation.Inputs.LastYear + 1; year++)
        {
            foreach (var sex in BySex.Order)
            {
                for (var age = 0; age < Ages.Count; age++)
                    accounts.Sum(division => division.Stocks[sex][year][age]).ShouldBe(nation.Population[sex][year][age], 1e-9 * Math.Abs(nation.Population[sex][year][age]) + 1e-9);
                if (year > nation.Inputs.LastYear)
                    continue;
                double Sum(Func<YearFlows, BySex<double>> flow) => accounts.Sum(division => flow(division.Flows[year - nation.Inputs.FirstYear])[sex]);
                Sum(flows => flows.Births).ShouldBe(nation.Births(year, sex), 1e-6);
                Sum(flows => flows.Deaths).ShouldBe(nation.Deaths(year, sex), 1e-6);
                Sum(flows => flows.NetMigration).ShouldBe(nation.NetMigration(year, sex), 1e-4);
                accounts.ShouldAllBe(division => Math.Abs(division.Residual(year, sex)) < 1e-6);
            }
        }

        factors.Count.ShouldBe(2 * (nation.Inputs.Years + 1));
        // at the start the divisions are the nation
        factors[0].Factor.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Raking_reaches_both_margins_and_keeps_the_odds_ratio()
    {
        double[] table = [10, 20, 30, 40];
        Raking.Fit(table, rows: [40, 60], columns: [30, 70]);

        (table[0] + table[1]).ShouldBe(40, 1e-9);
        (table[0] + table[2]).ShouldBe(30, 1e-9);
        // 10 × 40 / (20 × 30)
        (table[0] * table[3] / (table[1] * table[2])).ShouldBe(2.0 / 3, 1e-9);
    }

    [Fact]
    public void Margins_that_cannot_be_reached_are_refused()
    {
        Should.Throw<InconsistentMarginsException>(() => Raking.Fit(new double[] { 1, 1, 1, 1 }, [1, 2], [1, 1])).Message.ShouldContain("add up to 3");
        Should.Throw<InconsistentMarginsException>(() => Raking.Fit(new double[] { 0, 1, 0, 1 }, [1, 2], [1, 2])).Message.ShouldContain("Column 0");
    }

    [Fact]
    public void Rounded_figures_are_neighbours_and_add_up_to_the_rounded_sum() =>
        Prop.ForAll<int>(seed =>
        {
            var stream = new NormalStream(seed, 1);
            var figures = Enumerable.Range(0, 40).Select(_ => 5 * stream.Next()).ToArray();
            var rounded = figures.ToArray();
            ControlledRounding.Round(rounded);
            return rounded.Sum() == Math.Floor(figures.Sum() + 0.5) && figures.Zip(rounded).All(pair => Math.Abs(pair.First - pair.Second) < 1 && pair.Second == Math.Floor(pair.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rounded_table_has_whole_cells_and_margins_next_to_the_exact_ones() =>
        Prop.ForAll<int>(seed =>
        {
            var stream = new NormalStream(seed, 2);
            const int Rows = 7, Columns = 5;
            var table = Enumerable.Range(0, Rows * Columns).Select(index => index % 6 == 0 ? Math.Floor(10 * stream.NextUniform()) : 10 * stream.NextUniform()).ToArray();
            var whole = table.ToArray();
            WholeTable.Round(whole, Columns);
            bool Near(IEnumerable<int> cells) => Math.Abs(cells.Sum(cell => table[cell]) - cells.Sum(cell => whole[cell])) < 1 + 1e-6;
            return Enumerable.Range(0, table.Length).All(cell => whole[cell] == Math.Floor(whole[cell]) && Near([cell]))
                && Enumerable.Range(0, Rows).All(row => Near(Enumerable.Range(row * Columns, Columns)))
                && Enumerable.Range(0, Columns).All(column => Near(Enumerable.Range(0, Rows).Select(row => row * Columns + column)))
                && Near(Enumerable.Range(0, table.Length));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Running_rounding_never_strays_by_more_than_half_a_unit()
    {
        var rounding = new RunningRounding();
        double exact = 0, whole = 0;
        for (var step = 1; step < 5000; step++)
        {
            exact += 0.1 * (step % 7);
            whole += rounding.Next(0.1 * (step % 7));
            Math.Abs(exact - whole).ShouldBeLessThanOrEqualTo(0.5 + 1e-6);
        }
    }

    [Fact]
    public void Divisions_scaled_to_the_nation_add_up_to_it_everywhere()
    {
        var divisions = Enumerable.Range(1, 3).Select(seed => Populations.Any(seed).Survival).ToList();
        var nation = Populations.Any(9).Survival;
        divisions.ForEach(division => division.Male[2026][3] = 0);

        DivisionConsistency.ToNation(divisions, nation);

        foreach (var sex in BySex.Order)
        {
            for (var index = 0; index < nation[sex].Values.Length; index++)
                divisions.Sum(division => division[sex].Values[index]).ShouldBe(nation[sex].Values[index], 1e-12);
        }
    }
}
