namespace Cradle.Platform.Audit;

/// <summary>What is wrong with the chain.</summary>
/// <param name="Sequence">The first entry that shows it.</param>
/// <param name="Problem">What it is.</param>
public sealed record AuditFinding(long Sequence, AuditProblem Problem);

/// <summary>The ways in which a chain can be broken.</summary>
public enum AuditProblem
{
    /// <summary>The entry's content is not what was hashed.</summary>
    Changed,

    /// <summary>The entry does not follow the one before it.</summary>
    Unlinked,

    /// <summary>An entry of this number is not there.</summary>
    Missing,

    /// <summary>The last entry is not the one the head names.</summary>
    CutOff,

    /// <summary>The entry is not the one a checkpoint outside the database wrote down.</summary>
    Rewritten,
}

/// <summary>The chain read from end to end.</summary>
/// <param name="Entries">How many were read.</param>
/// <param name="Checkpoints">How many checkpoints outside the database agreed or not.</param>
/// <param name="Findings">What is wrong; empty where the chain holds.</param>
public sealed record AuditVerification(long Entries, int Checkpoints, IReadOnlyList<AuditFinding> Findings)
{
    public bool Holds => Findings.Count == 0;
}
