using Cradle.Platform.Web.Accounts;

namespace Cradle.Births.Work;

/// <summary>The words of the audit log for what this module does.</summary>
internal static class BirthAuditTerms
{
    public static IReadOnlyList<AuditTerm> All { get; } =
    [
        new("paper-promise", new("承诺补交的材料", "promised paper")), new("promised", new("承诺补交", "promised")), new("Run", new("容缺受理", "accepted on a promise")), new("HandIn", new("补交了", "handed in")),
        new("SeeAtCounter", new("窗口核对了", "seen at the counter")), new("SendBack", new("退回重交", "sent back")), new("Drop", new("不再等", "no longer awaited")), new("paper-reminded", new("提醒补交", "reminded of a paper")),
        new("paper-late", new("材料过期，停办", "paper late, stopped")), new("paper-came", new("材料收到", "paper came")), new("paper-sent-back", new("材料退回", "paper sent back")),
        new("AcceptWithPromise", new("容缺受理", "accepted on a promise")), new("AskCorrection", new("退回补正", "sent back")), new("Stop", new("停办", "stopped")), new("GoOn", new("接着办", "went on")),
        new("childbearing-registration", new("生育登记", "childbearing registration")), new("legacy-fee-case", new("社会抚养费旧案", "old fee case")), new("claimed", new("认领了", "took over")),
        new("claim-failed", new("认领没有成功", "failed to take over")), new("handed-over", new("交接了", "handed over")), new("named", new("填了姓名", "named the child")), new("loss", new("停止提醒", "stopped reminders")),
    ];
}
