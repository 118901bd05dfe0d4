namespace Cradle.Platform.Lifecycles;

/// <summary>Every way in which a move can be refused. A refused move has no effect at all.</summary>
public abstract record MoveError
{
    private MoveError()
    {
    }

    /// <summary>It may not be done in this state; these may.</summary>
    public sealed record Illegal(string State, string Action, IReadOnlyList<string> Possible) : MoveError;

    /// <summary>Somebody moved it in the meantime: look again.</summary>
    public sealed record Changed(int CurrentVersion) : MoveError;

    /// <summary>The actor lacks the permission, or lacks it for this place.</summary>
    public sealed record Forbidden(string Permission) : MoveError;

    /// <summary>Whoever made the last move may not check it.</summary>
    public sealed record SamePerson : MoveError;

    /// <summary>The move takes a reason, and none was given.</summary>
    public sealed record ReasonMissing : MoveError;

    /// <summary>A condition of the table does not hold.</summary>
    public sealed record Refused(string Why) : MoveError;
}
