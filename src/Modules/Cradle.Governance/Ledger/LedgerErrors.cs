using Cradle.Platform.Lifecycles;

namespace Cradle.Governance.Ledger;

/// <summary>Every way in which work on the ledger can be refused. What is refused has no effect.</summary>
public abstract record LedgerError
{
    private LedgerError()
    {
    }

    /// <summary>There is no such thing, or it is not for this actor.</summary>
    public sealed record Missing : LedgerError;

    /// <summary>The lifecycle refused the move.</summary>
    public sealed record Move(MoveError Why) : LedgerError;

    /// <summary>The unit owes nothing here.</summary>
    public sealed record NotResponsible(string Unit) : LedgerError;

    /// <summary>The unit is not in the directory of the place; these resemble it.</summary>
    public sealed record UnknownUnit(string Unit, IReadOnlyList<string> Resembling) : LedgerError;

    /// <summary>A field can't be taken; says how to mend it.</summary>
    public sealed record Invalid(string Field, string Remedy) : LedgerError
    {
        /// <summary>What was entered, where a form may call its field otherwise than the ledger does.</summary>
        public object? Value { get; init; }
    }

    /// <summary>It stands there already.</summary>
    public sealed record Doubled(string What) : LedgerError;

    /// <summary>The level above does this, never the place itself.</summary>
    public sealed record OwnLevel : LedgerError;

    /// <summary>The actor made or sent it; somebody else takes it.</summary>
    public sealed record Maker : LedgerError;

    /// <summary>The actor lacks the permission for this place.</summary>
    public sealed record Forbidden(string Permission) : LedgerError;
}
