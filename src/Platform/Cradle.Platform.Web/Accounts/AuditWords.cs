using System.Globalization;
using Cradle.Platform.Audit;
using Cradle.Platform.Processes;
using Cradle.Primitives;

namespace Cradle.Platform.Web.Accounts;

/// <summary>Entries of the audit log, for reading.</summary>
public static class AuditWords
{
    /// <summary>The minute, by the clock of China.</summary>
    public static string Time(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What is wrong with the chain at an entry.</summary>
    public static Words Of(AuditProblem problem) => problem switch
    {
        AuditProblem.Changed => new("内容被改过", "its content was changed"),
        AuditProblem.Unlinked => new("和前一条接不上", "it does not follow the one before"),
        AuditProblem.Missing => new("这一条不见了", "it is missing"),
        AuditProblem.CutOff => new("末尾被截掉了", "the end was cut off"),
        AuditProblem.Rewritten => new("和库外的检查点不一致", "it is not what a checkpoint outside the database says"),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "No such problem."),
    };

    /// <summary>Who acted, where it was no account.</summary>
    public static string Party(AuditEntry entry) => entry.ActorKind switch
    {
        ActorKind.System => Wording.Say("系统", "the system"),
        ActorKind.Department => Wording.Say($"部门系统 {entry.ActorId}", $"the system of {entry.ActorId}"),
        _ => Wording.Say("已删除的账号", "an account that is gone"),
    };
}
