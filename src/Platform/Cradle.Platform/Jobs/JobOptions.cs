namespace Cradle.Platform.Jobs;

/// <summary>Configuration section <c>Cradle:Jobs</c>.</summary>
public sealed class JobOptions
{
    /// <summary>How often a node of several says that it is alive.</summary>
    public TimeSpan CheckInEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after a check-in that did not come a node counts as gone, and others take its work over.</summary>
    public TimeSpan GoneAfter { get; set; } = TimeSpan.FromSeconds(10);
}
