using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;

namespace Cradle.Rules.Explain;

/// <summary>Which definitions of the vocabulary read a fact: what they came to is to be forgotten where it changes.</summary>
internal sealed class DefinitionReaders
{
    private readonly Dictionary<(EntityKind, int), HashSet<int>> _readers = [];

    /// <summary>The readers among the definitions that rules of a policy use.</summary>
    public DefinitionReaders(CompiledPolicy policy)
    {
        foreach (var quantity in policy.Pack.Quantities)
            foreach (var node in RuleNodes.Of(quantity))
                Walk(node, []);
    }

    /// <summary>The slots of the definitions that read a fact, through others too.</summary>
    public IReadOnlyList<int> Of(FactDefinition fact) => _readers.TryGetValue((fact.Entity, fact.Slot), out var slots) ? [.. slots] : [];

    private void Walk(Node node, IReadOnlyList<int> within)
    {
        var definition = node switch { DefinedCondition condition => condition.Definition, DefinedNumber number => number.Definition, _ => null };
        if (definition is not null)
            within = [.. within, definition.Slot];
        var fact = node switch { FactCondition condition => condition.Fact, FactNumber number => number.Fact, _ => null };
        if (fact is not null)
        {
            if (!_readers.TryGetValue((fact.Entity, fact.Slot), out var slots))
                _readers[(fact.Entity, fact.Slot)] = slots = [];
            slots.UnionWith(within);
        }

        foreach (var child in FactWalk.Children(node))
            Walk(child, within);
    }
}
