using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>How far a family is, in screens: the place was the first, the rare circumstances are one.</summary>
public sealed record Progress(int Step, int Steps)
{
    public static Progress Of(Calculation calculation, Vocabulary vocabulary, FactPath here)
    {
        var asked = calculation.Draft.Asked.Select(text => FactPathReader.TryRead(vocabulary, text, out var path) ? EntitlementsLinks.Screen(path) : text).Distinct().ToList();
        var all = asked.Concat(calculation.Open.Select(question => EntitlementsLinks.Screen(question.Path))).Distinct().Count();
        var index = asked.IndexOf(EntitlementsLinks.Screen(here));
        var step = index >= 0 ? index + 1 : asked.Count + 1;
        return new Progress(step, Math.Max(step, all));
    }
}
