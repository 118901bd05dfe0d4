namespace Cradle.Platform.Messages;

/// <summary>Configuration section <c>Cradle:Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>How often a node looks for messages that are due; a full batch is followed by another at once.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many messages a node takes in hand at once.</summary>
    public int Batch { get; set; } = 50;

    /// <summary>How many of them it delivers beside each other; those about one thing never are. With SQLite one, unless told otherwise.</summary>
    public int AtOnce { get; set; } = 4;

    /// <summary>How long a node may keep what it took before another takes it over.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait after the first failed try; doubled with each one after it.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two tries.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Tries before a message is given up; a person then decides.</summary>
    public int Tries { get; set; } = 12;
}
