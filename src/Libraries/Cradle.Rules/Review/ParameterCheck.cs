using Cradle.Rules.Binding;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>The values of a parameter follow one another in each place without overlap and without gap, rest on clauses, and some rule reads them.</summary>
internal static class ParameterCheck
{
    public static void Run(PolicyPack pack, DiagnosticBag diagnostics)
    {
        var used = pack.Quantities.SelectMany(RuleNodes.Of).Concat(pack.Vocabulary.Facts.Select(fact => fact.AskWhen).OfType<Node>())
            .SelectMany(FactWalk.WithAllBelow).OfType<ParameterNumber>().Select(node => node.Parameter).ToHashSet();
        foreach (var parameter in pack.Parameters.Values)
        {
            if (!used.Contains(parameter))
                diagnostics.Warning("CR592", parameter.Position, $"No rule reads the parameter {parameter.Name}.", "Use it in a rule as parameter(name, division), or remove it.");
            foreach (var value in parameter.Values)
                CitationCheck.CheckFigure(pack, parameter, value, diagnostics);
            foreach (var series in parameter.Values.GroupBy(value => value.Division).Select(group => group.OrderBy(value => value.From).ToList()))
                for (var index = 1; index < series.Count; index++)
                    CheckPair(parameter, series[index - 1], series[index], diagnostics);
        }
    }

    private static void CheckPair(Parameter parameter, ParameterValue earlier, ParameterValue later, DiagnosticBag diagnostics)
    {
        if (later.From == earlier.From || later.From <= earlier.Until)
            diagnostics.Error("CR590", later.Position,
                $"{parameter.Name} of {LevelText.Place(later.Division)} has two values from {later.From:yyyy-MM-dd} on; the other stands at {earlier.Position}.", "End the earlier one, or remove one.");
        else if (earlier.Until is { } until && later.From > until.AddDays(1))
            diagnostics.Warning("CR591", later.Position,
                $"{parameter.Name} of {LevelText.Place(later.Division)} has no value from {until.AddDays(1):yyyy-MM-dd} to {later.From.AddDays(-1):yyyy-MM-dd}; there it is not set.",
                "Close the gap, or leave it where the texts do.");
    }
}
