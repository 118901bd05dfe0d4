using System.Collections.Concurrent;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>Finds what would change an outcome by trying it: every other answer to each yes/no or choice the rules read, and the days on which it begins and ends.</summary>
internal sealed class ChangeFinder(Evaluator evaluator, RuleRenderer renderer)
{
    private const int Most = 9;

    private readonly Language _language = renderer.Language;
    private readonly Lazy<DefinitionReaders> _readers = new(() => new DefinitionReaders(evaluator.Policy));
    private readonly ConcurrentDictionary<(string Quantity, bool IsDraft), FactReads> _reads = [];
    private readonly ConcurrentDictionary<(FactPath, long), string> _conditions = [];

    /// <summary>A family to try other facts on.</summary>
    public Trial TrialOf(FamilyFacts family) => new(evaluator, family, () => _readers.Value);

    /// <summary>What would change an outcome, in words.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="frame">The family, at the instance of the outcome.</param>
    /// <param name="trial">The same family to try on.</param>
    public IReadOnlyList<WhatIf> Find(Outcome outcome, Frame frame, Trial trial)
    {
        var changes = new List<WhatIf>();
        AddDates(outcome, changes);
        foreach (var (path, value, after) in Changes(outcome, frame, trial).Take(Most - changes.Count))
            changes.Add(new WhatIf(ConditionOf(path, value), Describe(after)));
        return changes;
    }

    /// <summary>The facts of which another value would change an outcome, with what it would become, in the order in which the rules read them.</summary>
    internal IEnumerable<(FactPath Path, long Value, Outcome After)> Changes(Outcome outcome, Frame frame, Trial trial)
    {
        foreach (var (path, type) in ReadsOf(outcome).In(frame))
            if (path.Fact is not null && type.Kind is ValueKind.Bool or ValueKind.Enum)
                for (var value = 0; value < (type.Kind == ValueKind.Bool ? 2 : type.Enumeration!.Members.Count); value++)
                    if (trial.With(path, value, outcome) is { } after && after.Answer != outcome.Answer && after.Status != OutcomeStatus.Unknown)
                        yield return (path, value, after);
    }

    private FactReads ReadsOf(Outcome outcome) => _reads.GetOrAdd((outcome.Header.Id, outcome.IsDraft), static (key, state) => new FactReads(
        state.evaluator.Policy.QuantityOf(state.outcome).Quantity.Rules.Where(rule => rule.IsDraft == key.IsDraft)
            .SelectMany(rule => new Node?[] { rule.When, rule.Value }.Concat((rule.Table?.Rows ?? []).Select(row => row.When)))), (evaluator, outcome));

    private string ConditionOf(FactPath path, long value) => _conditions.GetOrAdd((path, value), static (tried, finder) => finder.Say(tried.Item1, tried.Item2), this);

    private string Say(FactPath path, long value) => path.Fact!.Type is { Kind: ValueKind.Enum } type
        ? Say($"如果{Questions.Name(path, _language)}：{Shown(value, type)}", $"If {Questions.Name(path, _language)}: {Shown(value, type)}")
        : Say("如果", "If ") + Questions.Said(path, value == 1, _language);

    private string Shown(long value, RuleType type) => type.Enumeration!.Labels[(int)value].In(_language);

    private void AddDates(Outcome outcome, List<WhatIf> changes)
    {
        if (outcome.Status == OutcomeStatus.NotYet && outcome.From is { } from)
            changes.Add(new WhatIf(Say($"到{from:yyyy-MM-dd}", $"From {from:yyyy-MM-dd}"), Say("开始可以享受", "it can be used")));
        else if (outcome.IsPositive && outcome.Status != OutcomeStatus.Ended && outcome.Until is { } until && until >= DateOnly.MinValue && until < DateOnly.MaxValue)
            changes.Add(new WhatIf(Say($"过了{until:yyyy-MM-dd}", $"After {until:yyyy-MM-dd}"), Say("就结束了", "it is over")));
        if (outcome.IsDraft)
            changes.Add(new WhatIf(Say("征求意见稿正式施行", "If the draft comes into force"), Say("从提示变为正式规定", "the advice becomes a rule")));
    }

    private string Describe(Outcome outcome)
    {
        var value = outcome.Value is { } number ? " " + renderer.Value(number, outcome.Rule?.In(outcome.Header) ?? outcome.Header) : "";
        return outcome.Status switch
        {
            OutcomeStatus.NotEntitled => Say("就不适用", "it would not apply"),
            OutcomeStatus.Ended => Say("已经结束", "it would be over"),
            OutcomeStatus.NotYet => value.Length > 0 ? Say("以后可享受", "it would be due later:") + value : Say("还没开始", "it would begin later"),
            OutcomeStatus.NotSet => Say("数值由当地定", "the place would set the figure"),
            OutcomeStatus.Programme => Say("是支持项目", "it would be a programme") + value,
            OutcomeStatus.Advisory => Say("草案提示", "the draft would advise") + value,
            _ => Say("可享受", "it would be due") + value,
        };
    }

    private string Say(string zh, string en) => _language == Language.English ? en : zh;
}
