namespace Cradle.Allocation.Matching.Groups;

/// <summary>Where a group stands in an institution's order.</summary>
public enum GroupPriority
{
    /// <summary>All members stand where the first of them does.</summary>
    Best,

    /// <summary>All members stand where the last of them does.</summary>
    Worst,
}
