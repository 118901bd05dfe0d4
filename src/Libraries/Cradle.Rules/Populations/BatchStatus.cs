using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Populations;

/// <summary>The status of one answer of a batch in one byte: none, or <see cref="OutcomeStatus"/> plus one.</summary>
public static class BatchStatus
{
    /// <summary>There is no outcome: no rule speaks of this instance.</summary>
    public const byte None = 0;

    /// <summary>How many there are, <see cref="None"/> included.</summary>
    public const int Count = 10;

    /// <summary>The byte of a status.</summary>
    public static byte Of(OutcomeStatus? status) => status is { } known ? (byte)((int)known + 1) : None;

    /// <summary>The status of a byte; null for none.</summary>
    public static OutcomeStatus? StatusOf(byte code) => code == None ? null : (OutcomeStatus)(code - 1);

    /// <summary>Whether a rule has won, so that the answer names one: it is neither open nor empty.</summary>
    public static bool HasWinner(byte code) => StatusOf(code) is not (null or OutcomeStatus.Unknown or OutcomeStatus.NotEntitled);
}

/// <summary>The four answers.</summary>
public enum FourAnswers
{
    /// <summary>The family has it: a right, an offer or advice, now or at another time, or a figure left to a locality.</summary>
    Yes,

    /// <summary>No rule gives it.</summary>
    No,

    /// <summary>Facts are missing.</summary>
    Unknown,

    /// <summary>Unranked rules differ.</summary>
    Conflict,
}
