using Cradle.Rules.Binding;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>
/// A fact that no rule reads would be asked of families for nothing. One without a question is only accepted: the checks of the family
/// reader may use it, and the contract may carry it for others.
/// </summary>
internal static class VocabularyCheck
{
    public static void Run(PolicyPack pack, DiagnosticBag diagnostics)
    {
        var used = new HashSet<FactDefinition>(ReferenceEqualityComparer.Instance);
        foreach (var node in pack.Quantities.SelectMany(RuleNodes.Of).Concat(pack.Vocabulary.Facts.Select(fact => fact.AskWhen).OfType<Node>()))
            Collect(node, used);

        // which parents there are decides which parents are answered for, without a rule saying so
        if (pack.Vocabulary.Find(EntityKind.Family, "parents") is { } parents)
            used.Add(parents);
        foreach (var fact in pack.Vocabulary.Facts.Where(fact => fact.Question is not null && !used.Contains(fact)))
            diagnostics.Warning("CR581", fact.Position, $"No rule reads {fact}.", "Use it in a rule, or remove it: nobody is asked for what decides nothing.");
    }

    private static void Collect(Node node, HashSet<FactDefinition> used)
    {
        switch (node)
        {
            case FactCondition fact:
                used.Add(fact.Fact);
                break;
            case FactNumber fact:
                used.Add(fact.Fact);
                break;
        }

        foreach (var child in FactWalk.Children(node))
            Collect(child, used);
    }
}
