using System.Buffers.Binary;

namespace Cradle.Platform.Messages;

/// <summary>
/// Ids of messages, each greater than the one before it, as RFC 9562 counts within a millisecond: they are delivered in the order of their ids, and
/// chance alone would shuffle what one save sends.
/// </summary>
public sealed class MessageIds
{
    private const int CounterBits = 12;
    private const int CounterAt = 6;
    private const int VersionSeven = 7 << CounterBits;

    private readonly Lock gate = new();
    private long last;

    /// <summary>The next one.</summary>
    public Guid Next(DateTimeOffset now)
    {
        long moment;
        lock (gate)
        {
            last = moment = Math.Max(last + 1, now.ToUnixTimeMilliseconds() << CounterBits);
        }

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(moment >> CounterBits)).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[CounterAt..], (ushort)(VersionSeven | (moment & ((1 << CounterBits) - 1))));
        return new Guid(bytes, bigEndian: true);
    }
}
