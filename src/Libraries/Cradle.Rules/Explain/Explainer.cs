using System.Collections.Concurrent;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>Rebuilds on demand how an outcome came about: place, version, conditions, what was not used, what the text leaves open, what would change it.</summary>
/// <param name="evaluator">The evaluator that gave the outcome.</param>
/// <param name="language">Language of the texts.</param>
/// <param name="divisionName">Names a division by code as written; null gives the code.</param>
public sealed class Explainer(Evaluator evaluator, Language language, Func<long, string?>? divisionName = null)
{
    private readonly RuleRenderer _renderer = new(evaluator.Policy.Pack.Vocabulary, language, divisionName);

    // A rule reads the same for every family, and an answer asks for most of the sentences.
    private readonly ConcurrentDictionary<Rule, Reason> _sentences = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Rule, UnmetReasons> _unmet = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Condition, string> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Condition, FactReads> _reads = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Number, string> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<FactPath, string> _names = [];
    private readonly ChangeFinder _changes = new(evaluator, new RuleRenderer(evaluator.Policy.Pack.Vocabulary, language, divisionName));

    private readonly FigureSteps _figures = new(language, divisionName);

    /// <summary>The full explanation of one outcome of a family.</summary>
    public Explanation Explain(Outcome outcome, FamilyFacts family) => Explanations(family)(outcome);

    /// <summary>The full explanation of any of the outcomes of a family: what is worked out for one serves the next. Not safe to share between threads.</summary>
    /// <param name="family">The family; its facts must stay as they are.</param>
    public Func<Outcome, Explanation> Explanations(FamilyFacts family)
    {
        var frame = Frame.Remembering(family);
        var trial = _changes.TrialOf(family);
        return outcome =>
        {
            frame.MoveTo(outcome);
            return Explain(outcome, frame, trial);
        };
    }

    private Explanation Explain(Outcome outcome, Frame frame, Trial trial)
    {
        var steps = new List<Step>();
        if (outcome.Rule is { } rule)
        {
            steps.Add(Place(outcome.Header, rule, frame));
            steps.Add(Version(rule, frame, outcome.Header));
        }

        foreach (var candidate in Candidates(outcome, frame))
            steps.Add(RuleStep(candidate, outcome, frame));
        if (outcome.Extension is { } added)
            steps.Add(Addition(outcome, added, frame.Family));
        steps.AddRange(OtherLane(outcome, frame));
        foreach (var voice in outcome.Voices.Where(voice => voice.Reading is not null))
            steps.Add(new Step(StepState.Open, Say("文件没有写清的地方", "What the text leaves open"), voice.Reading!.In(language), voice.Cites, []));
        var sentence = outcome.Rule is { } winner ? SentenceOf(winner, outcome.Header) : "";
        return new Explanation(outcome, sentence, Because(outcome, frame).Text, steps, _changes.Find(outcome, frame, trial));
    }

    /// <summary>One short sentence of reason for every outcome of a family; cheap enough for all of an answer. Not safe to share between threads.</summary>
    /// <param name="family">The family; its facts must stay as they are.</param>
    public Func<Outcome, Reason> Reasons(FamilyFacts family)
    {
        var frame = Frame.Remembering(family);
        return outcome =>
        {
            frame.MoveTo(outcome);
            return Because(outcome, frame);
        };
    }

    private Reason Because(Outcome outcome, Frame frame)
    {
        if (outcome.Missing.Count > 0)
            return new Reason(Say("还差：", "Still needed: ") + string.Join(Say("、", ", "), outcome.Missing.Select(path => Questions.Name(path, language)).Distinct()) + Say("。", "."));
        if (outcome.Rule is not { } rule)
            return Reason.None;
        return outcome.Status switch
        {
            OutcomeStatus.NotEntitled => _unmet.GetOrAdd(rule, static (rule, write) => new UnmetReasons(rule, write), Unmet).Of(frame),
            OutcomeStatus.Ended => new Reason(Say($"可用时间到{outcome.Until:yyyy-MM-dd}为止。", $"It could be used until {outcome.Until:yyyy-MM-dd}.")),
            OutcomeStatus.NotYet => new Reason(Say($"从{outcome.From:yyyy-MM-dd}起。", $"It begins on {outcome.From:yyyy-MM-dd}.")),
            OutcomeStatus.Conflict => new Reason(Say("两条规则都适用而数值不同：", "Two rules apply and differ: ") + string.Join(Say("、", ", "), outcome.Voices.SelectMany(voice => voice.Cites).Distinct())),
            _ => ReasonOf(rule, outcome.Header),
        };
    }

    private Reason Unmet(IReadOnlyCollection<Condition> failing) => new(failing.Count == 0
        ? Say("这一天没有适用的规则。", "No rule is in force on that day.")
        : Say("不满足：", "Not met: ") + string.Join(Say("；", "; "), failing.Select(TextOf)) + Say("。", "."));

