using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>The status of one outcome.</summary>
public enum OutcomeStatus
{
    /// <summary>It is due.</summary>
    Entitled,

    /// <summary>No rule applies.</summary>
    NotEntitled,

    /// <summary>Facts are missing; they are named.</summary>
    Unknown,

    /// <summary>Unranked rules differ; both are cited.</summary>
    Conflict,

    /// <summary>It rests on a draft only.</summary>
    Advisory,

    /// <summary>The text leaves the figure to a locality and none is on file.</summary>
    NotSet,

    /// <summary>An offer without a personal claim.</summary>
    Programme,

    /// <summary>The time to use it is over.</summary>
    Ended,

    /// <summary>The time to use it has not begun.</summary>
    NotYet,
}

/// <summary>One answered quantity of one instance, in one lane.</summary>
public sealed record Outcome
{
    /// <summary>What was asked.</summary>
    public required QuantityHeader Header { get; init; }

    /// <summary>mother, father, parent, child, family, employer, institution or government.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>Index of the child of the instance.</summary>
    public int? Child { get; init; }

    /// <summary>Mother or Father where it was answered for a parent, whoever gains by it.</summary>
    public Binding.EntityReference? Parent { get; init; }

    /// <summary>Whether it stands in the draft lane.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The status.</summary>
    public required OutcomeStatus Status { get; init; }

    /// <summary>The value in the unit of the header (fen, days, months, millionths, whole numbers), where there is one.</summary>
    public long? Value { get; init; }

    /// <summary>The least and greatest value still possible, for unknown outcomes.</summary>
    public (long Low, long High)? Bounds { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it may be more: a text says "at least", or leaves more to the place.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Whether the text says "up to": it may be less.</summary>
    public bool AtMost => !AtLeast && Rule?.Limit == ValueLimit.AtMost;

    /// <summary>Whether its time is over whatever the missing facts say: it is unknown and could not be used any more, or leave of which the last day is past.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether its bounds say something: they lie apart, and are more than the range in which an amount may be stated.</summary>
    public bool IsBounded => Bounds is var (low, high) && low != high && !Missing.Any(path => path.Fact?.Type.Kind == Binding.ValueKind.Money);

    /// <summary>How its value is bounded for a reader; what extends it and still waits for facts can only add to it.</summary>
    public ValueLimit Limit => AtLeast ? ValueLimit.AtLeast : AtMost ? ValueLimit.AtMost : ValueLimit.None;

    /// <summary>Whether the last day is only the earliest it can be: it follows from a figure that may be more.</summary>
    public bool EndsEarliest => this is { Until: not null, Limit: ValueLimit.AtLeast, Unit: "day" or "month" };

    /// <summary>What extends it; as far as it is certain <see cref="Value"/> contains it.</summary>
    public Outcome? Extension { get; init; }

    /// <summary>How much of <see cref="Value"/> comes from what extends it; null where nothing certain does.</summary>
    public long? Added => Extension is { } part && Value is not null ? part.Value ?? (part.Bounds is ( > 0 and var certain, _) ? certain : null) : null;

    /// <summary>The quantity whose outcome of the same instance holds this one already; null where it stands for itself.</summary>
    public string? CountedIn { get; init; }

    /// <summary>The rule that gave the answer; for "not entitled" the one that comes nearest.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Every rule that speaks: the winner, those that say the same, the contenders of a conflict.</summary>
    public required IReadOnlyList<Rule> Voices { get; init; }

    /// <summary>The facts that are missing.</summary>
    public IReadOnlyList<FactPath> Missing { get; init; } = [];

    /// <summary>The unit of the value.</summary>
    public string Unit => Rule?.Unit ?? Header.Unit;

    /// <summary>The type of the value; null for a right without a number.</summary>
    public Binding.RuleType? ValueType => Rule?.Unit is null ? Header.ValueType : Rule.ValueType;

    /// <summary>Who handles it.</summary>
    public string Handler => Rule?.Handler ?? Header.Handler;

    /// <summary>Whether the outcome holds something for the family, now or at another time.</summary>
    public bool IsPositive => Status is not (OutcomeStatus.NotEntitled or OutcomeStatus.Unknown);

    /// <summary>The answer without its reasons: equal for two evaluations that say the same.</summary>
    public (OutcomeStatus, long?, (long, long)?, DateOnly?, DateOnly?) Answer => (Status, Value, Bounds, From, Until);
}

/// <summary>The question whose answer settles the most outcomes.</summary>
/// <param name="Path">The fact asked for.</param>
/// <param name="Settles">How many unknown outcomes wait for it.</param>
public sealed record NextQuestion(FactPath Path, int Settles);

/// <summary>All outcomes of a family.</summary>
public sealed record Answer(DateOnly AsOf, IReadOnlyList<Outcome> Outcomes, NextQuestion? NextQuestion);
