using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Reasons;
using Cradle.Allocation.Matching.Tables;
using Shouldly;

namespace Cradle.Allocation.Tests.Matching;

public class ReasonTests
{
    [Theory]
    // two places, one kept for B: A has the open one, C comes before B and gives way to the reserve
    [InlineData("C", "applicant,preferences,poor\nA,I,0\nB,I,1\nC,I,0\n", "institution,capacity,priority,reserve:poor\nI,2,A C B,1\n", null, ReasonCause.Reserve)]
    // the same places, and nobody poor: the quota stays empty
    [InlineData("C", "applicant,preferences,poor\nA,I,0\nC,I,0\n", "institution,capacity,priority,quota:poor\nI,2,A C,1\n", null, ReasonCause.Quota)]
    [InlineData("C", "applicant,preferences\nA,I\nC,I\n", "institution,capacity,priority\nI,1,A C\n", null, ReasonCause.Order)]
    [InlineData("C", "applicant,preferences\nA,I\nC,I\n", "institution,capacity,priority\nI,2,A\n", null, ReasonCause.NotListed)]
    // the twins C and D need two of the one place left
    [InlineData("C", "applicant,preferences,twins\nA,I,\nC,I,x\nD,I,x\n", "institution,capacity,priority\nI,2,A C D\n", "twins", ReasonCause.Group)]
    // one of the two places is kept for B; C alone would not have had one
    [InlineData("C", "applicant,preferences,twins,poor\nA,I,,0\nB,I,,1\nC,I,x,0\nD,I,x,0\n", "institution,capacity,priority,reserve:poor\nI,2,A C D B,1\n", "twins", ReasonCause.Reserve)]
    // C alone would have the place kept for the poor, and its twin has none
    [InlineData("C", "applicant,preferences,twins,poor\nA,I,,0\nC,I,x,1\nD,I,x,0\n", "institution,capacity,priority,quota:poor\nI,2,A C D,1\n", "twins", ReasonCause.Group)]
    public void A_reason_says_what_decided(string applicant, string applicants, string institutions, string? together, ReasonCause cause)
    {
        using var first = new TemporaryFile(applicants);
        using var second = new TemporaryFile(institutions);
        var tables = MarketReader.Read(first.Path, second.Path, together: together);
        var assignment = DeferredAcceptance.Run(tables.Market, TestContext.Current.CancellationToken);
        var finder = new ReasonFinder(tables, assignment, new WaitingLists(tables.Market, assignment));

        finder.Of(tables.Market.Applicants.NumberOf(applicant)).ShouldHaveSingleItem().Cause.ShouldBe(cause);
    }

    [Fact]
    public void Members_of_a_group_with_different_lists_are_refused_with_their_line()
    {
        using var first = new TemporaryFile("applicant,preferences,twins\nA,I J,x\nB,J I,x\n");
        using var second = new TemporaryFile("institution,capacity,priority\nI,1,A B\nJ,1,A B\n");

        var problem = Should.Throw<InputException>(() => MarketReader.Read(first.Path, second.Path, together: "twins")).Problems.ShouldHaveSingleItem();

        (problem.Line, problem.Column).ShouldBe((3, "preferences"));
    }

    [Fact]
    public void A_written_table_reads_as_it_was_across_the_end_of_the_buffer()
    {
        using var stream = new MemoryStream();
        var lines = Enumerable.Range(0, 20_000).Select(number => (Text: number % 3 == 0 ? "托育, \"一\" 😀" : FormattableString.Invariant($"A{number}"), Number: -number)).ToList();
        using (var output = new CsvOutput(stream))
            foreach (var (text, number) in lines)
                output.Field(text).Field(number).EndLine();

        var expected = string.Concat(lines.Select(line => FormattableString.Invariant($"{(line.Text[0] == 'A' ? line.Text : "\"托育, \"\"一\"\" 😀\"")},{line.Number}\n")));
        System.Text.Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(expected);
    }
}