    private Reason ReasonOf(Rule rule, QuantityHeader header) =>
        _sentences.GetOrAdd(rule, static (rule, state) => new Reason(state._renderer.Rule(rule, state.header)), (_renderer, header));

    private string SentenceOf(Rule rule, QuantityHeader header) => ReasonOf(rule, header).Text;

    private string TextOf(Condition condition) => _conditions.GetOrAdd(condition, static (condition, renderer) => renderer.Condition(condition), _renderer);

    private string TextOf(Number number) => _numbers.GetOrAdd(number, static (number, renderer) => renderer.Number(number), _renderer);

    private IEnumerable<Rule> Candidates(Outcome outcome, Frame frame)
    {
        var quantity = evaluator.Policy.QuantityOf(outcome);
        var lane = outcome.IsDraft ? quantity.Draft : quantity.InForce;
        if (!Interpreter.TryNumber(outcome.Header.Region, frame, out var division) || !Interpreter.TryNumber(outcome.Header.Anchor, frame, out var day))
            return outcome.Voices;
        var rules = lane[evaluator.Policy.RegionOf(division)] is { } set ? set.Segments[set.IndexOf(day)].Group.Rules : [];
        return rules.Count > 0 ? rules.Reverse() : outcome.Voices;   // on a day without rules the outcome speaks of those before or after it
    }

    private Step Place(QuantityHeader header, Rule rule, Frame frame)
    {
        var known = Interpreter.TryNumber(header.Region, frame, out var division);
        var level = rule.Division == 0 ? Say("全国", "the nation") : divisionName?.Invoke(rule.Division) ?? ValueFormat.Text(rule.Division, RuleType.Division);
        var source = TextOf(header.Region);
        return known
            ? new Step(StepState.Holds, Say($"适用{level}的规定", $"The rules of {level} apply"),
                Say($"{source}是{Name(division)}。外省的规定从不借用。", $"{source}: {Name(division)}. Rules of another province are never borrowed."), [], [])
            : new Step(StepState.Missing, Say("还不知道适用哪里的规定", "Whose rules apply is not known yet"), Say($"要看{source}。", $"It depends on {source}."), [], []);
    }

    private Step Version(Rule rule, Frame frame, QuantityHeader header)
    {
        var anchor = TextOf(header.Anchor);
        var day = Interpreter.TryNumber(header.Anchor, frame, out var number) ? DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "?";
        var span = (rule.From, rule.Until) switch
        {
            (null, null) => Say("所在的文件没有写施行日期，按一直有效处理", "rests on a text without a date and counts as always in force"),
            ({ } from, null) => Say($"自{from:yyyy-MM-dd}起有效", $"has been in force since {from:yyyy-MM-dd}"),
            (null, { } until) => Say($"到{until:yyyy-MM-dd}为止", $"was in force until {until:yyyy-MM-dd}"),
            ({ } from, { } until) => Say($"{from:yyyy-MM-dd}至{until:yyyy-MM-dd}有效", $"is in force from {from:yyyy-MM-dd} to {until:yyyy-MM-dd}"),
        };
        return new Step(StepState.Holds, Say("用哪一天的版本", "Which day's version"), Say($"按{anchor}（{day}）选版本；这条规则{span}。", $"The version is picked by {anchor} ({day}); this rule {span}."), [], []);
    }

    private Step RuleStep(Rule rule, Outcome outcome, Frame frame)
    {
        var sentence = SentenceOf(rule, outcome.Header);
        var applies = Interpreter.Test(rule.When, frame);
        var conditions = rule.When is null ? [] : Conditions(rule.When, frame);
        if (outcome.Voices.Contains(rule))
            return new Step(StateOf(applies), Say("用到的规则", "The rule used"), sentence, rule.Cites, [.. conditions, .. _figures.Of(rule, frame)]);
        var title = applies == Kleene.True ? Say("没有采用：已被更具体的规则代替", "Not used: a more specific rule stands in its place")
            : applies == Kleene.Unknown ? Say("还不能确定是否适用", "Whether it applies is open")
            : Say("不适用", "Does not apply");
        return new Step(applies == Kleene.Unknown ? StepState.Missing : StepState.NotUsed, title, sentence, rule.Cites, applies == Kleene.True ? [] : conditions);
    }

