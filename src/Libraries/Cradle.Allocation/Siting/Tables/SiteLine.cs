namespace Cradle.Allocation.Siting.Tables;

/// <summary>A line of <c>sites.csv</c>.</summary>
internal sealed record SiteLine(string Id, double X, double Y, double Cost, double Capacity, bool Exists, double UpgradeCapacity, double UpgradeCost, string District);
