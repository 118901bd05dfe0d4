using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>
/// Says what bound rules mean, in Chinese or English, from the labels of the vocabulary: the sentence a family reads and a policy officer checks.
/// Stateless and safe to share between threads.
/// </summary>
/// <param name="vocabulary">The vocabulary the rules were bound against.</param>
/// <param name="language">The language of the sentences.</param>
/// <param name="divisionName">Names divisions by code as written (22, 2201); without it, or where it gives null, the code is said.</param>
public sealed class RuleRenderer(Vocabulary vocabulary, Language language, Func<long, string?>? divisionName = null)
{
    private readonly Wording _wording = Wording.Of(language, divisionName);

    /// <summary>The vocabulary the rules were bound against.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>The language of the sentences.</summary>
    public Language Language => language;

    /// <summary>A condition as a clause without a full stop; nested and/or stand in brackets.</summary>
    public string Condition(Condition condition) => new ExpressionText(_wording).Condition(condition);

    /// <summary>A number as a phrase.</summary>
    public string Number(Number number) => new ExpressionText(_wording).Number(number);

    /// <summary>A value in the unit of its quantity, e.g. 180天, 每月200元, 10%; bounded as the text bounds it: 每年不少于15天.</summary>
    public string Value(long value, QuantityHeader header, ValueLimit limit = ValueLimit.None) => _wording.Value(value, header.Unit, limit);

    /// <summary>What an outcome comes to: its value, or the two values between which it lies; empty where it has no figure.</summary>
    public string Amount(Outcome outcome)
    {
        var header = outcome.Rule?.In(outcome.Header) ?? outcome.Header;
        if (outcome.Value is { } value)
            return Value(value, header, outcome.Limit);
        if (!outcome.IsBounded || outcome.Bounds is not var (low, high))
            return "";
        return _wording.Range(low, high, header.Unit);
    }

    /// <summary>The days between which something holds; empty where both ends are open.</summary>
    public string Window(BoundWindow window) =>
        _wording.Span(window.From is null ? null : Number(window.From), window.Until is null ? null : Number(window.Until));

    /// <summary>The rows of a decision table, in order.</summary>
    public string Table(DecisionTable table, QuantityHeader header) =>
        _wording.Rows(table.Unique, [.. table.Rows.Select(row =>
            (row.When is BoolConstant { Value: true } ? null : Condition(row.When), ValueText(row.Value, header, ValueLimit.None)))]);

    /// <summary>A rule as one sentence: when, who, what and how much.</summary>
    public string Rule(Rule rule, QuantityHeader header) => Said(rule, rule.In(header));

    private string Said(Rule rule, QuantityHeader header) => _wording.Rule(new RuleParts(
        rule.When is null or BoolConstant { Value: true } ? null : Condition(rule.When), header, rule.Strength, rule.IsDraft,
        rule.Value is null ? null : ValueText(rule.Value, header, rule.Limit), rule.Value is Constant,
        rule.Table is null ? null : Table(rule.Table, header), rule.NotSet));

    private string ValueText(Number number, QuantityHeader header, ValueLimit limit) =>
        number is Constant constant ? Value(constant.Value, header, limit) : Number(number);
}
