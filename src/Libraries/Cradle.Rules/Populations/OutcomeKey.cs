using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>One column of answers of a batch: a quantity in one lane, of the family, of one parent, or of every child.</summary>
/// <param name="Index">Its place among the keys.</param>
/// <param name="Quantity">What is asked.</param>
/// <param name="Parent">Mother or Father where it is asked of a parent; null otherwise.</param>
/// <param name="IsDraft">Whether it is the lane of drafts.</param>
public sealed record OutcomeKey(int Index, CompiledQuantity Quantity, EntityReference? Parent, bool IsDraft)
{
    /// <summary>The table whose rows are answered: families, or children.</summary>
    public PopulationTable Rows => Quantity.Header.Instance is InstanceKind.Child or InstanceKind.Birth ? PopulationTable.Children : PopulationTable.Family;

    /// <summary>The rules of the lane.</summary>
    public RuleLane Lane => IsDraft ? Quantity.Draft : Quantity.InForce;

    /// <summary>The one rule that can win anywhere at any time (<see cref="Rule.Index"/>); null where there are several.</summary>
    public int? OnlyRule => Lane.Different.SelectMany(set => set?.Rules ?? []).Distinct().Take(2).ToList() is [var only] ? only.Index : null;

    /// <summary>Every column of answers that a policy gives, in the order of its quantities.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="wanted">Quantities to answer, by id; null for all.</param>
    public static IReadOnlyList<OutcomeKey> AllOf(CompiledPolicy policy, IReadOnlySet<string>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var keys = new List<OutcomeKey>();
        foreach (var quantity in policy.Quantities.Where(quantity => wanted?.Contains(quantity.Header.Id) != false))
            foreach (var parent in ParentsOf(quantity.Header.Instance))
                foreach (var isDraft in new[] { false, true })
                    if (!(isDraft ? quantity.Draft : quantity.InForce).IsEmpty)
                        keys.Add(new OutcomeKey(keys.Count, quantity, parent, isDraft));
        return keys;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Quantity.Header.Id}{(Parent is { } parent ? $" ({parent})" : "")}{(IsDraft ? " (draft)" : "")}";

    private static IReadOnlyList<EntityReference?> ParentsOf(InstanceKind instance) => instance switch
    {
        InstanceKind.Mother => [EntityReference.Mother],
        InstanceKind.Father => [EntityReference.Father],
        InstanceKind.Parent => [EntityReference.Mother, EntityReference.Father],
        _ => [null],
    };
}
