namespace Cradle.Allocation.Siting.Tables;

/// <summary>What an option of the problem stands for.</summary>
/// <param name="Site">Id of the site.</param>
/// <param name="Kind">Kept as it is, enlarged, or new.</param>
/// <param name="Period">The first period in which it is so, from 1.</param>
public sealed record SiteOption(string Site, SiteOptionKind Kind, int Period);
