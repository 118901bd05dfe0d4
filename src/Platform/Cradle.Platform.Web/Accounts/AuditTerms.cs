using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Web.Accounts;

/// <summary>What a code of the audit log is called: an act, or a kind of thing that was acted on.</summary>
/// <param name="Code">As the log keeps it.</param>
/// <param name="Text">As people read it.</param>
public sealed record AuditTerm(string Code, Words Text);

/// <summary>Registration of words by modules.</summary>
public static class AuditTermRegistration
{
    public static IServiceCollection AddAuditTerms(this IServiceCollection services, params IEnumerable<AuditTerm> terms)
    {
        foreach (var term in terms)
            services.AddSingleton(term);
        return services;
    }
}

/// <summary>The words of the audit log; a code that no module named stands as it is.</summary>
public sealed class AuditTerms(IEnumerable<AuditTerm> named)
{
    private static readonly AuditTerm[] Own =
    [
        // what is done
        new("viewed", new("看了", "viewed")), new("unmasked", new("看了全文", "saw in full")), new("exported", new("导出了", "exported")), new("printed", new("打印了", "printed")),
        new("replaced", new("被新的代替", "replaced")), new("uploaded", new("上传了", "uploaded")), new("attached", new("附上了", "attached")), new("removed", new("删除了", "removed")),
        new("imported", new("导入了", "imported")), new("created", new("新建了", "made")), new("added", new("添加了", "added")), new("opened", new("开始了", "opened")),
        new("submitted", new("提交了", "submitted")), new("received", new("收到", "received")), new("kept", new("保存了", "kept")), new("confirmed", new("确认了", "confirmed")),
        new("proposed", new("提出了", "proposed")), new("registered", new("注册了", "registered")), new("demo", new("建了演示数据", "made for demonstration")),
        new("sign-in", new("登录", "signed in")), new("password-changed", new("改了密码", "changed the password")), new("credentials-reset", new("登录被重设", "credentials reset")),
        new("second-factor-on", new("开启了两步验证", "turned the second factor on")), new("second-factor-key-made", new("取了两步验证的密钥", "made a second-factor key")),
        new("recovery-codes-made", new("取了恢复码", "made recovery codes")), new("first-administrator", new("设了首任管理员", "named a first administrator")),
        new("keys-rotated", new("换了加密密钥", "rotated the keys")), new("silenced", new("停了会伤人的消息", "silenced notices")), new("sent-again", new("再送了一次", "sent again")),
        new("taken", new("认领了", "took")), new("rated", new("评价了", "rated")), new("issued", new("发出了", "issued")), new("reported", new("上报了", "reported")), new("applied", new("用上了", "applied")),
        new("ended", new("作废了", "ended")),
        new("Submit", new("提交", "submit")), new("Accept", new("受理", "accept")), new("Return", new("退回补正", "return")), new("Refuse", new("不予办理", "refuse")), new("Withdraw", new("撤回", "withdraw")),
        new("Confirm", new("确认", "confirm")), new("Reject", new("退回", "reject")), new("Approve", new("通过", "approve")), new("Complete", new("办结", "complete")), new("Correct", new("补正", "correct")),
        new("Assign", new("下达", "assign")), new("Sign", new("签收", "sign for")), new("Claim", new("申请办结", "claim completion")), new("Close", new("结案", "close")), new("Appeal", new("申诉", "appeal")),

        // to what
        new("account", new("账号", "account")), new("account-contact", new("联系方式", "contact")), new("role-grant", new("角色", "role")), new("credential-reset", new("重设登录", "credential reset")),
        new("file", new("文件", "file")), new("import", new("导入", "import")), new("export", new("导出", "export")), new("printed-document", new("打印件", "printed document")), new("print", new("文书", "paper")),
        new("message", new("系统消息", "message")), new("notices", new("通知", "notices")), new("joint-case", new("出生一件事", "newborn case")), new("case-item", new("联办事项", "case item")),
        new("child-record", new("孩子的档案", "child's record")), new("department-request", new("部门收件", "department request")), new("unit", new("单位", "unit")), new("key-task", new("重点任务", "key task")),
    ];

    private readonly FrozenDictionary<string, Words> words = Own.Concat(named).GroupBy(term => term.Code, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Last().Text, StringComparer.Ordinal);

    public string Of(string code) => words.TryGetValue(code, out var text) ? text.ToString() : code;

    /// <summary>The codes that a word stands for: what a reader who types the word means.</summary>
    public IReadOnlyList<string> CodesOf(string typed) => [.. words.Where(pair => pair.Value.Zh.Contains(typed, StringComparison.Ordinal) || pair.Value.En.Contains(typed, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Key).Append(typed)];
}
