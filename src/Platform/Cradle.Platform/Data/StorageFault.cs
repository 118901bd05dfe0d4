namespace Cradle.Platform.Data;

/// <summary>Tells by an exception that the storage is away for now: full, locked, gone. A provider registers what its errors are.</summary>
/// <param name="Is">Whether this exception, not one inside of it, says so.</param>
public sealed record StorageFault(Func<Exception, bool> Is)
{
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int NoSpaceLeft = 28;

    /// <summary>A file that could not be written because there is no space.</summary>
    public static StorageFault OfDisk { get; } = new(exception => exception is IOException { HResult: DiskFullOnWindows or NoSpaceLeft });

    /// <summary>Whether an exception or one inside of it is such a fault.</summary>
    public static bool IsIn(Exception? exception, IEnumerable<StorageFault> faults) => ExceptionSigns.AnyIn(exception, [.. faults.Select(fault => fault.Is)]);
}
