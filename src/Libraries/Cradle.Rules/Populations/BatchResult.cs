namespace Cradle.Rules.Populations;

/// <summary>What is to be kept of a batch besides its totals.</summary>
/// <param name="Outcomes">Keep status and winning rule of every row.</param>
/// <param name="Values">Keep values too.</param>
/// <param name="Division">Totals by this fact of the family as well.</param>
public sealed record BatchRequest(bool Outcomes = false, bool Values = false, Packs.FactDefinition? Division = null)
{
    /// <summary>
    /// An earlier result of the same shape whose columns may be written over, so that range after range needs no new memory; it means nothing any more afterwards.
    /// </summary>
    public BatchResult? Reusing { get; init; }

    /// <summary>Whether anything is kept row by row.</summary>
    public bool KeepsRows => Outcomes || Values;

    /// <summary>Totals only.</summary>
    public static BatchRequest TotalsOnly { get; } = new();

    /// <summary>Everything, row by row.</summary>
    public static BatchRequest Everything { get; } = new(Outcomes: true, Values: true);
}

/// <summary>What a batch gave: totals always, answers row by row where they were asked for.</summary>
/// <param name="AsOf">The day of the question.</param>
/// <param name="Totals">What it adds up to.</param>
/// <param name="Columns">The answers by key; empty where they were not kept.</param>
public sealed record BatchResult(DateOnly AsOf, Totals Totals, IReadOnlyList<OutcomeColumn> Columns)
{
    /// <summary>Bytes that the columns take; masks that several of them share count once.</summary>
    public long Bytes => Columns.SelectMany(column => column.Memory).Distinct(ReferenceEqualityComparer.Instance).Sum(memory => (long)Buffer.ByteLength((Array)memory!));

    /// <summary>What the engine can write over, see <see cref="BatchRequest.Reusing"/>.</summary>
    internal object? Memory { get; init; }
}
