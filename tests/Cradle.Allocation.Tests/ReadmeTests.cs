using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Reasons;
using Cradle.Allocation.Matching.Tables;
using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Generation;
using Cradle.Allocation.Siting.Tables;
using Shouldly;

namespace Cradle.Allocation.Tests;

/// <summary>The samples of the library's README, word for word.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_sample_of_an_invented_problem_finds_a_proven_plan()
    {
#pragma warning disable xUnit1051 // the sample is printed as a user writes it
        var problem = RandomInstance.Capacitated(sites: 12, customers: 60, ratio: 3, seed: 1, splittable: true);
        var result = SitingSolver.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(30) });
        Console.WriteLine($"{result.Plan!.Open.Count} sites, cost {result.Plan.Objective}, at most {result.Gap:P2} above the best");
#pragma warning restore xUnit1051

        result.Gap.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void The_sample_of_tables_names_what_is_opened_when()
    {
        var folder = Repository.PathOf("docs", "examples", "siting");
#pragma warning disable xUnit1051 // the sample is printed as a user writes it
        var tables = SitingReader.Read(folder);
        var siting = SitingSolver.Solve(tables.Problem, new SolveOptions { Gap = 0.01 });
        foreach (var option in siting.Plan!.Open.Select(open => tables.Options[open]))
            Console.WriteLine($"{option.Site}: {option.Kind} from period {option.Period}");
#pragma warning restore xUnit1051

        siting.Gap.ShouldBeLessThanOrEqualTo(0.01);
        tables.WorstDistance(siting.Plan!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_sample_of_a_match_gives_reasons_and_holds_before_the_check()
    {
        var (applicants, institutions) = (Repository.PathOf("docs", "examples", "matching", "twins.csv"), Repository.PathOf("docs", "examples", "matching", "institutions.csv"));
#pragma warning disable xUnit1051 // the sample is printed as a user writes it
        var tables = MarketReader.Read(applicants, institutions, seed: 7, together: "family");
        var assignment = DeferredAcceptance.Run(tables.Market);
        var reasons = new ReasonFinder(tables, assignment, new WaitingLists(tables.Market, assignment));
        foreach (var reason in reasons.Of(tables.Market.Applicants.NumberOf("Zhao1")))
            Console.WriteLine($"{tables.Market.Institutions[reason.Institution]}: {reason.Cause}, place {reason.Place} of {reason.Capacity}");
        var objections = StabilityCheck.Objections(tables.Market, assignment).Concat(StabilityCheck.PassedOver(tables.Market, assignment)).ToList();
#pragma warning restore xUnit1051

        objections.ShouldBeEmpty();
        assignment.Placed.ShouldBe(tables.Market.Applicants.Count);
    }

    [Fact]
    public void The_sample_of_broken_tables_names_every_problem()
    {
        using var applicants = new TemporaryFile("applicant,preferences\nA,I J\nA,I\n");
        using var institutions = new TemporaryFile("institution,capacity,priority\nI,1,A\n");
        var told = new List<string>();
        void Tell(string text) => told.Add(text);
        try
        {
            MarketReader.Read(applicants.Path, institutions.Path);
        }
        catch (InputException broken)
        {
            foreach (var problem in broken.Problems)
                Tell($"{problem.File}, line {problem.Line}, {problem.Column}: {problem.Problem}");
        }

        told.Count.ShouldBe(2);
    }

    [Fact]
    public void Every_sample_of_the_readme_stands_in_these_tests() =>
        ReadmeSamples.NotIn(Repository.PathOf("tests", "Cradle.Allocation.Tests", "ReadmeTests.cs"), "src", "Libraries", "Cradle.Allocation", "README.md").ShouldBeEmpty();
}
