using Cradle.Platform.Lifecycles;

namespace Cradle.Platform.Accounts;

/// <summary>Every way in which a reset can be refused.</summary>
public abstract record CredentialResetError
{
    private CredentialResetError()
    {
    }

    /// <summary>Nobody proposes or confirms for the own account.</summary>
    public sealed record OwnAccount : CredentialResetError;

    /// <summary>The account has roles where the administrator has no say: somebody above decides.</summary>
    public sealed record OutOfScope : CredentialResetError;

    /// <summary>The account has no second factor to take off.</summary>
    public sealed record NothingToReset : CredentialResetError;

    /// <summary>One waits for this account already.</summary>
    public sealed record Already : CredentialResetError;

    /// <summary>It is not said how one made sure who asks.</summary>
    public sealed record ReasonMissing : CredentialResetError;

    /// <summary>There is none such.</summary>
    public sealed record Missing : CredentialResetError;

    /// <summary>The account or the reset was changed in the meantime.</summary>
    public sealed record Changed : CredentialResetError;

    /// <summary>The move is not one that can be made now.</summary>
    public sealed record NotMoved(MoveError Why) : CredentialResetError;
}
