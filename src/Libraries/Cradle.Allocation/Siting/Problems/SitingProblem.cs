namespace Cradle.Allocation.Siting.Problems;

/// <summary>
/// Which options to open and who is served where, at least cost. An option is one way to use a location (a new site, an existing site as it is, the
/// same site enlarged, a site opened in a later period); at most one option of a location is opened. A customer is one place's demand in one layer
/// (a period of the plan); the capacity of an option holds in each layer on its own.
/// </summary>
/// <remarks>
/// p-median, uncapacitated, capacitated and covering problems, and plans over several periods, are all stated in this one form.
/// Costs are in any one unit, not negative. Arrays are not copied.
/// </remarks>
public sealed class SitingProblem
{
    /// <summary>Cost of serving a customer whole from an option, [option][customer]; positive infinity where it may not be.</summary>
    public required double[][] ServiceCosts { get; init; }

    /// <summary>Cost of opening each option.</summary>
    public required double[] OpeningCosts { get; init; }

    /// <summary>Demand of each customer, in the unit of capacity.</summary>
    public required double[] Demands { get; init; }

    /// <summary>Capacity of an option in a layer, [option][layer]; null when nothing is limited.</summary>
    public double[][]? Capacities { get; init; }

    /// <summary>Layer of each customer, ascending from 0; null when there is one.</summary>
    public int[]? Layers { get; init; }

    /// <summary>Location of each option, numbered from 0; null when each option is a location of its own.</summary>
    public int[]? Locations { get; init; }

    /// <summary>Locations of which some option must be opened, such as existing sites; null for none.</summary>
    public bool[]? Required { get; init; }

    /// <summary>The least number of locations opened; required locations do not count.</summary>
    public int MinSites { get; init; }

    /// <summary>The largest number of locations opened; required locations do not count.</summary>
    public int MaxSites { get; init; } = int.MaxValue;

    /// <summary>Further conditions on what is opened.</summary>
    public IReadOnlyList<SiteRow> Rows { get; init; } = [];

    /// <summary>Whether a customer's demand may be split between several options; matters only with capacities.</summary>
    public bool Splittable { get; init; }

    /// <summary>Number of options.</summary>
    public int OptionCount => ServiceCosts.Length;

    /// <summary>Number of customers.</summary>
    public int CustomerCount => Demands.Length;

    /// <summary>Number of layers.</summary>
    public int LayerCount => Layers is { Length: > 0 } layers ? layers[^1] + 1 : 1;

    /// <summary>Number of locations.</summary>
    public int LocationCount => Locations is null ? OptionCount : Required?.Length ?? Locations.Max() + 1;

    /// <summary>Location of an option.</summary>
    /// <param name="option">The option.</param>
    public int LocationOf(int option) => Locations is null ? option : Locations[option];

    /// <summary>Layer of a customer.</summary>
    /// <param name="customer">The customer.</param>
    public int LayerOf(int customer) => Layers is null ? 0 : Layers[customer];

    /// <summary>Whether some option of a location must be opened.</summary>
    /// <param name="location">The location.</param>
    public bool IsRequired(int location) => Required is not null && Required[location];
}
