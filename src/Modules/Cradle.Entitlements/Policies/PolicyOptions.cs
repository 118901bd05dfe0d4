namespace Cradle.Entitlements.Policies;

/// <summary>Where the packs and the reference data lie; configuration section <c>Policies</c>.</summary>
public sealed class PolicyOptions
{
    /// <summary>The policies folder; found upwards from the application where it is not named.</summary>
    public string? Folder { get; set; }

    /// <summary>The data folder with divisions and calendars.</summary>
    public string? Data { get; set; }
}
