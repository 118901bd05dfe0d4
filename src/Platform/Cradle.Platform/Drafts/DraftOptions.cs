namespace Cradle.Platform.Drafts;

/// <summary>Configuration section <c>Cradle:Drafts</c>.</summary>
public sealed class DraftOptions
{
    /// <summary>How long a draft is kept after its last save.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often expired drafts are deleted; nobody can read them any more before that.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The largest draft, in bytes of JSON.</summary>
    public int MaximumBytes { get; set; } = 256 * 1024;
}
