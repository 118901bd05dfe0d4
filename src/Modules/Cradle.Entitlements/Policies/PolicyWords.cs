using System.Collections.Frozen;
using Cradle.Platform.Web;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Policies;

/// <summary>What the closed lists of the packs are called on a page. A member without a name here fails a test, not a reader.</summary>
public static class PolicyWords
{
    private static readonly FrozenDictionary<string, Words> Kinds = new Dictionary<string, Words>
    {
        ["entitlement"] = new("个人和家庭的权益", "Right of people"),
        ["obligation-of-government"] = new("政府的责任", "Duty of government"),
        ["obligation-of-institution"] = new("机构的责任", "Duty of institutions"),
        ["obligation-of-employer"] = new("用人单位的责任", "Duty of employers"),
        ["obligation-of-family-or-person"] = new("家庭和个人的责任", "Duty of families"),
        ["service"] = new("服务", "Service"),
        ["system"] = new("制度建设", "System building"),
        ["organisation"] = new("组织实施", "Organisation"),
        ["target"] = new("目标", "Target"),
        ["publicity"] = new("宣传", "Publicity"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (Words Name, Words Meaning)> Strengths = new Dictionary<string, (Words, Words)>
    {
        ["must"] = (new("必须做到", "Binding"), new("是权利或者责任，可以要求兑现。", "A right or a duty: it can be claimed.")),
        ["may"] = (new("可以这样做", "Optional"), new("做不做由出钱、办事的一方决定。", "The one who pays or acts decides.")),
        ["encouraged"] = (new("鼓励支持", "Encouraged"), new("指出方向，不能据此要求兑现。", "A direction; nobody can claim it.")),
        ["programme"] = (new("推进的工作", "Programme"), new("政府要推进的工作，不是个人的权利。", "Work that government takes on, not a personal right.")),
        ["organisation"] = (new("组织安排", "Organisation"), new("说明怎样组织实施。", "How the work is organised.")),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Words> Beneficiaries = new Dictionary<string, Words>
    {
        ["mother"] = new("妈妈", "mother"),
        ["father"] = new("爸爸", "father"),
        ["parent"] = new("父母各自", "each parent"),
        ["child"] = new("孩子", "child"),
        ["family"] = new("家庭", "family"),
        ["employer"] = new("用人单位", "employer"),
        ["institution"] = new("机构", "institution"),
        ["government"] = new("政府", "government"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Words> Topics = new Dictionary<string, Words>
    {
        ["registration"] = new("登记办证", "Registration"),
        ["leave"] = new("休假", "Leave"),
        ["work"] = new("就业和工作", "Work"),
        ["allowance"] = new("补贴", "Allowances"),
        ["insurance"] = new("医保和生育保险", "Insurance"),
        ["tax"] = new("税收", "Tax"),
        ["housing"] = new("住房和公积金", "Housing"),
        ["finance"] = new("贷款和金融", "Loans and finance"),
        ["health"] = new("妇幼健康", "Mother and child health"),
        ["childcare"] = new("托育服务", "Childcare"),
        ["childcare-supply"] = new("托育建设和运营", "Childcare supply"),
        ["preschool"] = new("学前教育", "Preschool"),
        ["school"] = new("义务教育", "School"),
        ["education-fees"] = new("校外培训收费", "Tutoring fees"),
        ["special-families"] = new("计划生育特殊家庭", "Special families"),
        ["equality"] = new("平等权益", "Equality"),
        ["population"] = new("人口工作", "Population work"),
        ["society"] = new("社会环境", "Society"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Words> TaskStatuses = new Dictionary<string, Words>
    {
        ["completed"] = new("已完成", "completed"),
        ["continuing"] = new("持续推进", "continuing"),
        ["follows_province"] = new("按全省统一要求", "follows the province"),
    }.ToFrozenDictionary();

    public static IEnumerable<string> KnownKinds => Kinds.Keys;

    public static IEnumerable<string> KnownStrengths => Strengths.Keys;

    public static Words Kind(string kind) => Kinds.GetValueOrDefault(kind, Itself(kind));

    public static Words Strength(string strength) => Strengths.TryGetValue(strength, out var words) ? words.Name : Itself(strength);

    public static Words Meaning(string strength) => Strengths.TryGetValue(strength, out var words) ? words.Meaning : Itself("");

    /// <summary>What any weight means while the text is a draft.</summary>
    public static Words MeaningInDraft { get; } = new("这只是征求意见稿的写法，还没有施行，现在不能据此要求兑现。", "The wording of the draft only; it is not in force and nothing can be demanded yet.");

    public static Words Strength(Strength strength) => Strength(strength.ToString().ToLowerInvariant());

    public static Words Handler(string handler)
    {
        var name = HandlerNames.Of(handler);
        return new(name.Zh, name.En);
    }

    public static Words Beneficiary(string beneficiary) => Beneficiaries.GetValueOrDefault(beneficiary, Itself(beneficiary));

    public static Words Topic(string topic) => Topics.GetValueOrDefault(topic, Itself(topic));

    public static Words TaskStatus(string status) => TaskStatuses.GetValueOrDefault(status, Itself(status));

    public static Words Standing(Standing standing) => standing switch
    {
        Rules.Packs.Standing.InForce => new("现行有效", "in force"),
        Rules.Packs.Standing.Guidance => new("对各级政府的指导", "guidance to governments"),
        Rules.Packs.Standing.Draft => new("征求意见稿，只作参考", "draft for comment, advisory only"),
        _ => new("已废止", "repealed"),
    };

    public static Words Merge(MergeMode merge) => merge switch
    {
        MergeMode.Floor => new("各级都有规定时，取最有利的一个。", "Where several levels speak, the greatest value counts."),
        MergeMode.Cap => new("各级都有规定时，取最小的一个。", "Where several levels speak, the smallest value counts."),
        MergeMode.Add => new("各级规定的相加。", "What the levels grant is added up."),
        MergeMode.Fill => new("上级没有规定的，才看下级。", "A lower level speaks only where the higher one is silent."),
        MergeMode.Closed => new("只有这一级可以规定。", "Only this level may set it."),
        _ => new("下级写明替代上级的，按下级；没有写明又不一致的，列为“规定不一致”。", "A lower level counts where it replaces the higher one; unranked differences are shown as such."),
    };

    public static Words Level(int division) => division switch
    {
        0 => new("国家", "Nation"),
        < 100 => new("省级", "Province"),
        < 10_000 => new("市级", "City"),
        _ => new("县级", "County"),
    };

    /// <summary>The name of a document on a chip; laws keep their Chinese name in English too. The chip says "draft" itself.</summary>
    public static string Chip(PolicyDocument document) => Short(document).ToString();

    /// <summary>The short name of a document in both languages.</summary>
    public static Words Short(PolicyDocument document)
    {
        var name = document.Short.Zh.Replace("（征求意见稿）", "", StringComparison.Ordinal);
        return new(name, document.IsNorm ? name : document.Short.En);
    }

    /// <summary>A clause as it stands on a chip.</summary>
    public static string Number(Citation cite) => ClauseNumber.In(cite, PolicyLibrary.Language);

    /// <summary>When a document was issued, as far as its text says.</summary>
    public static string Issued(PolicyDocument document) => document.Issued is { } day
        ? Wording.Say($"{Wording.Say(day)}印发", $"issued {Wording.Say(day)}")
        : Wording.Say("文本上没有日期", "no date in the text");

    /// <summary>From when until when something is in force.</summary>
    public static string Period(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => Wording.Say("文件没有写日期", "no dates in the text"),
        ({ } first, null) => Wording.Say($"{Wording.Say(first)}起", $"from {Wording.Say(first)}"),
        (null, { } last) => Wording.Say($"到{Wording.Say(last)}为止", $"until {Wording.Say(last)}"),
        ({ } first, { } last) => Wording.Say($"{Wording.Say(first)}至{Wording.Say(last)}", $"{Wording.Say(first)} to {Wording.Say(last)}"),
    };

    /// <summary>A rule by place and quantity, for links between rules.</summary>
    public static string RuleName(PolicyLibrary library, string rule) =>
        library.Policy.Rules.TryGetValue(rule, out var found) ? library.NameOf(found.Division) + Wording.Say("的规定", "’s rule") : rule;

    private static Words Itself(string name) => new(name, name);
}
