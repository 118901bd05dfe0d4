using Cradle.Births.Items;
using Cradle.Births.Promises;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Web;

namespace Cradle.Births.Cases;

/// <summary>What states and papers are called, and why something could not be done.</summary>
public static class CaseWords
{
    public static Words Of(Paper paper) => paper switch
    {
        Paper.ForeignBirthCertificate => new("国外出生证明和翻译件", "The foreign birth certificate and its translation"),
        _ => new("收养登记证", "The adoption registration"),
    };

    /// <summary>The English name of a paper within a sentence.</summary>
    public static string InText(Paper paper) => char.ToLowerInvariant(Of(paper).En[0]) + Of(paper).En[1..];

    public static Words Of(PaperPromise promise, DateOnly today) => promise.State switch
    {
        PromiseState.Made => new("等工作人员受理", "To be accepted by an officer"),
        PromiseState.Running when promise.IsLate(today) => new("已过期，等补交", "Late"),
        PromiseState.Running => new("等补交", "Awaited"),
        PromiseState.Kept when promise.File is null => new("窗口已核对", "Seen at the counter"),
        _ => new("已收到", "Handed in"),
    };

    /// <summary>Why a case was sent back, refused or is looked at again; null in any other state, whatever was said before.</summary>
    public static Words? ReasonOf(JointCase one, NewbornForm form) => (one.State, one.Reason) switch
    {
        (CaseState.NeedsCorrection, null) => Missing(form.PapersMissing()),
        (CaseState.NeedsCorrection or CaseState.PreCheck or CaseState.Rejected, { } reason) => new(reason, reason),
        _ => null,
    };

    private static Words? Missing(IReadOnlyList<Paper> papers) => papers.Count == 0 ? null : new(
        $"缺少：{string.Join("、", papers.Select(paper => Of(paper).Zh))}。请补上；暂时没有的，可以承诺补交日期。",
        $"Missing: {string.Join(", ", papers.Select(paper => Of(paper).En))}. Hand them in, or promise a day.");

    public static Words Of(CaseState state) => state switch
    {
        CaseState.Submitted => new("已提交", "Submitted"),
        CaseState.PreCheck => new("工作人员核对中", "Being looked at"),
        CaseState.NeedsCorrection => new("等您补正", "Waiting for your correction"),
        CaseState.Accepted => new("已受理", "Accepted"),
        CaseState.AcceptedWithPromise => new("容缺受理", "Accepted on a promise"),
        CaseState.InProgress => new("办理中", "In hand"),
        CaseState.Completed => new("全部办结", "Completed"),
        CaseState.PartlyCompleted => new("部分办结", "Partly completed"),
        CaseState.Rejected => new("没有通过", "Refused"),
        CaseState.Withdrawn => new("已撤回", "Withdrawn"),
        _ => new("已归档", "Archived"),
    };

    public static Words Of(ItemState state) => state switch
    {
        ItemState.Waiting => new("等前一项", "Waits for another"),
        ItemState.Ready => new("准备发送", "To be sent"),
        ItemState.Sent => new("已送到部门", "With the department"),
        ItemState.RetryWait => new("稍后再送", "Sent again later"),
        ItemState.ManualQueue => new("转人工处理", "With our staff"),
        ItemState.Processing => new("部门办理中", "In hand"),
        ItemState.Returned => new("退回补正", "Returned"),
        ItemState.Refused => new("不予办理", "Refused"),
        ItemState.Done => new("已办结", "Done"),
        ItemState.Stopped => new("已停办，等补交材料", "Stopped until the promised paper comes"),
        _ => new("已取消", "Cancelled"),
    };

    /// <summary>How an item stands; one that waits for no other waits for the child's name.</summary>
    public static Words Of(CaseItem item) => item is { State: ItemState.Waiting, After: null } ? new("等起名", "Waits for the name") : Of(item.State);

    /// <summary>The mark of an item's state in the style of outcomes.</summary>
    public static string MarkOf(ItemState state) => state switch
    {
        ItemState.Done => "entitled",
        ItemState.Returned or ItemState.ManualQueue or ItemState.RetryWait or ItemState.Stopped => "unknown",
        ItemState.Refused or ItemState.Cancelled => "notEntitled",
        _ => "notYet",
    };

    public static Words Of(CaseError error) => error switch
    {
        CaseError.Form => new("表里有不对的地方，请改后再交。", "Something on the form is wrong; correct it and send it again."),
        CaseError.Missing => new("没有找到，或者不归您看。", "Not found, or not yours to see."),
        CaseError.NotOffered => new("这个孩子不在合并办理的范围内（出生后到3周岁前），可以到各部门分别办理。", "The joint application is not offered to this child; each item can still be done singly."),
        CaseError.CertificateTaken => new("同一份出生证件还有一件在办，两件里先结束一件。", "The certificate has another live case; one of the two has to end first."),
        CaseError.AlreadyRegistered => new("这次怀孕另有一份登记，两份里先撤销一份。", "This pregnancy has another registration; cancel one of the two first."),
        CaseError.OnRecord => new("这次怀孕已经登记过，全国通用，不用再登记。自己登记的，在进度里看；在窗口办的，凭回执认领。", "This pregnancy is on record already; it holds in the whole country and no second is needed. Look under progress, or take it over with the receipt of the counter."),
        CaseError.TooManyWords words => new($"理由或说明太长，最多 {words.Most} 字。", $"The reason or note is too long; it may have {words.Most} characters."),
        CaseError.AlreadyDone => new("已经有事项办结，不能再整体撤回。", "One of the items has been done; the case can't be withdrawn any more."),
        CaseError.PapersMissing missing => new(
            $"还缺：{string.Join("、", missing.Papers.Select(paper => Of(paper).Zh))}，不能直接受理。家长承诺了补交日期的，用容缺受理；没有承诺的，退回补正。",
            $"Still missing: {string.Join(", ", missing.Papers.Select(paper => Of(paper).En))}. Accept it on the family's promise, or send it back where none was given."),
        CaseError.PaperLate late => new($"承诺补交的{Of(late.Paper).Zh}已经过期，先补交，再接着办这一项。", $"{Of(late.Paper).En} was promised and is late: hand it in first, then this goes on."),
        CaseError.NumberInWords => new("理由或说明里有证件号码或手机号。请不要在说明里写证件号码或手机号，去掉后再交。", "The reason or note holds an identity or mobile number. Leave such numbers out of it, and send it again."),
        CaseError.NotRateable => new("办结以后可以评价，一到五分。", "It can be rated from one to five once it has ended."),
        CaseError.NotMoved(MoveError.SamePerson) => new("要换一个人来办。", "Somebody else has to do this."),
        CaseError.NotMoved(MoveError.ReasonMissing) => new("请写明理由。", "Give a reason."),
        CaseError.NotMoved(MoveError.Forbidden) => new("您没有这项权限。", "You lack the permission for this."),
        CaseError.NotMoved(MoveError.Illegal) => new("它现在的状态不能这样办，请看最新情况。", "It can't be done in its present state; look again."),
        CaseError.NotMoved(MoveError.Refused) => new("条件还不具备，请看最新情况。", "A condition for it is not met; look again."),
        _ => new("别人刚刚改过，请看最新情况再办。", "Somebody changed it in the meantime; look again."),
    };
}