    /// <summary>How what extends a figure is added to it, and why it is.</summary>
    private Step Addition(Outcome outcome, Outcome added, FamilyFacts family)
    {
        var label = added.Header.Label.In(language);
        var (state, title) = added switch
        {
            { Status: OutcomeStatus.Unknown } when outcome is { Added: { } certain, Value: { } total } => (StepState.Missing, Say("至少加上", "At least to be added: ") + label + Say("：", ": ")
                + $"{Said(total - certain, outcome.Rule?.Limit ?? ValueLimit.None)} + {Said(certain, ValueLimit.AtLeast)} = {Said(total, outcome.Limit)}"),
            { Status: OutcomeStatus.Unknown } => (StepState.Missing, Say($"可能还要加上{label}", $"Perhaps to be added: {label}")),
            { Value: null } => (StepState.Open, Say($"还要加上{label}，这里没有定", $"To be added: {label}, not set here")),
            { Value: { } more } => (StepState.Holds, Say("加上", "Added: ") + label + Say("：", ": ") + (outcome.Value is { } total
                ? $"{Said(total - more, outcome.Rule?.Limit ?? ValueLimit.None)} + {_renderer.Amount(added)} = {Said(total, outcome.Limit)}"
                : _renderer.Amount(added))),
        };
        var conditions = added.Rule?.When is { } when ? Conditions(when, Evaluator.FrameOf(added, family)) : [];
        return new Step(state, title, added.Rule is { } rule ? SentenceOf(rule, added.Header) : null, added.Rule?.Cites ?? [], conditions);

        string Said(long value, ValueLimit limit) => _renderer.Value(value, outcome.Rule?.In(outcome.Header) ?? outcome.Header, limit);
    }

    /// <summary>What the other lane says: the draft beside the rule in force, or the rule in force beside the draft.</summary>
    private IEnumerable<Step> OtherLane(Outcome outcome, Frame frame)
    {
        var quantity = evaluator.Policy.QuantityOf(outcome);
        var other = outcome.IsDraft ? quantity.InForce : quantity.Draft;
        if (!Interpreter.TryNumber(outcome.Header.Region, frame, out var division) || other[evaluator.Policy.RegionOf(division)] is not { } set)
            yield break;
        foreach (var rule in set.Rules.Reverse().Take(1))
            yield return new Step(StepState.NotUsed,
                outcome.IsDraft ? Say("现行规定另有一条，结果以它为准", "A rule in force stands beside it and decides") : Say("征求意见稿也写了，只作提示", "A draft speaks of it too; it only advises"),
                SentenceOf(rule, outcome.Header), rule.Cites, []);
    }

    private List<Step> Conditions(Condition condition, Frame frame) => condition is And and
        ? [.. and.Operands.Select(operand => ConditionStep(operand, frame))]
        : [ConditionStep(condition, frame)];

    private Step ConditionStep(Condition condition, Frame frame)
    {
        var state = StateOf(Interpreter.Test(condition, frame));
        var nested = condition switch
        {
            And and => and.Operands.Select(operand => ConditionStep(operand, frame)),
            Or or => or.Operands.Select(operand => ConditionStep(operand, frame)),
            DefinedCondition { Body: Or or } => or.Operands.Select(operand => ConditionStep(operand, frame)),
            _ => [],
        };
        return new Step(state, TextOf(condition), Used(condition, frame), [], [.. nested]);
    }

    /// <summary>The facts a condition was decided by, with their values.</summary>
    private string? Used(Condition condition, Frame frame)
    {
        var used = new List<string>();
        foreach (var (path, type) in _reads.GetOrAdd(condition, static condition => new FactReads(condition)).In(frame))
        {
            var facts = FactWalk.Entity(path, frame.Family);
            var value = path.Fact is { } fact && facts is not null && facts.TryGet(fact.Slot, out var known) ? Shown(known, type) : Say("还不知道", "not known");
            used.Add(NameOf(path) + Say("：", ": ") + value);
        }

        return used.Count == 0 ? null : string.Join(Say("；", "; "), used);
    }

    private string NameOf(FactPath path) => _names.GetOrAdd(path, static (path, language) => Questions.Name(path, language), language);

    private string Shown(long value, RuleType type) => type.Kind switch
    {
        ValueKind.Bool => value != 0 ? Say("是", "yes") : Say("否", "no"),
        ValueKind.Enum => type.Enumeration!.Labels[(int)value].In(language),
        ValueKind.Set => value == 0 ? Say("都不是", "none") : string.Join(Say("、", ", "), type.Enumeration!.Labels.Where((_, index) => (value >> index & 1) != 0).Select(label => label.In(language))),
        ValueKind.Division => value == 0 ? Say("没有", "none") : Name(value),   // of a parent who is not there
        _ => ValueFormat.Text(value, type),
    };

    private static StepState StateOf(Kleene value) => value switch
    {
        Kleene.True => StepState.Holds,
        Kleene.False => StepState.Fails,
        _ => StepState.Missing,
    };

    private string Name(long division) => divisionName?.Invoke(division) ?? ValueFormat.Text(division, RuleType.Division);

    private string Say(string zh, string en) => language == Language.English ? en : zh;
}
