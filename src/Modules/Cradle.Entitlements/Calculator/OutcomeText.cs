using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>Outcomes in words for a page: figure and unit, who, when, where.</summary>
public static class OutcomeText
{
    /// <summary>The number of an outcome (no trailing zero fen) and its unit.</summary>
    public static (string? Figure, string? Unit) Figure(Outcome outcome)
    {
        var value = outcome.Value ?? (outcome.Bounds is var (low, high) && low == high && low > 0 ? low : null);
        if (value is not { } number)
            return outcome.IsBounded && outcome.Bounds is var (least, most)
                ? (Wording.Say($"{Short(least, outcome)} 到 {Short(most, outcome)}", $"{Short(least, outcome)} to {Short(most, outcome)}"), UnitOf(outcome, most))
                : (null, null);
        var limit = FigureWords.Limit(outcome.Limit, outcome.ValueType?.Kind == ValueKind.Money).In(PolicyLibrary.Language);
        return ((limit.Length > 0 ? limit + " " : "") + Short(number, outcome), UnitOf(outcome, number));
    }

    /// <summary>Who it is for.</summary>
    public static string Who(Outcome outcome, ChildNames children)
    {
        var child = children.Of(outcome) is { } name ? Wording.Say($"（{name}）", $" ({name})") : "";
        return Person(outcome.Beneficiary) + child;
    }

    /// <summary>A beneficiary of the contract in words.</summary>
    public static string Person(string beneficiary) => beneficiary switch
    {
        "mother" => Wording.Say("妈妈", "the mother"),
        "father" => Wording.Say("爸爸", "the father"),
        "parent" => Wording.Say("父母", "the parents"),
        "child" => Wording.Say("孩子", "the child"),
        "family" => Wording.Say("家庭", "the family"),
        "employer" => Wording.Say("用人单位", "the employer"),
        "institution" => Wording.Say("机构", "institutions"),
        _ => Wording.Say("政府部门", "government"),
    };

    /// <summary>Everybody who has the same; of a figure it is said that each has it whole.</summary>
    public static string People(IEnumerable<string> people, bool hasFigure) => people.Distinct().ToList() is { Count: > 1 } several
        ? Wording.Say(string.Join("、", several) + (hasFigure ? "，各算各的" : ""), string.Join(" and ", several) + (hasFigure ? ", each" : ""))
        : people.First();

    /// <summary>Who it is for, or who owes it, as a sentence.</summary>
    public static string For(Outcome outcome, string people) => !outcome.Header.IsOwedByBeneficiary
        ? Wording.Say($"对象：{people}。", $"For {people}. ") : Wording.Say($"由{people}做到。", $"To be done by {people}. ");

    /// <summary>From when until when, in words; null where nothing is fixed.</summary>
    public static string? When(Outcome outcome) => (outcome.From, outcome.Until, outcome.EndsEarliest) switch
    {
        ({ } from, { } until, true) => Wording.Say($"{Wording.Say(from)}起，最早到{Wording.Say(until)}", $"from {Wording.Say(from)} until {Wording.Say(until)} at the earliest"),
        (null, { } until, true) => Wording.Say($"最早到{Wording.Say(until)}", $"until {Wording.Say(until)} at the earliest"),
        ({ } from, { } until, _) when from == until => Wording.Say(from),
        ({ } from, { } until, _) => Wording.Say($"{Wording.Say(from)}至{Wording.Say(until)}", $"{Wording.Say(from)} to {Wording.Say(until)}"),
        ({ } from, null, _) => Wording.Say($"{Wording.Say(from)}起", $"from {Wording.Say(from)}"),
        (null, { } until, _) => Wording.Say($"到{Wording.Say(until)}", $"until {Wording.Say(until)}"),
        _ => null,
    };

