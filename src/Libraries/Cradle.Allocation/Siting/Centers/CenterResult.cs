namespace Cradle.Allocation.Siting.Centers;

/// <summary>The least longest way and the cheapest plan that keeps to it.</summary>
public sealed class CenterResult
{
    /// <summary>The longest way anybody with demand has; positive infinity when no plan was found.</summary>
    public required double Distance { get; init; }

    /// <summary>No plan has a shorter longest way; equal to <see cref="Distance"/> when that is proven. Positive infinity when no plan exists.</summary>
    public required double DistanceBound { get; init; }

    /// <summary>The cheapest plan within <see cref="Distance"/>, with the proven bound of its cost.</summary>
    public required SitingResult Siting { get; init; }
}
