namespace Cradle.Platform.Files;

/// <summary>Configuration section <c>Cradle:Files</c>.</summary>
public sealed class FileStoreOptions
{
    /// <summary>How often what belongs to nothing is swept away.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a file waits to be attached; longer than a draft lives.</summary>
    public TimeSpan KeepUnattached { get; set; } = TimeSpan.FromDays(31);

    /// <summary>How long bytes may lie without a row: longer than any request takes to save one.</summary>
    public TimeSpan KeepUnnamed { get; set; } = TimeSpan.FromHours(1);
}
