using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Platform.Files;

/// <summary>A file that somebody handed in: what it is, whose, and who may open it. Its bytes lie in the state folder, under their hash.</summary>
public sealed class StoredFile : IInScope, IAudited
{
    public const int HashLength = 64;
    public const int PermissionLength = 100;
    public const string SubjectTypeName = "file";

    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required FileKind Kind { get; init; }

    public required long Bytes { get; init; }

    /// <summary>The name that it came with: protected, because people write names and numbers into it.</summary>
    internal byte[] ProtectedName { get; init; } = [];

    /// <summary>The permission that opens it in its division.</summary>
    public required string Permission { get; init; }

    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    /// <summary>Who handed it in, and may open it: the actor's id.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The account whose data it is: may open it, and is told who did.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What it belongs to; nothing until it is attached.</summary>
    public string? SubjectType { get; private set; }

    public Guid? SubjectId { get; private set; }

    public required DateTimeOffset Created { get; init; }

    public AuditSubject AuditSubject => new(SubjectTypeName, Id);

    internal void Attach(AuditSubject subject) => (SubjectType, SubjectId) = (subject.Type, subject.Id);
}

/// <summary>Where a file belongs and who may open it.</summary>
/// <param name="Permission">The permission that opens it in the division.</param>
/// <param name="Division">Its division.</param>
/// <param name="Unit">Its unit there, if only that may open it.</param>
/// <param name="Person">The account whose data it is.</param>
/// <param name="Subject">What it belongs to; left out, it is attached later, or swept after a while.</param>
public sealed record FilePlace(string Permission, DivisionCode Division, string? Unit = null, Guid? Person = null, AuditSubject? Subject = null);
