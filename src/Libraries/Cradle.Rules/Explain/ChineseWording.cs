using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>Chinese phrases: conditions. A comma and 且 or 或者 between clauses; inner clauses in brackets.</summary>
internal sealed partial class ChineseWording(Func<long, string?>? divisionName) : Wording
{
    /// <summary>Enumerations whose members are said of the owner directly; others are said as "the label is the member".</summary>
    private static readonly Dictionary<string, (string Affirmed, string Negated)> MemberPhrases = new()
    {
        ["employment"] = ("{0}{1}", "{0}不是{1}"),
        ["care"] = ("{0}{1}", "{0}不是{1}"),
        ["parents"] = ("家里{1}", "家里不是{1}"),
        ["medical_insurance"] = ("{0}参加{1}", "{0}参加的不是{1}"),
    };

    public override Language Language => Language.Chinese;

    public override bool ListsStandAlone => true;   // conditions are parted by commas, members of a list are not

    public override string Owner(EntityReference entity) => entity switch
    {
        EntityReference.Family => "家庭",
        EntityReference.Mother => "妈妈",
        EntityReference.Father => "爸爸",
        EntityReference.Parent => "本人",
        EntityReference.Spouse => "配偶",
        _ => "孩子",
    };

    public override string Item(CollectionKind collection, ItemRole role) => (collection, role) switch
    {
        (CollectionKind.Children, ItemRole.Some) => "某个孩子",
        (CollectionKind.Children, ItemRole.Every) => "每个孩子",
        (CollectionKind.Children, _) => "该孩子",
        (_, ItemRole.Some) => "住院的老人",
        (_, ItemRole.Every) => "每位住院的老人",
        _ => "该老人",
    };

    public override string Of(string owner, string label) =>
        label.StartsWith(owner, StringComparison.Ordinal) || label.StartsWith("家中", StringComparison.Ordinal) ? label
        : label.Contains('的', StringComparison.Ordinal) ? owner + label : $"{owner}的{label}";

    public override string Predicate(string owner, EntityKind kind, Bilingual label, bool negated) =>
        ChinesePredicate.Say(owner, label.Zh, negated);

    public override string Members(string owner, Bilingual label, Enumeration enumeration, IReadOnlyList<int> members, bool negated)
    {
        var names = members.Select(member => enumeration.Labels[member].Zh).ToList();
        if (names is [var absent] && absent.StartsWith("没有", StringComparison.Ordinal))
            return negated ? $"{owner}的{label.Zh}不是“{absent}”" : owner + absent;
        var (affirmed, refused) = MemberPhrases.GetValueOrDefault(enumeration.Name, ("{0}的{2}是{1}", "{0}的{2}不是{1}"));
        if (names.Count > 1 && negated)
            return $"{owner}的{label.Zh}不属于{string.Join('、', names)}中的任何一种";
        return string.Format(CultureInfo.InvariantCulture, negated ? refused : affirmed, owner, Choices(names), label.Zh);
    }

    public override string Comparison(Comparator comparator, string left, string right, ValueKind kind)
    {
        var isDate = kind == ValueKind.Date;
        return left + comparator switch
        {
            Comparator.Equal => "是",
            Comparator.NotEqual => "不是",
            Comparator.Less => isDate ? "早于" : "小于",
            Comparator.LessOrEqual => isDate ? "不晚于" : "不超过",
            Comparator.Greater => isDate ? "晚于" : "大于",
            _ => isDate ? "不早于" : "不少于",
        } + right;
    }

    public override string Between(string operand, string low, string high, bool negated) => $"{operand}{(negated ? "不" : "")}在{low}到{high}之间（含两端）";

    public override string Among(string operand, IReadOnlyList<string> values, bool negated) =>
        negated && values.Count > 1 ? $"{operand}不属于{string.Join('、', values)}中的任何一个" : $"{operand}{(negated ? "不是" : "是")}{Choices(values)}";

    public override string Inside(string division, string outer, bool negated) => $"{division}{(negated ? "不" : "")}在{outer}";

    public override string Includes(string set, string member, bool negated) => $"{set}{(negated ? "不" : "")}包括{member}";

    public override string Empty(string set, bool negated) => negated ? $"{set}至少有一项" : $"{set}一项也没有";

    public override string All(IReadOnlyList<string> conditions) => string.Join("，且", conditions);

    public override string Any(IReadOnlyList<string> conditions) => string.Join("，或者", conditions);

    public override string Group(string text) => $"（{text}）";

    public override string NotSo(string condition) => $"并非（{condition}）";

    public override string Constant(bool value) => value ? "任何情形" : "没有这种情形";

    public override string Choice(string test, string then, string otherwise) => $"（如果{test}，就是{then}；否则是{otherwise}）";

    public override string Quantified(CollectionReference collection, string owner, bool all, string body, bool negated)
    {
        var item = collection.Kind == CollectionKind.Children ? "孩子" : $"{owner}住院的老人";
        return (all, negated) switch
        {
            (false, false) => $"至少有一个{item}符合（{body}）",
            (false, true) => $"没有一个{item}符合（{body}）",
            (true, false) => $"每个{item}都符合（{body}）",
            _ => $"不是每个{item}都符合（{body}）",
        };
    }

    public override string HasItems(CollectionReference collection, string owner, bool negated) =>
        collection.Kind == CollectionKind.Children ? (negated ? "家里没有孩子" : "家里有孩子") : $"{owner}{(negated ? "没有" : "有")}住院的老人";

    public override string Items(CollectionReference collection, string owner, string? filter)
    {
        var item = collection.Kind == CollectionKind.Children ? "孩子" : $"{owner}住院的老人";
        return filter is null ? item : $"符合（{filter}）的{item}";
    }

    private static string Choices(IReadOnlyList<string> values) =>
        values.Count == 1 ? values[0] : $"{string.Join('、', values.Take(values.Count - 1))}或{values[^1]}";
}
