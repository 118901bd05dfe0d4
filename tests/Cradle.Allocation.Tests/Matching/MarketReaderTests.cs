using Cradle.Allocation.Input;
using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Reasons;
using Cradle.Allocation.Matching.Tables;
using Shouldly;

namespace Cradle.Allocation.Tests.Matching;

public class MarketReaderTests
{
    [Fact]
    public void Whoever_a_priority_list_leaves_out_is_not_taken_and_counted()
    {
        var tables = Read("applicant,preferences\nA,I\nB,I\n", "institution,capacity,priority\nI,2,B\n");

        DeferredAcceptance.Run(tables.Market, TestContext.Current.CancellationToken).Choices.ToArray().ShouldBe([Assignment.None, 0]);
        tables.NotListed.ShouldBe(1);
    }

    [Fact]
    public void Equal_applicants_are_ordered_by_the_published_lot_and_not_by_their_rows()
    {
        const string Institutions = "institution,capacity,priority\nI,1,A=B=C\n";
        var first = Enumerable.MinBy(["A", "B", "C"], applicant => Lots.Of(applicant, 5));

        var one = Read("applicant,preferences\nA,I\nB,I\nC,I\n", Institutions, 5);
        var other = Read("applicant,preferences\nC,I\nB,I\nA,I\n", Institutions, 5);

        Placed(one).ShouldBe(first);
        Placed(other).ShouldBe(first);
    }

    [Fact]
    public void Points_come_from_the_tables_and_a_reason_says_what_one_more_would_do()
    {
        // points: A 10, B 20, C 5 (near), so B is taken and A is 2nd; with one child more A has 20 and the lot decides against B
        var tables = Read(
            "applicant,preferences,children,distance\nA,I,1,I:9\nB,I,2,I:9\nC,I,0,I:0.5\n",
            "institution,capacity,score:children,score:distance\nI,1,10,0.5:5 1:2\n");
        var assignment = DeferredAcceptance.Run(tables.Market, TestContext.Current.CancellationToken);
        var finder = new ReasonFinder(tables, assignment, new WaitingLists(tables.Market, assignment));

        Placed(tables).ShouldBe("B");
        var reason = finder.Of(0).ShouldHaveSingleItem();
        (reason.Place, reason.Capacity).ShouldBe((2, 1));
        reason.Otherwise.ShouldBe(Lots.Of("A", 0) < Lots.Of("B", 0) ? [("children", 1)] : []);
        // C with one child would have 15, more than A
        finder.Of(2).Single().Otherwise.ShouldBe([("children", 2)]);
    }

    [Theory]
    [InlineData("applicant,preferences\nA,I\nA,I\n", "institution,capacity,priority\nI,1,A\n", 3, "applicant")]
    [InlineData("applicant,preferences\nA,I J\n", "institution,capacity,priority\nI,1,A\n", 2, "preferences")]
    [InlineData("applicant,preferences\nA,I I\n", "institution,capacity,priority\nI,1,A\n", 2, "preferences")]
    [InlineData("applicant,preferences\nA,I\n", "institution,capacity,priority\nI,-1,A\n", 2, "capacity")]
    [InlineData("applicant,preferences\nA,I\n", "institution,capacity,priority\nI,1,A Z\n", 2, "priority")]
    [InlineData("applicant,preferences\nA,I\n", "institution,capacity,priority\nI,1,A A\n", 2, "priority")]
    [InlineData("applicant,preferences,children\nA,I,2\n", "institution,capacity,score:children\nI,1,3:1 2:4\n", 2, "score:children")]
    [InlineData("applicant,preferences\nA,I,9\n", "institution,capacity,priority\nI,1,A\n", 2, "")]
    [InlineData("applicant\nA\n", "institution,capacity,priority\nI,1,A\n", 1, "")]
    [InlineData("applicant,preferences,children\nA,I,NaN\n", "institution,capacity,score:children\nI,1,1\n", 2, "children")]
    [InlineData("applicant,preferences,children\nA,I,1\n", "institution,capacity,score:children\nI,1,1:inf\n", 2, "score:children")]
    [InlineData("applicant,preferences,poor\nA,I,1\n", "institution,capacity,reserve:poor\nI,1,2\n", 2, "reserve:poor")]
    [InlineData("applicant,preferences,poor\nA,I,1\n", "institution,capacity,priority,reserve:poor\nI,99999999999,A,1\n", 2, "capacity")]
    [InlineData("applicant,preferences\nA,I\n", "institution,capacity,priority\n", 1, "")]
    [InlineData("applicant,preferences\n", "institution,capacity,priority\nI,1,\n", 1, "")]
    [InlineData("", "institution,capacity,priority\nI,1,\n", 0, "")]
    [InlineData("applicant,preferences,applicant\nA,I,B\n", "institution,capacity,priority\nI,1,A\n", 1, "")]
    public void A_broken_row_is_refused_with_line_and_column(string applicants, string institutions, int line, string column)
    {
        var problem = Should.Throw<InputException>(() => Read(applicants, institutions)).Problems.ShouldHaveSingleItem();

        (problem.Line, problem.Column).ShouldBe((line, column));
    }

    [Fact]
    public void What_is_wrong_in_both_tables_is_told_at_once_with_how_to_mend_it_and_nothing_twice()
    {
        var problems = Should.Throw<InputException>(() => Read(
            "applicant,preferences\nA,I J\nA,I\n", "institution,capacity,priority\nI,many,A\nJ,1\n")).Problems;

        // J is named by a row that is refused: its id is no second problem
        problems.Select(problem => (problem.Line, problem.Column)).ShouldBe([(2, "capacity"), (3, ""), (3, "applicant")]);
        problems[0].Problem.ShouldContain("write digits only");
        problems[2].Problem.ShouldContain("keep one of them");
    }

    [Fact]
    public void A_line_of_an_earlier_assignment_that_nobody_has_any_more_is_handed_on_and_not_dropped()
    {
        var market = Read("applicant,preferences\nA,I\nB,I\n", "institution,capacity,priority\nI,2,A B\n").Market;
        using var earlier = new TemporaryFile("applicant,institution\nA,I\nB,J\nC,I\n");
        var withdrawn = new List<InputProblem>();

        var kept = AssignmentFile.Read(earlier.Path, market, withdrawn);

        kept.Choices.ToArray().ShouldBe([0, Assignment.None]);
        withdrawn.Select(line => (line.Line, line.Column)).ShouldBe([(3, "institution"), (4, "applicant")]);
    }

    private static string? Placed(MarketTables tables)
    {
        var assignment = DeferredAcceptance.Run(tables.Market, TestContext.Current.CancellationToken);
        return Enumerable.Range(0, tables.Market.Applicants.Count).Where(applicant => assignment.Choices[applicant] == 0).Select(applicant => tables.Market.Applicants[applicant]).Single();
    }

    private static MarketTables Read(string applicants, string institutions, int seed = 0)
    {
        using var first = new TemporaryFile(applicants);
        using var second = new TemporaryFile(institutions);
        return MarketReader.Read(first.Path, second.Path, seed);
    }
}
