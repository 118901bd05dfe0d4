namespace Cradle.Platform.Protection;

/// <summary>One field of one kind of record. Its name is bound into what is sealed, so that a value moved to another field or row opens nothing.</summary>
/// <param name="Name">A stable name: <c>accounts.phone</c>.</param>
/// <param name="Kind">What it holds.</param>
public sealed record ProtectedField(string Name, FieldKind Kind);
