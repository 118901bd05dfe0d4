using Cradle.Platform.Access;

namespace Cradle.Platform.Web.Accounts;

/// <summary>The platform's own codes of the audit log, and what they are called.</summary>
internal static class AuditVocabulary
{
    public static IReadOnlyList<AuditTerm> All { get; } =
    [
        // what is done
        new("viewed", new("看了", "viewed")), new("unmasked", new("看了全文", "saw in full")), new("exported", new("导出了", "exported")), new("uploaded", new("上传了", "uploaded")), new("attached", new("附上了", "attached")), new("removed", new("删除了", "removed")),
        new("imported", new("导入了", "imported")), new("created", new("新建了", "made")), new("added", new("添加了", "added")), new("opened", new("开始了", "opened")), new("submitted", new("提交了", "submitted")), new("received", new("收到", "received")),
        new("kept", new("保存了", "kept")), new("confirmed", new("确认了", "confirmed")), new("proposed", new("提出了", "proposed")), new("registered", new("注册了", "registered")), new("demo", new("建了演示数据", "made for demonstration")),
        new("sign-in", new("登录", "sign-in")), new("password-changed", new("改了密码", "changed the password")), new("credentials-reset", new("登录被重设", "credentials reset")), new("second-factor-on", new("开启了两步验证", "turned the second factor on")),
        new("second-factor-key-made", new("取了两步验证的密钥", "made a second-factor key")), new("recovery-codes-made", new("取了恢复码", "made recovery codes")), new("first-administrator", new("设了首任管理员", "named a first administrator")),
        new("keys-rotated", new("换了加密密钥", "rotated the keys")), new("silenced", new("停了会伤人的消息", "silenced notices")), new("silence-ended", new("恢复了消息", "let notices go on")), new("sent-again", new("再送了一次", "sent again")), new("taken", new("认领了", "took")), new("rated", new("评价了", "rated")),
        new("issued", new("发出了", "issued")), new("reported", new("上报了", "reported")), new("applied", new("申请了", "applied")), new("ended", new("作废了", "ended")),
        new("Accept", new("受理", "accept")), new("Return", new("退回补正", "return")), new("Refuse", new("不予办理", "refuse")), new("Withdraw", new("撤回", "withdraw")), new("Confirm", new("确认", "confirm")), new("Reject", new("退回", "reject")),
        new("Approve", new("通过", "approve")), new("Complete", new("办结", "complete")), new("Correct", new("补正", "correct")), new("Assign", new("下达", "assign")), new("Sign", new("签发", "sign")), new("Close", new("结案", "close")),
        new("Appeal", new("申诉", "appeal")), new("Cancel", new("撤销", "cancel")),

        // to what
        new("account", new("账号", "account")), new("account-contact", new("联系方式", "contact")), new("role-grant", new("角色", "role")), new("credential-reset", new("重设登录", "credential reset")), new("file", new("文件", "file")), new("import", new("导入", "import")),
        new("export", new("导出", "export")), new("print", new("文书", "paper")), new("message", new("系统消息", "message")), new("notices", new("通知", "notices")), new("field-keys", new("加密密钥", "field keys")),

        // in which work
        new(PlatformPermissions.OwnAccount, new("自己的账号", "the own account")), new(PlatformPermissions.Accounts, new("账号和角色", "accounts and roles")), new(PlatformPermissions.Audit, new("审计", "audit")), new(PlatformPermissions.Supervise, new("督办", "supervision")),
        new(PlatformPermissions.Messages, new("处理没送到的消息", "messages given up")), new(PlatformPermissions.Files, new("打开文件", "opening files")), new(PlatformPermissions.Operations, new("运行维护", "operations")), new("platform.sign-in", new("登录", "signing in")),
        new("platform.registration", new("注册", "registration")), new("platform.demo-accounts", new("演示账号", "demo accounts")), new("platform.deadlines", new("期限提醒", "time limits")), new("platform.connector", new("部门系统对接", "a department's system")),
        new("platform.first-administrators", new("设首任管理员", "naming a first administrator")), new("platform.keys-rotate", new("换加密密钥", "rotating keys")),

        // with which outcome
        new(nameof(SignInOutcome.SignedIn), new("成功", "succeeded")), new(nameof(SignInOutcome.CodeNeeded), new("密码对，等验证码", "password right, code asked for")), new(nameof(SignInOutcome.Wrong), new("失败：密码或验证码不对", "failed: wrong password or code")),
        new(nameof(SignInOutcome.Locked), new("账号已锁定", "account locked")),

        // which field
        new("accounts.phone", new("手机号", "mobile number")), new("accounts.email", new("邮箱", "e-mail address")), new("accounts.phone-code", new("短信验证码", "code sent to a phone")), new("accounts.authenticator-key", new("两步验证的密钥", "second-factor key")),
        new("accounts.recovery-codes", new("恢复码", "recovery codes")), new("platform.print", new("文书内容", "text of a paper")),
    ];
}
