namespace Cradle.Allocation.Siting;

/// <summary>A customer served by an option.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Option">The option.</param>
/// <param name="Share">The part of the customer's demand, above 0 and at most 1.</param>
public readonly record struct Service(int Customer, int Option, double Share);
