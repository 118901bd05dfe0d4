using Cradle.Platform.Web;

namespace Cradle.Entitlements.Reading;

/// <summary>What each kind of finding is called, why it matters, and what it waits for.</summary>
public static class FindingWords
{
    public static Words Title(FindingKind kind) => kind switch
    {
        FindingKind.LeadsNowhere => new("还没有落点", "Leads nowhere yet"),
        FindingKind.NoRule => new("写了权益，没有规则", "A right without a rule"),
        FindingKind.NotSet => new("数额没有定", "Figure not set"),
        FindingKind.Reading => new("读法待确认", "Reading to be confirmed"),
        FindingKind.NoCase => new("规则没有样例", "Rule without a worked case"),
        FindingKind.Planned => new("还没有上线", "Not live yet"),
        _ => new("任务没有牵头单位", "Task without a lead agency"),
    };

    public static Words Why(FindingKind kind) => kind switch
    {
        FindingKind.LeadsNowhere => new("没有规则，也没有登记由哪项服务、任务或指标来落实。", "No rule carries it, and no service, task or indicator is on file for it."),
        FindingKind.NoRule => new("条款给了家庭权益，但还没有一条可以计算的规则。", "The clause grants something to families, but no rule computes it yet."),
        FindingKind.NotSet => new("文件把数额交给别人规定，本平台还没有录入，不代填。", "The text leaves it to somebody else; none is on file, and none is invented."),
        FindingKind.Reading => new("文件可以有不止一种理解，平台先按下面的理解计算，等发文机关确认。", "The text can be read in more than one way; this reading is used until the issuer confirms one."),
        FindingKind.NoCase => new("还没有算过的例子来核对。", "No worked case checks it yet."),
        FindingKind.Planned => new("已列入计划，目前在本平台办不了、看不到。", "Planned; it can't be done or seen here yet."),
        _ => new("几家单位并列，逾期时不知道先问谁。由发文机关指定，平台不代填。", "Units share it, so nobody is asked first when it is late. The issuer must name one; the platform does not."),
    };

    public static Words State(FindingKind kind) => kind switch
    {
        FindingKind.NotSet => new("本地未定", "not set here"),
        FindingKind.Reading => new("待确认", "to be confirmed"),
        FindingKind.Planned => new("计划中", "planned"),
        FindingKind.NoLead => new("待指定", "to be named"),
        _ => new("待处理", "open"),
    };
}
