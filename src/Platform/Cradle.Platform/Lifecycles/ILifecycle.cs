namespace Cradle.Platform.Lifecycles;

/// <summary>A lifecycle as those see it that find and draw them all.</summary>
public interface ILifecycle
{
    string Name { get; }

    string InitialState { get; }

    IEnumerable<LifecycleRow> Rows { get; }
}

/// <summary>One move in words.</summary>
public sealed record LifecycleRow(string From, string Action, string To, string? Permission, string? Limit, bool NeedsReason, bool NeedsAnother);
