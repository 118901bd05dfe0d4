using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>Finds the broken links of one clause. What is missing is shown, never filled in.</summary>
internal static class Findings
{
    public static IEnumerable<Finding> Of(ClauseTrail trail) =>
    [
        .. OfClause(trail),
        .. trail.Rules.SelectMany(rule => OfRule(rule, trail.Cases[rule.Rule.Id])).OrderBy(finding => finding.Kind),
        .. OfCarriers(trail),
        .. OfTasks(trail),
    ];

    private static IEnumerable<Finding> OfClause(ClauseTrail trail)
    {
        if (trail.Rules.Count > 0)
            yield break;
        var subject = new Words($"{trail.Clause.Number} {trail.Clause.Title.Zh}", $"{ClauseNumber.In(trail.Clause.Citation, Language.English)} {trail.Clause.Title.En}");
        if (trail.Services.Count + trail.TaskCount == 0)
            yield return new Finding(FindingKind.LeadsNowhere, subject, new("请政策员登记。", "To be entered by a policy officer."));
        else if (trail.Clause.Kinds.Contains("entitlement"))
            yield return new Finding(FindingKind.NoRule, subject, new("请政策员补写规则。", "A rule is to be written."));
    }

    private static IEnumerable<Finding> OfRule(PlacedRule placed, int cases)
    {
        var level = PolicyWords.Level(placed.Rule.Division);
        var subject = new Words($"{placed.Header.Label.Zh}（{level.Zh}）", $"{placed.Header.Label.En} ({level.En})");
        if (placed.Rule.NotSet is { } open)
            yield return new Finding(FindingKind.NotSet, subject, new($"{open.What.Zh}，由{open.By.Zh}规定。", $"{open.What.En}, left to {open.By.En}."), placed);
        if (placed.Rule.Reading is { } reading)
            yield return new Finding(FindingKind.Reading, subject, new(reading.Zh, reading.En), placed);
        if (cases == 0)
            yield return new Finding(FindingKind.NoCase, subject, new("待补。", "to be added."), placed);
    }

    private static IEnumerable<Finding> OfCarriers(ClauseTrail trail) =>
        trail.Services.Concat(trail.OtherTasks).Concat(trail.Indicators).Where(carrier => carrier.Status != "live").Select(carrier =>
            new Finding(FindingKind.Planned, new(carrier.Label.Zh, carrier.Label.En), carrier.Kind switch
            {
                "service" => new("服务", "service"),
                "task" => new("任务", "task"),
                _ => new("指标", "indicator"),
            }));

    private static IEnumerable<Finding> OfTasks(ClauseTrail trail) =>
        trail.Tasks.Where(task => task.LacksLead && task.Task.Status != "completed").Select(task => new Finding(FindingKind.NoLead,
            new($"{PolicyWords.Short(task.Document).Zh}第{task.Task.Row}项", $"{PolicyWords.Short(task.Document).En}, row {task.Task.Row}"),
            new(task.Task.UnitsAsGiven, task.Task.UnitsAsGiven), Task: task));
}