    /// <summary>The one date that matters on the day of asking: the last while it runs, the first before.</summary>
    public static string? Span(Outcome outcome, DateOnly asOf) => outcome switch
    {
        { From: { } from } when from > asOf => Wording.Say($"{Wording.Say(from)}起", $"from {Wording.Say(from)}"),
        { Until: { } until } when outcome.EndsEarliest => Wording.Say($"最早到{Wording.Say(until)}", $"until {Wording.Say(until)} at the earliest"),
        { Until: { } until } => Wording.Say($"到{Wording.Say(until)}", $"until {Wording.Say(until)}"),
        _ => null,
    };

    /// <summary>Which child and the date that matters: what tells folded lines apart.</summary>
    public static string? Hint(Outcome outcome, ChildNames children, DateOnly asOf) =>
        (children.Of(outcome), Span(outcome, asOf)) switch { (null, var span) => span, ({ } child, null) => child, ({ } child, { } span) => Wording.Say($"{child}，{span}", $"{child}, {span}") };

    /// <summary>Who handles it.</summary>
    public static string Handler(Outcome outcome) => PolicyWords.Handler(outcome.Handler).ToString();

    /// <summary>The status word of the contract; of what others owe, that it is owed, and of what is over, whatever is missing, that it is over.</summary>
    public static string Status(Outcome outcome) => outcome switch
    {
        { IsPast: true } => AnswerWriter.NameOf(OutcomeStatus.Ended),
        { Status: OutcomeStatus.Entitled, Header.IsOwedByBeneficiary: true } => "owed",
        _ => AnswerWriter.NameOf(outcome.Status),
    };

    /// <summary>What the figure counts, and what was added to it.</summary>
    public static IEnumerable<string> Parts(Outcome outcome) =>
        Parts(outcome.Rule, outcome is { Added: not null, Extension: { } added } ? (added.Header, Full(added)) : null);

    /// <summary>The items of a rule and the figure added to it.</summary>
    public static IEnumerable<string> Parts(Rule? rule, (QuantityHeader Header, string Figure)? added)
    {
        var items = rule?.Items.Select(item => item.In(PolicyLibrary.Language)) ?? [];
        return added is var (header, figure) ? items.Append($"{header.Label.In(PolicyLibrary.Language)} {figure}") : items;
    }

    /// <summary>Figure and unit in one.</summary>
    public static string Full(Outcome outcome) => Figure(outcome) is ({ } figure, var unit) ? figure + (figure.EndsWith('万') ? "" : " ") + unit : "";

    /// <summary>Figure and days, as far as there are any.</summary>
    public static string Dated(Outcome outcome) => string.Join(Wording.Say("，", ", "), new[] { Full(outcome), When(outcome) }.Where(text => text is { Length: > 0 }));

    private static string Short(long value, Outcome outcome) => FigureWords.Number(value, outcome, PolicyLibrary.Language);

    private static string UnitOf(Outcome outcome, long value) => outcome.Unit switch
    {
        "day" => Wording.Say("天", value == 1 ? "day" : "days"),
        "day/year" => Wording.Say("天 / 年", value == 1 ? "day a year" : "days a year"),
        "hour/day" => Wording.Say("小时 / 天", value == 1 ? "hour a day" : "hours a day"),
        "CNY" => Wording.Say("元", "yuan"),
        "CNY/day" => Wording.Say("元 / 天", "yuan a day"),
        "CNY/month" => Wording.Say("元 / 月", "yuan a month"),
        "CNY/year" => Wording.Say("元 / 年", "yuan a year"),
        "percent" => "%",
        "item" => Wording.Say("项", value == 1 ? "item" : "items"),
        "person" => Wording.Say("人", value == 1 ? "person" : "people"),
        "place" => Wording.Say("个", value == 1 ? "place" : "places"),
        "visit" => Wording.Say("次", value == 1 ? "visit" : "visits"),
        "month" => Wording.Say("个月", value == 1 ? "month" : "months"),
        var other => other,
    };
}
