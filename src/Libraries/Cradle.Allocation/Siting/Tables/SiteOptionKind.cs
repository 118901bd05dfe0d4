namespace Cradle.Allocation.Siting.Tables;

/// <summary>How a site is used.</summary>
public enum SiteOptionKind
{
    /// <summary>A new site.</summary>
    New,

    /// <summary>An existing site as it is.</summary>
    Kept,

    /// <summary>An existing site, enlarged.</summary>
    Enlarged,
}
