using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Rehearsal;

/// <summary>What a reform does to one rule.</summary>
public enum ReformAct
{
    /// <summary>A rule of the pack ends the day before, and another takes its place.</summary>
    Changed,

    /// <summary>A rule that was not there.</summary>
    Added,

    /// <summary>A rule of the pack ends the day before.</summary>
    Repealed,
}

/// <summary>One rule that a reform touches.</summary>
/// <param name="Act">What happens to it.</param>
/// <param name="Quantity">The quantity.</param>
/// <param name="Old">The rule of the pack; null for a rule that is new.</param>
/// <param name="New">The rule of the reform; null for one that is repealed.</param>
public sealed record ReformChange(ReformAct Act, QuantityHeader Quantity, Rule? Old, Rule? New);

/// <summary>
/// A change of rules that is not signed yet: what it is called, when it would begin, and what it does to the pack. Its form is described in docs/reforms.md.
/// </summary>
public sealed record Reform
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>One sentence on what it does.</summary>
    public required Bilingual About { get; init; }

    /// <summary>The first day on which its rules are in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Where that day stands.</summary>
    public required SourcePosition FromPosition { get; init; }

    /// <summary>The rules it touches, in the order of the file.</summary>
    public required IReadOnlyList<ReformChange> Changes { get; init; }

    /// <summary>The quantities it touches.</summary>
    public IEnumerable<string> Quantities => Changes.Select(change => change.Quantity.Id).Distinct();
}

/// <summary>A reform laid over a pack: the pack as it would be, with what was found wrong on the way.</summary>
/// <param name="Reform">The reform; null when it is too broken to be told.</param>
/// <param name="Pack">The reformed pack, whose diagnostics hold those of the reform. Not to be compiled while they have errors.</param>
public sealed record ReformedPack(Reform? Reform, PolicyPack Pack);
