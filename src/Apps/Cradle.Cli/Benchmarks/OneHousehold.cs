using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Benchmarks;

/// <summary>How long one household takes by itself, as a site or a desk asks for it: median of rounds over a few hundred households in turn.</summary>
/// <param name="Answer">All outputs.</param>
/// <param name="Explained">All outputs, and of each the whole way it came about and what would change it.</param>
internal sealed record OneHousehold(TimeSpan Answer, TimeSpan Explained)
{
    private const int Most = 512;

    // in process; the compiler has seen them well before
    private const int WarmUp = 40;

    public static OneHousehold Of(CompiledPolicy policy, Households households, DateOnly day)
    {
        var families = Enumerable.Range(0, Math.Min(Most, households.Count)).Select(index => households.Population.Family(index, day)).ToArray();
        var evaluator = new Evaluator(policy);
        var explainer = new Explainer(evaluator, Language.English);
        for (var round = 0; round < WarmUp; round++)
            Array.ForEach(families, family => Explain(family, evaluator, explainer));
        var times = Rounds.Of(
            () => Array.ForEach(families, family => evaluator.Evaluate(family)),
            () => Array.ForEach(families, family => Explain(family, evaluator, explainer)));
        return new OneHousehold(times[0] / families.Length, times[1] / families.Length);
    }

    private static void Explain(FamilyFacts family, Evaluator evaluator, Explainer explainer)
    {
        var explanations = explainer.Explanations(family);
        foreach (var outcome in evaluator.Evaluate(family).Outcomes)
            explanations(outcome);
    }
}
