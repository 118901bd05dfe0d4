using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.LegacyFees;
using Cradle.Births.Newborns;
using Cradle.Births.Promises;
using Cradle.Births.Registrations;
using Cradle.Platform.Audit;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Births.Naming;

/// <summary>What the records of the module, and what is done with them, are called where the audit log is read.</summary>
internal static class AuditNames
{
    private const string CasePage = "~/births/cases/{0}";
    private const string RegistrationPage = "~/births/registrations/{0}";

    public static void Add(IServiceCollection services) => services.AddAuditTerms(Terms)
        .AddRecordNames("joint-case", database => database.Set<JointCase>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Number, Opens = one.Id }), CasePage)
        .AddRecordNames("case-item", database => from item in database.Set<CaseItem>() join one in database.Set<JointCase>() on item.CaseId equals one.Id select new NumberedRecord { Id = item.Id, Number = one.Number, Opens = one.Id }, CasePage)
        .AddRecordNames("child-record", database => from child in database.Set<ChildRecord>() join one in database.Set<JointCase>() on child.CaseId equals one.Id select new NumberedRecord { Id = child.Id, Number = one.Number, Opens = one.Id }, CasePage)
        .AddRecordNames("paper-promise", database => from promise in database.Set<PaperPromise>() join one in database.Set<JointCase>() on promise.CaseId equals one.Id select new NumberedRecord { Id = promise.Id, Number = one.Number, Opens = one.Id }, CasePage)
        .AddRecordNames("childbearing-registration", database => database.Set<ChildbearingRegistration>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Number, Opens = one.Id }), RegistrationPage)
        .AddRecordNames("consultation", database => from note in database.Set<Consultation>() join one in database.Set<ChildbearingRegistration>() on note.RegistrationId equals one.Id select new NumberedRecord { Id = note.Id, Number = one.Number, Opens = one.Id }, RegistrationPage)
        .AddRecordNames("place-query", database => from query in database.Set<PlaceQuery>() join one in database.Set<ChildbearingRegistration>() on query.RegistrationId equals one.Id select new NumberedRecord { Id = query.Id, Number = one.Number, Opens = one.Id }, RegistrationPage)
        .AddRecordNames("legacy-fee-case", database => database.Set<LegacyFeeCase>().Select(one => new NumberedRecord { Id = one.Id, Number = one.DecisionNumber }));

    /// <summary>Kinds, acts, processes and fields.</summary>
    private static IReadOnlyList<AuditTerm> Terms { get; } =
    [
        new("joint-case", new("出生一件事", "newborn case")), new("joint-cases", new("出生一件事清单", "list of newborn cases")), new("case-item", new("联办事项", "item of a newborn case")), new("birth-items", new("催办的联办事项", "items that were pressed for")),
        new("birth-claim", new("按编号认领", "claim by number")), new("child-record", new("孩子的档案", "child's record")), new("childbearing-registration", new("生育登记", "childbearing registration")), new("consultation", new("咨询记录", "consultation note")),
        new("place-query", new("户籍地协查", "question to a place")), new("legacy-fee-case", new("社会抚养费旧案", "old fee case")), new("legacy-fee-list", new("社会抚养费旧案名单", "list of old fee cases")),

        new("paper-promise", new("承诺补交的材料", "promised paper")),

        new("promised", new("承诺补交", "promised a paper")), new("Run", new("定了补交期限", "set the last day of a paper")), new("HandIn", new("补交了材料", "handed a paper in")), new("SeeAtCounter", new("窗口核对了材料", "saw a paper at the counter")),
        new("SendBack", new("退回材料重交", "sent a paper back")), new("Drop", new("不再等材料", "no longer awaits a paper")), new("paper-reminded", new("提醒补交材料", "reminded of a paper")), new("paper-late", new("材料过期，停办", "a paper was late; stopped what needs it")),
        new("paper-came", new("收到补交的材料", "received a paper")), new("paper-sent-back", new("退回了材料", "sent a paper back")), new("Stop", new("停办", "stop")), new("GoOn", new("接着办", "go on")),
        new("noted", new("记了咨询", "noted advice")), new("asked", new("发起协查", "asked the place")), new("insurance-alert", new("提醒参保", "reminded of the insurance")), new("items-changed", new("改了联办事项", "changed the items")), new("named", new("补了名字", "added the name")), new("renewed", new("补了编号", "added numbers")),
        new("loss", new("登记了离世", "recorded a loss")), new("loss-taken-back", new("更正了误报的离世", "took back a loss reported by mistake")), new("Restore", new("恢复办理", "take up again")), new("Reopen", new("恢复登记", "open again")), new("new-fee-case-refused", new("拒收新立的征收案", "refused a new fee case")), new("claimed", new("认领了", "claimed")), new("fee-question-failed", new("查旧案没对上", "asked for an old case that did not match")), new("claim-failed", new("认领没成", "failed to claim")), new("handed-over", new("交接了", "handed over")),
        new("pressed", new("催办了", "pressed for")), new("pressed-above", new("报上级催办了", "had the level above press for")),
        new("Register", new("登记", "register")), new("Hold", new("待核对", "hold for a check")), new("AskCorrection", new("要求补正", "ask for a correction")), new("Amend", new("变更", "amend")), new("Cancel", new("撤销", "cancel")), new("Differ", new("答复不一致", "answer that it differs")),
        new("AcceptWithPromise", new("容缺受理", "accept with a promise")), new("Start", new("开始办理", "start")), new("CompletePartly", new("部分办结", "complete in part")), new("Resume", new("恢复办理", "resume")), new("Archive", new("归档", "archive")),
        new("Release", new("可以送出", "release")), new("Send", new("送部门", "send to the department")), new("Fail", new("没送到", "fail to arrive")), new("GiveUp", new("转人工", "give up and leave to hand")), new("SendAgain", new("重新送", "send again")), new("TakeUp", new("部门受理", "taken up by the department")),
        new("Finish", new("办好", "finish")), new("RecordByHand", new("人工登记结果", "record by hand")), new("HandOver", new("移交", "hand over")),
        new("Classify", new("分类", "classify")), new("LeaveToHand", new("转人工分类", "leave to hand")), new("ClassifyByHand", new("按金额认定", "classify by the sums")), new("Dispose", new("处理", "dispose of")), new("GiveNotice", new("登记告知", "record the notice")), new("TakeOut", new("移出名单", "take off the list")),

        new(BirthsModule.Apply, new("家庭申请和查进度", "a family's application")), new(BirthsModule.Read, new("查看待办", "work on the list")), new(BirthsModule.Decide, new("核对和决定", "check and decision")), new(BirthsModule.Supervise, new("督办", "supervision")),
        new("births.insurance-watch", new("参保期限提醒", "insurance reminders")), new("births.promise-watch", new("补交材料提醒", "reminders of promised papers")), new("births.poll", new("向部门问进度", "progress asked of departments")),

        new("certificate", new("出生医学证明编号", "birth certificate number")), new("mother.idNumber", new("母亲的证件号码", "the mother's identity number")), new("phone", new("手机号", "mobile number")),
        new("births.registration", new("生育登记表", "registration form")), new("births.registration-mother", new("母亲的证件号码", "the mother's identity number")), new("births.form", new("申请表", "the form")), new("births.certificate", new("出生医学证明编号", "birth certificate number")), new("births.birth", new("出生信息", "particulars of the birth")), new("births.bills", new("医疗费票据", "medical bills")),
        new("births.child-identity", new("孩子的姓名和证照号码", "the child's name and numbers")),
        new("births.consultation", new("咨询内容", "text of the advice")), new("births.fee-person", new("当事人姓名", "name of the person concerned")), new("births.fee-id", new("当事人证件号码", "identity number of the person concerned")),
        new("births.fee-other-person", new("另一当事人姓名", "name of the other person concerned")), new("births.fee-other-id", new("另一当事人证件号码", "identity number of the other person concerned")),
    ];
}
