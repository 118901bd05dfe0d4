using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>Finds the broken links of one clause. What is missing is shown, never filled in.</summary>
internal static class Findings
{
    private static readonly Words Open = new("待处理", "open");

    public static IEnumerable<Finding> Of(ClauseTrail trail) =>
        [.. OfClause(trail), .. trail.Rules.SelectMany(rule => OfRule(rule, trail.Cases[rule.Rule.Id])), .. OfCarriers(trail), .. OfTasks(trail)];

    private static IEnumerable<Finding> OfClause(ClauseTrail trail)
    {
        if (trail.Rules.Count > 0)
            yield break;
        if (trail.Services.Count + trail.TaskCount == 0)
            yield return new Finding(FindingKind.LeadsNowhere, new("这一条还没有落点", "This clause leads nowhere yet"),
                new("没有规则，也没有登记由哪项服务、任务或指标来落实。", "No rule carries it, and no service, task or indicator is on file for it."), Open);
        else if (trail.Clause.Kinds.Contains("entitlement"))
            yield return new Finding(FindingKind.NoRule, new("写了权益，没有规则", "A right without a rule"),
                new("条款给了家庭权益，但还没有一条可以计算的规则。", "The clause grants something to families, but no rule computes it yet."), Open);
    }

    private static IEnumerable<Finding> OfRule(PlacedRule placed, int cases)
    {
        var label = placed.Header.Label;
        var place = PolicyWords.Level(placed.Rule.Division);
        if (placed.Rule.NotSet is { } open)
            yield return new Finding(FindingKind.NotSet, new($"{label.Zh}：{open.What.Zh}没有定", $"{label.En}: {open.What.En} not set"),
                new($"文件交给{open.By.Zh}规定，本平台还没有录入，不代填。", $"The text leaves it to {open.By.En}; none is on file, and none is invented."), new("本地未定", "not set here"), placed);
        if (placed.Rule.Reading is { } reading)
            yield return new Finding(FindingKind.Reading, new($"{label.Zh}（{place.Zh}）：读法待确认", $"{label.En} ({place.En}): reading to be confirmed"),
                new(reading.Zh, reading.En), new("待确认", "to be confirmed"), placed);
        if (cases == 0)
            yield return new Finding(FindingKind.NoCase, new($"{label.Zh}（{place.Zh}）：没有样例", $"{label.En} ({place.En}): no worked case"),
                new("规则还没有算过的例子来核对。", "No worked case checks this rule yet."), Open, placed);
    }

    private static IEnumerable<Finding> OfCarriers(ClauseTrail trail) =>
        trail.Services.Concat(trail.OtherTasks).Concat(trail.Indicators).Where(carrier => carrier.Status != "live").Select(carrier =>
            new Finding(FindingKind.Planned, new($"{carrier.Label.Zh}：还没有上线", $"{carrier.Label.En}: not live yet"),
                Planned(carrier), new("计划中", "planned"), Carrier: carrier));

    private static Words Planned(Carrier carrier) => carrier.Kind switch
    {
        "service" => new("服务已列入计划，目前要到窗口办理。", "The service is planned; for now it is done at the counter."),
        "task" => new("任务还没有进入台账。", "The task is not in the ledger yet."),
        _ => new("指标还没有数据。", "The indicator has no data yet."),
    };

    private static IEnumerable<Finding> OfTasks(ClauseTrail trail) => trail.Tasks.Where(task => task.LacksLead && task.Task.Status != "completed").Select(task =>
        new Finding(FindingKind.NoLead,
            new($"{task.Document.Short.Zh}第{task.Task.Row}项：没有牵头单位", $"{task.Document.Short.En}, row {task.Task.Row}: no lead agency"),
            new($"{string.Join('、', task.Task.JointAgencies)}并列负责，逾期时不知道先问谁。由发文机关指定，平台不代填。",
                $"{string.Join("、", task.Task.JointAgencies)} share it, so nobody is asked first when it is late. The issuer must name one; the platform does not."),
            new("待指定", "to be named"), Task: task));
}
