using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Rehearsal;

/// <summary>One world's figures: amounts in the unit of the quantity (fen, days, hours), each rounded once; numbers of instances. All for the whole place.</summary>
/// <param name="Due">What is due in the year.</param>
/// <param name="Offered">What it comes to besides, if all who may pay do.</param>
/// <param name="UnknownLow">The least that missing facts may add.</param>
/// <param name="UnknownHigh">The most, where it is bounded.</param>
/// <param name="Recipients">Instances that get something.</param>
/// <param name="Unknown">Instances with facts missing.</param>
/// <param name="Unbounded">Those of them without a bound.</param>
/// <param name="Conflicts">Instances for which unranked rules differ; in no sum.</param>
public sealed record RehearsalFigures(long Due, long Offered, long UnknownLow, long UnknownHigh, long Recipients, long Unknown, long Unbounded, long Conflicts)
{
    /// <summary>What is due and what is offered.</summary>
    public long Amount => checked(Due + Offered);
}

/// <summary>The figures of both worlds under one key: the whole, a rule, a division or a birth order.</summary>
public sealed record RehearsalLine(long Key, RehearsalFigures Now, RehearsalFigures After)
{
    /// <summary>After less now, due and offered.</summary>
    public long Change => checked(After.Amount - Now.Amount);
}

/// <summary>One quantity in one year.</summary>
public sealed record QuantityReport
{
    /// <summary>The quantity.</summary>
    public required MeasuredQuantity Quantity { get; init; }

    /// <summary>The whole.</summary>
    public required RehearsalLine Whole { get; init; }

    /// <summary>By rule; the key is the rule's index.</summary>
    public required IReadOnlyList<RehearsalLine> Rules { get; init; }

    /// <summary>By the place whose rules were asked.</summary>
    public required IReadOnlyList<RehearsalLine> Divisions { get; init; }

    /// <summary>By birth order; 0 without a child.</summary>
    public required IReadOnlyList<RehearsalLine> BirthOrders { get; init; }
}

/// <summary>Families between two amounts of change: from inclusive, until exclusive on the side away from zero.</summary>
public sealed record ChangeBin(long From, long Until, long Families);

/// <summary>How families come out by one measure in one year.</summary>
/// <param name="Quantity">The quantity; null for all cash together.</param>
/// <param name="Gain">Families that gain.</param>
/// <param name="Lose">Families that lose.</param>
/// <param name="Stay">Families for which nothing changes.</param>
/// <param name="Undecided">Families of which it cannot be said: facts missing, or rules in conflict.</param>
/// <param name="MedianGain">The middle gain of those that gain.</param>
/// <param name="MedianLoss">The middle loss of those that lose, negative.</param>
/// <param name="Resolution">0 where the medians are exact, else how far they may be off.</param>
/// <param name="Bins">The distribution.</param>
public sealed record FamilyReport(
    QuantityHeader? Quantity, long Gain, long Lose, long Stay, long Undecided, long? MedianGain, long? MedianLoss, long Resolution, IReadOnlyList<ChangeBin> Bins);

/// <summary>Instances of a quantity that change status, on the last day of the year.</summary>
public sealed record TransitionReport(QuantityHeader Quantity, OutcomeStatus? Now, OutcomeStatus? After, long Instances);

/// <summary>One year.</summary>
public sealed record YearReport
{
    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Births projected into it.</summary>
    public required long Births { get; init; }

    /// <summary>All cash.</summary>
    public required RehearsalLine Cost { get; init; }

    /// <summary>Cash by place.</summary>
    public required IReadOnlyList<RehearsalLine> Divisions { get; init; }

    /// <summary>Cash by birth order.</summary>
    public required IReadOnlyList<RehearsalLine> BirthOrders { get; init; }

    /// <summary>Every quantity that is followed and has a figure.</summary>
    public required IReadOnlyList<QuantityReport> Quantities { get; init; }

    /// <summary>How families come out: cash first, then every other touched quantity with amounts.</summary>
    public required IReadOnlyList<FamilyReport> Families { get; init; }

    /// <summary>Statuses that change.</summary>
    public required IReadOnlyList<TransitionReport> Transitions { get; init; }
}

/// <summary>What a reform would do to a population.</summary>
public sealed record RehearsalReport
{
    /// <summary>The reform.</summary>
    public required Reform Reform { get; init; }

    /// <summary>The population.</summary>
    public required PopulationHeader Population { get; init; }

    /// <summary>Families observed.</summary>
    public required long Sample { get; init; }

    /// <summary>Families they stand for.</summary>
    public required long Families { get; init; }

    /// <summary>The years.</summary>
    public required IReadOnlyList<YearReport> Years { get; init; }

    /// <summary>Examples of conflicts that the reform brings.</summary>
    public required IReadOnlyList<NewConflict> NewConflicts { get; init; }

    /// <summary>Worked cases that would answer otherwise.</summary>
    public IReadOnlyList<CaseChange> Cases { get; init; } = [];

    /// <summary>What review finds in the reformed pack and not in the pack.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>What was assumed; every reader is told.</summary>
    public required IReadOnlyList<Bilingual> Assumptions { get; init; }

    /// <summary>A rule of either world by its index.</summary>
    public required IReadOnlyDictionary<long, Rule> Rules { get; init; }
}
