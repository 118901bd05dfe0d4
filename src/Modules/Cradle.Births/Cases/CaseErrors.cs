using Cradle.Platform.Lifecycles;

namespace Cradle.Births.Cases;

/// <summary>Every way in which something with a case or a registration can fail; then nothing has changed.</summary>
public abstract record CaseError
{
    private CaseError()
    {
    }

    /// <summary>Everything that is wrong with the form.</summary>
    public sealed record Form(IReadOnlyList<FormProblem> Problems) : CaseError;

    /// <summary>There is no such case, or it is not this person's to see.</summary>
    public sealed record Missing : CaseError;

    /// <summary>The joint application is not offered to this child: see the rule, or apply singly.</summary>
    public sealed record NotOffered : CaseError;

    /// <summary>The certificate has another live case: one of the two has to end first.</summary>
    public sealed record CertificateTaken : CaseError;

    /// <summary>Papers that the form calls for are not there: such a case is accepted on a promise, or sent back.</summary>
    public sealed record PapersMissing(IReadOnlyList<Paper> Papers) : CaseError;

    /// <summary>A promised paper has not come by its last day: what needs it waits for the paper.</summary>
    public sealed record PaperLate(Paper Paper) : CaseError;

    /// <summary>Somebody wrote an identity or mobile number into words that others read.</summary>
    public sealed record NumberInWords : CaseError;

    /// <summary>One of the items has been done; what was done stays, and the rest can't be withdrawn as if nothing had been.</summary>
    public sealed record AlreadyDone : CaseError;

    /// <summary>A rating is one to five, once the case has ended.</summary>
    public sealed record NotRateable : CaseError;

    /// <summary>Another registration of the same pregnancy stands.</summary>
    public sealed record AlreadyRegistered : CaseError;

    /// <summary>The pregnancy that somebody tried to register is on record, and not as this person's: of whose it is nothing is told.</summary>
    public sealed record OnRecord : CaseError;

    /// <summary>Words are longer than is kept of them.</summary>
    public sealed record TooManyWords(int Most) : CaseError;

    /// <summary>The move is not one that can be made now.</summary>
    public sealed record NotMoved(MoveError Why) : CaseError;
}
