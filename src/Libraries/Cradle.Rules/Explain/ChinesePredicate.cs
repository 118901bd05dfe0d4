namespace Cradle.Rules.Explain;

/// <summary>
/// Makes a clause of a yes-or-no label, affirmed or negated: 孩子已办生育登记 / 孩子未办生育登记.
/// A label that begins with none of the known words is a noun and is said with 是 / 不是.
/// </summary>
internal static class ChinesePredicate
{
    // longer beginnings first: 没有 before 有, 尚未 before 未
    private static readonly (string Begins, string Negated)[] Beginnings =
    [
        ("已经", "还没有"), ("已", "未"), ("尚未", "已"), ("未满", "已满"), ("未", "已"), ("没有", "有"), ("有", "没有"), ("正在", "没有"), ("正", "没有"),
        ("本人是", "本人不是"), ("买", "没有买"), ("上的是", "上的不是"), ("属于", "不属于"), ("是", "不是"), ("在", "不在"),
        ("想", "不想"), ("需要", "不需要"), ("愿意", "不愿意"), ("符合", "不符合"), ("准备", "没有准备"), ("参加", "没有参加"), ("缴存", "没有缴存"),
        ("租房", "没有租房"), ("租住", "没有租住"), ("单位发", "单位没有发"), ("依法", "没有依法"), ("确诊", "没有确诊"), ("领取", "没有领取"),
    ];

    public static string Say(string owner, string label, bool negated)
    {
        if (negated && label.StartsWith('在') && !label.StartsWith("在校", StringComparison.Ordinal) && label.IndexOf('有') is > 0 and var has)
            return $"{owner}{label[..has]}没{label[has..]}";   // 在缴存城市有自有住房 → 在缴存城市没有自有住房
        foreach (var (begins, opposite) in Beginnings)
            if (label.StartsWith(begins, StringComparison.Ordinal))
                return Join(owner, negated ? opposite + label[begins.Length..] : label);
        return $"{owner}{(negated ? "不是" : "是")}{label}";
    }

    /// <summary>本人 does not stand twice.</summary>
    private static string Join(string owner, string clause) =>
        clause.StartsWith(owner, StringComparison.Ordinal) || clause.StartsWith("本人", StringComparison.Ordinal) && owner != "本人"
            ? clause.StartsWith("本人", StringComparison.Ordinal) ? owner + clause["本人".Length..] : clause
            : owner + clause;
}
