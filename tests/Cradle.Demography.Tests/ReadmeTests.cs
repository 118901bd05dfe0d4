using Cradle.Demography.Consistency;
using Cradle.Demography.Files;
using Cradle.Demography.Indicators;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Scenarios;
using Cradle.Demography.Uncertainty;
using Cradle.Demography.Warnings;
using Cradle.Primitives;

namespace Cradle.Demography.Tests;

/// <summary>The samples of the library's README, word for word.</summary>
public class ReadmeTests
{
    private static readonly string folder = Repository.PathOf("docs", "examples", "population-county");
    private static readonly ProjectionInputs inputs = ProjectionFolder.Read(folder).Divisions[0].Inputs;
    private static readonly IndicatorBounds bounds = ProjectionFolder.Read(folder).Bounds!;
    private static readonly YearSeries birthsByYear = new(2000, [620, 610, 605, 596, 590, 579, 575, 566, 560, 548, 430, 421, 409, 404, 390]);

    [Fact]
    public void The_first_sample_projects_and_balances()
    {
        var county = ProjectionFolder.Read(folder, from: 2025, to: 2050);
        var path = CohortComponent.Project(county.Divisions[0].Inputs);
        var births = path.Births(2030);                                  // in the year 2030
        var women = path.Population.Female[2040][20..35];                // on 1 January 2040, by single age
        var accounts = ProjectionAccounts.Of(path);
        var lost = accounts.Residual(2030, Sex.Female);                  // births − deaths + net migration − change of stock

        births.ShouldBeInRange(1000, 5000);
        women.Length.ShouldBe(15);
        lost.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void The_sample_of_a_policy_brings_more_births()
    {
        var policy = new Scenario("support", year => year < 2030 ? new ScenarioYear() : new ScenarioYear(TotalFertility: 0.2, MeanAge: -0.5));
        var more = CohortComponent.Project(policy.Apply(inputs)).Births(2040) - CohortComponent.Project(inputs).Births(2040);

        more.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_sample_of_a_fan_has_its_bounds_in_order()
    {
#pragma warning disable xUnit1051 // the sample is printed as a user writes it
        var options = new ProbabilisticOptions { Trajectories = 1000, Seed = 7 };
        var fans = new ProbabilisticProjection(inputs, bounds, options).Run();
        var band = fans[FanMeasure.ChildrenUnder3].Band();
        var places = (band.Lower80[2035], band.Median[2035], band.Upper80[2035]);
#pragma warning restore xUnit1051

        places.Item1.ShouldBeLessThan(places.Item2);
        places.Item2.ShouldBeLessThan(places.Item3);
    }

    [Fact]
    public void The_samples_of_divisions_add_up()
    {
        var divisions = ProjectionFolder.Read(Repository.PathOf("docs", "examples", "population-divisions"));
        var whole = divisions.Divisions[0].Inputs;
        var nation = CohortComponent.Project(whole with { Start = BySex.Of(sex => divisions.Divisions[0].Inputs.Start[sex].Zip(divisions.Divisions[1].Inputs.Start[sex], (a, b) => a + b).ToArray()) });
#pragma warning disable xUnit1051 // the sample is printed as a user writes it
        var joint = new JointProjection(divisions.Divisions, divisions.Moves, bounds, new ProbabilisticOptions { Trajectories = 200, BetweenDivisions = 0.5 }).Run();
        var everywhere = joint.Together[FanMeasure.Births].Band();
        var east = joint.Divisions[0][FanMeasure.Births].Band();
#pragma warning restore xUnit1051
        var paths = divisions.Divisions.Select(division => (division.Division, CohortComponent.Project(division.Inputs))).ToList();
        var (consistent, factors) = NationalFrame.Fit(paths, nation);

        east.Upper80[2035].ShouldBeLessThan(everywhere.Lower80[2035]);
        consistent.Sum(division => division.Persons(2040)).ShouldBe(nation.Total(2040), 1e-6);
        factors[0].Factor.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void The_samples_of_a_rate_and_of_an_alarm_say_what_they_promise()
    {
        var rate = RateInterval.MaternalMortality(deaths: 2, births: 8000);   // 25 per 100,000, 95 per cent: 3 to 90
        var alarm = new TrendBreak(FalseAlarmRate: 0.05).Check(birthsByYear);

        (rate.Rate, Math.Round(rate.Lower), Math.Round(rate.Upper)).ShouldBe((25, 3, 90));
        // a fall by a fifth in 2010 after ten years of a steady line
        alarm!.Year.ShouldBe(2010);
    }

    [Fact]
    public void Every_sample_of_the_readme_stands_in_these_tests() =>
        ReadmeSamples.NotIn(Repository.PathOf("tests", "Cradle.Demography.Tests", "ReadmeTests.cs"), "src", "Libraries", "Cradle.Demography", "README.md").ShouldBeEmpty();
}
