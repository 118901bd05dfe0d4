using Cradle.Platform.Access;
using Cradle.Platform.Lifecycles;

namespace Cradle.Platform.Accounts;

/// <summary>Every way in which a grant can be refused.</summary>
public abstract record GrantError
{
    private GrantError()
    {
    }

    /// <summary>The division is not one that the administrator looks after.</summary>
    public sealed record OutOfScope : GrantError;

    /// <summary>Nobody proposes, confirms or withdraws for the own account.</summary>
    public sealed record OwnAccount : GrantError;

    /// <summary>The account holds or awaits a role that excludes this one.</summary>
    public sealed record Excluded(Role By) : GrantError;

    /// <summary>The account holds or awaits just this.</summary>
    public sealed record Already : GrantError;

    /// <summary>The place has no such unit on file; these resemble it.</summary>
    public sealed record UnknownUnit(string Unit, IReadOnlyList<string> Resembling) : GrantError;

    /// <summary>There is no such account or grant within the administrator's division.</summary>
    public sealed record Missing : GrantError;

    /// <summary>The grant or the account was changed in the meantime: look again.</summary>
    public sealed record Changed : GrantError;

    /// <summary>The move is not one that can be made now.</summary>
    public sealed record NotMoved(MoveError Why) : GrantError;
}
