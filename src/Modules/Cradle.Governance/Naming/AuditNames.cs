using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Commendations;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Reports;
using Cradle.Governance.Research;
using Cradle.Governance.SocialForces;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Governance.Naming;

/// <summary>What the records of the module, and what is done with them, are called where the audit log is read.</summary>
internal static class AuditNames
{
    public static void Add(IServiceCollection services) => services.AddAuditTerms(Terms)
        .AddRecordNames(KeyTask.SubjectType, database => database.Set<KeyTask>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Title }))
        .AddRecordNames("measure", database => database.Set<Measure>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Title }))
        .AddRecordNames("filing", database => database.Set<Filing>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Title }))
        .AddRecordNames("important-matter", database => database.Set<ImportantMatter>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Title }))
        .AddRecordNames("research-topic", database => database.Set<ResearchTopic>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Title }))
        .AddRecordNames("programme", database => database.Set<Programme>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Name }))
        .AddRecordNames("service-project", database => database.Set<ServiceProject>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Name }))
        .AddRecordNames("volunteer", database => database.Set<Volunteer>().Select(one => new NumberedRecord { Id = one.Id, Number = one.RegisterNumber }))
        .AddRecordNames("unit", database => database.Set<Unit>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Name }))
        .AddRecordNames("body", database => database.Set<Body>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Name }))
        .AddRecordNames("indicator-set", database => database.Set<IndicatorSet>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Name }));

    /// <summary>Kinds, acts and processes.</summary>
    private static IReadOnlyList<AuditTerm> Terms { get; } =
    [
        new(KeyTask.SubjectType, new("重点任务", "key task")), new("supervisory-order", new("督办单", "supervisory order")), new("measure", new("实施细则", "measure")), new("filing", new("备案", "filing")), new("provision", new("挂钩规定", "provision linked to births")),
        new("refusal-complaint", new("拒办投诉", "complaint about a refusal")), new("annual-report", new("年度报告", "annual report")), new("important-matter", new("重大事项", "important matter")), new("research-topic", new("研究课题", "research topic")),
        new("nomination", new("申报", "nomination")), new("place-assessment", new("地区考核", "assessment of a place")), new("indicator-set", new("考核指标", "set of indicators")), new("programme", new("示范创建", "programme")), new("unit", new("单位", "unit")),
        new("body", new("领导小组", "body")), new("meeting", new("会议", "meeting")), new("rhythm", new("工作节奏", "rhythm")), new("service-project", new("服务项目", "service project")), new("volunteer", new("志愿者", "volunteer")),
        new("help-request", new("求助", "request for help")), new("service-hours", new("服务时长", "hours of service")),

        new("listed", new("列入清单", "listed")), new("drafted", new("起草了", "drafted")), new("found", new("查出了", "found")), new("rhythm-set", new("定了节奏", "set the rhythm")), new("called", new("发起了", "called")), new("alias-added", new("加了别名", "added another name")),
        new("merged", new("并入了别的单位", "merged")), new("merger-undone", new("撤销了合并", "took the merger back")), new("founded", new("成立了", "founded")), new("member-joined", new("加了成员", "took a member in")), new("member-left", new("成员退出", "let a member go")), new("held", new("开了会", "held")),
        new("published", new("公布了", "published")), new("signed-for", new("签收了", "signed for")), new("proof-handed-in", new("交了佐证", "handed in a proof")), new("proof-counted", new("取数作佐证", "took a figure as proof")), new("reminded", new("催办了", "reminded")),
        new("milestone-added", new("加了节点", "added a milestone")), new("milestone-reached", new("节点完成", "reached a milestone")), new("asked", new("求助", "asked")), new("background-checked", new("做了背景审查", "checked the background")), new("volunteer-sent", new("派了志愿者", "sent a volunteer")),
        new("logged", new("登记了时长", "logged hours")), new("evaluated", new("评估了", "evaluated")), new("done", new("办结了", "closed")), new("project-found", new("安排了项目", "found a project")),
        new("Receive", new("签收", "receive")), new("AskForMore", new("要求补正", "ask for what is missing")), new("Supplement", new("补正", "bring what was missing")), new("Answer", new("答复", "answer")), new("IssueRule", new("登记细则", "record the rule")),
        new("Evaluate", new("评估", "evaluate")), new("Continue", new("继续施行", "continue")), new("Assess", new("研判", "assess")), new("Decide", new("作出决定", "decide")), new("Publish", new("公布", "publish")), new("Verify", new("核实", "verify")), new("Route", new("转办", "send on")),
        new("Edit", new("修改", "edit")), new("Acknowledge", new("确认收到", "acknowledge")), new("GiveData", new("提供数据", "give the data")), new("Report", new("报告", "report")), new("Review", new("评审", "review")), new("Use", new("采用", "use")),
        new("TakeOver", new("接手", "take over")), new("SignFor", new("签收", "sign for")), new("RaiseRisk", new("报风险", "raise a risk")), new("LiftRisk", new("解除风险", "lift the risk")), new("RequestExtension", new("申请延期", "ask for an extension")),
        new("GrantExtension", new("同意延期", "grant the extension")), new("RefuseExtension", new("不同意延期", "refuse the extension")), new("ClaimCompletion", new("申请办结", "claim completion")), new("CheckEvidence", new("核对佐证", "check the evidence")),
        new("ClaimPart", new("报本单位部分完成", "say that its part is done")), new("SendBack", new("退回", "send back")), new("CloseOut", new("核销", "close out")), new("Reopen", new("重新打开", "open again")), new("Read", new("签阅", "read")), new("Escalate", new("升级督办", "escalate")), new("Score", new("评分", "score")),
        new("Object", new("提出异议", "object")), new("DismissObjection", new("异议不成立", "dismiss the objection")), new("UpholdObjection", new("异议成立", "uphold the objection")), new("Award", new("命名", "award")), new("Exclude", new("不予参评", "exclude")),
        new("SelfReport", new("自评", "report on itself")), new("AcceptObjection", new("接受异议", "accept the objection")), new("RejectObjection", new("不接受异议", "reject the objection")), new("Notice", new("公示", "put on notice")),

        new(GovernancePermissions.Read, new("查看台账", "the ledger")), new(GovernancePermissions.Compile, new("编制台账", "compiling")), new(GovernancePermissions.Report, new("单位报进展", "a unit's reports")), new(GovernancePermissions.Check, new("核查", "checking")),
        new(GovernancePermissions.Supervise, new("督办", "supervision")), new(GovernancePermissions.Approve, new("审定", "approval")), new(GovernancePermissions.Ask, new("请志愿者帮忙", "asking for volunteers")), new("governance.watch", new("到期巡查", "watch over due days")), new("governance.demo", new("演示数据", "demonstration data")),
    ];
}
