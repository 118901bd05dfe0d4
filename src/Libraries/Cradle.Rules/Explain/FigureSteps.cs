using System.Collections.Concurrent;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>The parameters that a rule reads, each with its value in this family's place, since when, and by which clause.</summary>
internal sealed class FigureSteps(Language language, Func<long, string?>? divisionName)
{
    private readonly ConcurrentDictionary<Rule, ParameterNumber[]> _parameters = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<Step> Of(Rule rule, Frame frame)
    {
        foreach (var (parameter, place, day) in Read(rule, frame).Distinct())
        {
            var title = parameter.Label.In(language);
            if (parameter.At(place, day) is { } value)
                yield return new Step(StepState.Holds, title, Say(
                    $"{ValueFormat.Text(value.Value, parameter.Type)}，{Name(value.Division)}自{value.From:yyyy-MM-dd}起",
                    $"{ValueFormat.Text(value.Value, parameter.Type)}, set by {Name(value.Division)} from {value.From:yyyy-MM-dd}"), value.Cites, []);
            else
                yield return new Step(StepState.Open, title, Say($"{Name(place)}没有定，也没有可用的上级数额", $"not set in {Name(place)}, nor above it"), [], []);
        }
    }

    private IEnumerable<(Parameter, long Place, long Day)> Read(Rule rule, Frame frame) =>
        from parameter in _parameters.GetOrAdd(rule, ParametersOf)
        let place = Known(parameter.Division, frame)
        let day = Known(parameter.Date, frame)
        where place is not null && day is not null
        select (parameter.Parameter, place.Value, day.Value);

    private static ParameterNumber[] ParametersOf(Rule rule) =>
        [.. Review.RuleNodes.Of(rule).SelectMany(FactWalk.WithAllBelow).OfType<ParameterNumber>().Where(parameter => !ReadsItems(parameter))];

    /// <summary>What differs from child to child has no one place to show.</summary>
    private static bool ReadsItems(ParameterNumber parameter) =>
        FactWalk.WithAllBelow(parameter).Any(node => node is FactNumber { Entity: EntityReference.Item } or FactCondition { Entity: EntityReference.Item });

    private static long? Known(Number number, Frame frame) => Interpreter.TryNumber(number, frame, out var value) ? value : null;

    private string Name(long division) => division == 0 ? Say("全国", "the nation") : divisionName?.Invoke(division) ?? ValueFormat.Text(division, RuleType.Division);

    private string Say(string zh, string en) => language == Language.English ? en : zh;
}
