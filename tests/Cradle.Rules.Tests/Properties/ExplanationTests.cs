using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Properties;

/// <summary>An explanation is made apart from the answer; it must tell the same story.</summary>
public class ExplanationTests
{
    private const int Families = 40;

    private static readonly Evaluator Evaluator = new(RealPack.Policy);

    [Theory]
    [InlineData(Language.Chinese, "用到的规则")]
    [InlineData(Language.English, "The rule used")]
    public void The_rule_that_gave_a_settled_answer_is_shown_as_holding(Language language, string title)
    {
        var explainer = new Explainer(Evaluator, language);
        var violations = new Violations();
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var known = generator.Partly(generator.Whole());
            foreach (var outcome in Evaluator.Evaluate(known).Outcomes)
            {
                var explanation = explainer.Explain(outcome, known);
                if (explanation.Because.Length == 0)
                    violations.Add(outcome, seed, $"no reason: {OutcomeKey.Show(outcome)}");
                if (outcome.IsPositive && !explanation.Steps.Any(step => step.State == StepState.Holds && step.Title == title && step.Cites.SequenceEqual(outcome.Rule!.Cites)))
                    violations.Add(outcome, seed, $"{OutcomeKey.Show(outcome)}: {string.Join(" / ", explanation.Steps.Select(step => $"{step.State} {step.Title} {string.Join(' ', step.Cites)}"))}");
            }
        }

        violations.AssertNone();
    }
}
