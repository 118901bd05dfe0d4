using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Data;

/// <summary>Tells by an exception that two writers met and this one came second: nothing is wrong, and the same write made again finds what the first one left. A provider registers what its errors are.</summary>
/// <param name="Is">Whether this exception, not one inside of it, says so.</param>
public sealed record WriteCollision(Func<Exception, bool> Is)
{
    /// <summary>A row that another writer changed since it was read.</summary>
    public static WriteCollision OfVersion { get; } = new(exception => exception is DbUpdateConcurrencyException);

    /// <summary>Whether an exception or one inside of it is such a collision.</summary>
    public static bool IsIn(Exception? exception, IEnumerable<WriteCollision> collisions) => ExceptionSigns.AnyIn(exception, [.. collisions.Select(collision => collision.Is)]);
}
