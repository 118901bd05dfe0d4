namespace Cradle.Rules.Rehearsal;

/// <summary>How a rehearsal is run.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The first day of the first year.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How many years, 1 to <see cref="RehearsalCalendar.MostYears"/>.</summary>
    public int Years { get; init; } = 1;

    /// <summary>Whether births to come are projected at constant rates; without, only stated children count.</summary>
    public bool ProjectBirths { get; init; } = true;

    /// <summary>What the projected births are drawn from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many families are observed between two checkpoints.</summary>
    public int BlockSize { get; init; } = 8192;

    /// <summary>How many threads; 0 is one a core.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Whether compiled code answers. It takes some seconds to make for each year, and comes to the same figures; null: where there are families enough to earn that back.
    /// </summary>
    public bool? IsCompiled { get; init; }

    internal RehearsalCalendar Calendar => new(AsOf, Math.Clamp(Years, 1, RehearsalCalendar.MostYears));
}

/// <summary>How far a rehearsal is.</summary>
/// <param name="Families">Families observed.</param>
/// <param name="Of">Families in all, where known.</param>
/// <param name="IsCounting">Whether births are still being counted, before anything is observed.</param>
public readonly record struct RehearsalProgress(long Families, long? Of, bool IsCounting);
