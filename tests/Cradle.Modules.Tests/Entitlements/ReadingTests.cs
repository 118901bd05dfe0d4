using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements;

public class ReadingTests(Site site)
{
    private PolicyIndex Index => site.The<PolicyIndex>();

    [Theory]
    [InlineData("合法生育的女职工，产假180天。", "180天")]
    [InlineData("孩子满3周岁前，父母每人每年各有20天育儿假。", "3周岁|20天")]
    [InlineData("1180天和3.5岁不是本条的数字。", "")]
    public void A_paraphrase_marks_the_figures_of_its_clause_and_no_other_digits(string sentence, string marked)
    {
        var clause = Index.Document("000")!.Find("二（十二）")!;
        var figures = MarkedText.Of(sentence, clause).Where(run => run.Mark == Mark.Figure).Select(run => run.Text);
        Assert.Equal(marked, string.Join('|', figures));
    }

    [Fact]
    public async Task The_door_to_the_policy_promises_no_more_than_stands_behind_it()
    {
        using var client = site.Visitor();
        var door = (await Site.Open(client, "/")).QuerySelectorAll("a.door").Single(link => link.GetAttribute("href") == "/policy");
        Assert.DoesNotContain("原原本本", door.TextContent, StringComparison.Ordinal);
        Assert.Contains("以原文为准", door.TextContent, StringComparison.Ordinal);
        Assert.Equal(door.QuerySelector("h2")!.TextContent, (await Site.Open(client, "/policy")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Marking_never_changes_a_text()
    {
        foreach (var clause in Index.Documents.SelectMany(document => document.Clauses))
            Assert.All(clause.SaysZh.Concat(clause.SaysEn), sentence => Assert.Equal(sentence, string.Concat(MarkedText.Of(sentence, clause).Select(run => run.Text))));
    }

    [Fact]
    public void The_leave_clause_of_Jilin_finds_the_task_that_nobody_leads_and_the_open_readings()
    {
        var document = Index.Document("000")!;
        var trail = site.The<ClauseTracer>().Trace(document, document.Find("二（十二）")!);
        Assert.Contains(trail.Rules, rule => rule.Rule.Id == "jl.maternity-leave");
        Assert.Contains(trail.Tasks, task => task is { Document.Id: "001", Task.Clause: "5" });
        Assert.Contains(trail.Findings, finding => finding is { Kind: FindingKind.NoLead, Task.Task.Clause: "5" });
        Assert.Contains(trail.Findings, finding => finding is { Kind: FindingKind.Reading, Rule.Rule.Id: "jl.maternity-leave" });
    }

    [Fact]
    public void Correspondence_holds_in_both_directions()
    {
        foreach (var clause in Index.Documents.SelectMany(document => document.Clauses))
            Assert.All(clause.Refers.Select(Index.Pack.Find).OfType<Clause>().Where(other => !other.Citation.IsNorm && other != clause), other =>
                Assert.Contains(clause.Citation, Index.CorrespondingTo(other)));
    }

    [Fact]
    public void A_rule_without_a_figure_names_who_must_set_it_and_is_a_finding()
    {
        var document = Index.Document("004")!;
        var placed = Index.RulesOf(document).First(rule => rule.Rule.NotSet is not null && rule.Rule.Cites[0].Document == "004");
        var trail = site.The<ClauseTracer>().Trace(document, document.Find(placed.Rule.Cites[0].Clause)!);
        var finding = Assert.Single(trail.Findings, finding => finding.Kind == FindingKind.NotSet && finding.Rule!.Rule.Id == placed.Rule.Id);
        Assert.Contains(placed.Rule.NotSet!.By.Zh, finding.Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worked_case_reads_as_given_and_then()
    {
        var header = Index.Quantity("maternity-leave")!.Header;
        var @case = Index.CasesOf("maternity-leave").Single(one => one.Name.StartsWith("长春在职、已登记，2025-08-15出生", StringComparison.Ordinal));
        var text = site.The<CaseReader>().Read(@case, header);
        Assert.Contains(text.Given, given => given.Who == "妈妈" && given.Facts.Contains("就业情况：在单位上班") && given.Facts.Contains("用人单位所在地：吉林省长春市朝阳区"));
        Assert.Contains(text.Given, given => given.Who == "孩子" && given.Facts.Contains("出生日期：2025-08-15"));
        var then = Assert.Single(text.Then);
        Assert.Equal(("妈妈", "entitled", "180天；2025-08-15至2026-02-10"), (then.Who, then.Status, then.Text));
        Assert.Equal(["jl.maternity-leave"], then.Rules);
    }

    [Fact]
    public void Every_worked_case_can_be_read_in_full()
    {
        var cases = site.The<CaseReader>();
        Assert.NotEmpty(Index.Pack.Cases);
        Assert.All(Index.Pack.Cases, @case =>
        {
            var text = cases.Read(@case, Index.Quantity(@case.Quantity)!.Header);
            Assert.NotEmpty(text.Given);
            Assert.Equal(@case.Expectations.Count, text.Then.Count);
            Assert.All(text.Then, then => Assert.True(then.Status is not null || then.Text.Length > 0 || then.Rules.Count > 0, $"{@case.Quantity}: {@case.Name}"));
        });
    }
}
