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

    public IReadOnlyList<WhatIf> Find(Outcome outcome, FamilyFacts family)
    {
        var changes = new List<WhatIf>();
        AddDates(outcome, changes);
        var quantity = evaluator.Policy.Quantities.First(item => item.Header.Id == outcome.Header.Id);
        var frame = Evaluator.FrameOf(outcome, family);
        var paths = quantity.Quantity.Rules.Where(rule => rule.IsDraft == outcome.IsDraft)
            .SelectMany(rule => FactWalk.Of(rule.When, frame).Concat(FactWalk.Of(rule.Value, frame)).Concat((rule.Table?.Rows ?? []).SelectMany(row => FactWalk.Of(row.When, frame))))
            .Where(item => item.Path.Fact is not null && item.Type.Kind is ValueKind.Bool or ValueKind.Enum)
            .DistinctBy(item => item.Path).ToList();
        foreach (var (path, type) in paths)
            foreach (var value in Enumerable.Range(0, type.Kind == ValueKind.Bool ? 2 : type.Enumeration!.Members.Count))
                if (changes.Count < Most && Try(quantity, outcome, family, path, value) is { } after)
                    changes.Add(new WhatIf(
                        type.Kind == ValueKind.Bool ? Say("如果", "If ") + Questions.Said(path, value == 1, _language)
                            : Say($"如果{Questions.Name(path, _language)}：{Shown(value, type)}", $"If {Questions.Name(path, _language)}: {Shown(value, type)}"), Describe(after)));
        return changes;
    }

    private void AddDates(Outcome outcome, List<WhatIf> changes)
    {
        if (outcome.Status == OutcomeStatus.NotYet && outcome.From is { } from)
            changes.Add(new WhatIf(Say($"到{from:yyyy-MM-dd}", $"From {from:yyyy-MM-dd}"), Say("开始可以享受", "it can be used")));
        else if (outcome.IsPositive && outcome.Status != OutcomeStatus.Ended && outcome.Until is { } until && until >= DateOnly.MinValue && until < DateOnly.MaxValue)
            changes.Add(new WhatIf(Say($"过了{until:yyyy-MM-dd}", $"After {until:yyyy-MM-dd}"), Say("就结束了", "it is over")));
        if (outcome.IsDraft)
            changes.Add(new WhatIf(Say("征求意见稿正式施行", "If the draft comes into force"), Say("从提示变为正式规定", "the advice becomes a rule")));
    }

    private Outcome? Try(CompiledQuantity quantity, Outcome outcome, FamilyFacts family, FactPath path, long value)
    {
        var changed = family.Copy();
        if (FactWalk.Entity(path, changed) is not { } entity || entity.TryGet(path.Fact!.Slot, out var known) && known == value)
            return null;
        entity.Set(path.Fact!.Slot, value);
        var after = evaluator.Evaluate(quantity, changed)
            .FirstOrDefault(other => other.IsDraft == outcome.IsDraft && other.Child == outcome.Child && other.Beneficiary == outcome.Beneficiary);
        return after is null || after.Answer == outcome.Answer || after.Status == OutcomeStatus.Unknown ? null : after;
    }

    private string Describe(Outcome outcome)
    {
        var value = outcome.Value is { } number ? " " + renderer.Value(number, outcome.Rule?.In(outcome.Header) ?? outcome.Header) : "";
        return outcome.Status switch
        {
            OutcomeStatus.NotEntitled => Say("就不适用", "it would not apply"),
            OutcomeStatus.Ended => Say("已经结束", "it would be over"),
            OutcomeStatus.NotYet => Say("还没开始", "it would begin later"),
            OutcomeStatus.NotSet => Say("数值由当地定", "the place would set the figure"),
            OutcomeStatus.Programme => Say("是支持项目", "it would be a programme") + value,
            OutcomeStatus.Advisory => Say("草案提示", "the draft would advise") + value,
            _ => Say("可享受", "it would be due") + value,
        };
    }

    private string Shown(long value, RuleType type) => type.Kind == ValueKind.Bool
        ? value != 0 ? Say("是", "yes") : Say("否", "no")
        : type.Enumeration!.Labels[(int)value].In(_language);

    private string Say(string zh, string en) => _language == Language.English ? en : zh;
}
