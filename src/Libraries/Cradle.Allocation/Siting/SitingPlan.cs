using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting;

/// <summary>What to open and who is served where; it meets every condition of its problem.</summary>
public sealed class SitingPlan
{
    internal SitingPlan(SitingProblem problem, IEnumerable<int> open, IEnumerable<Service> services)
    {
        Open = [.. open.Order()];
        Services = [.. services.OrderBy(service => service.Customer).ThenBy(service => service.Option)];
        foreach (var option in Open)
            OpeningCost += problem.OpeningCosts[option];
        foreach (var (customer, option, share) in Services)
            ServiceCost += share * problem.ServiceCosts[option][customer];
    }

    /// <summary>The opened options, ascending.</summary>
    public IReadOnlyList<int> Open { get; }

    /// <summary>Every customer's services, by customer.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>Sum of the costs of opening.</summary>
    public double OpeningCost { get; }

    /// <summary>Sum of the costs of service.</summary>
    public double ServiceCost { get; }

    /// <summary>Cost of opening and of service.</summary>
    public double Objective => OpeningCost + ServiceCost;
}
