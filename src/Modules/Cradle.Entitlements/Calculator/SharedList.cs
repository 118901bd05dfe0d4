using System.Text.Json;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>A line of a shared list: what, how much, by which rule. No dates and no answers, so it says nothing about one family.</summary>
/// <param name="Value">What is added to it included.</param>
/// <param name="Limit">How the text bounds it.</param>
/// <param name="Added">What was added to it.</param>
/// <param name="Alike">Whether it is a draft that says what is in force already.</param>
public sealed record SharedLine(string Quantity, string Status, long? Value, string Rule, bool Draft, string Beneficiary, ValueLimit Limit = ValueLimit.None, SharedPart? Added = null, bool Alike = false);

/// <summary>What a figure of a shared list includes.</summary>
public sealed record SharedPart(string Quantity, long Value, string Rule, ValueLimit Limit);

/// <summary>A list somebody shared.</summary>
/// <param name="Made">The day on which it was made.</param>
public sealed record SharedList(int Place, IReadOnlyList<SharedLine> Lines, DateOnly? Made = null)
{
    /// <summary>The positive outcomes of a result, without dates, children's numbers or missing facts.</summary>
    public static SharedList Of(ResultView view)
    {
        var shown = view.All.Where(outcome => outcome.Status is OutcomeStatus.Entitled or OutcomeStatus.Advisory or OutcomeStatus.Programme or OutcomeStatus.NotSet && OutcomeGroups.IsFamilys(outcome)).ToList();
        // the narrowest place that rules of the family's own are made for; a county without any stays unsaid
        var place = shown.Select(outcome => outcome.Rule!.Division).Where(division => view.Home is not { } home || Interpreter.Lies(home, division)).DefaultIfEmpty().Max();
        return new SharedList(place, [.. shown.Select(outcome => LineOf(outcome) with { Alike = view.SaysWhatIsInForce(outcome) }).Distinct()], view.AsOf);
    }

    public string Write() => JsonSerializer.Serialize(this);

    public static SharedList Read(string text) => JsonSerializer.Deserialize<SharedList>(text)!;

    private static SharedLine LineOf(Outcome outcome)
    {
        var added = outcome.Added is null ? null : outcome.Extension;
        var value = IsImpersonal(outcome, added) ? outcome.Value : null;
        return new SharedLine(outcome.Header.Id, AnswerWriter.NameOf(outcome.Status), value, outcome.Rule!.Id, outcome.IsDraft, outcome.Beneficiary, outcome.Limit,
            value is not null && added is not null ? new SharedPart(added.Header.Id, outcome.Added!.Value, added.Rule!.Id, added.Status == OutcomeStatus.Unknown ? ValueLimit.AtLeast : added.Limit) : null);
    }

    /// <summary>Only a figure that stands in the rule itself is shared, and days added to it; one computed from a family's wage or dates is not.</summary>
    private static bool IsImpersonal(Outcome outcome, Outcome? added) =>
        outcome.Rule?.Value is Constant && (added is null || added.Rule?.Value is Constant || added.ValueType?.Kind == ValueKind.Days);
}
