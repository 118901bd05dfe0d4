namespace Cradle.Allocation.Siting.Problems;

/// <summary>Rules out, where customers stay whole, services that the option's capacity alone cannot hold.</summary>
internal static class WholeServices
{
    public static SitingProblem Restrict(SitingProblem problem)
    {
        if (problem.Splittable || problem.Capacities is not { } capacities)
            return problem;
        var costs = (double[][])problem.ServiceCosts.Clone();
        for (var option = 0; option < costs.Length; option++)
        {
            for (var customer = 0; customer < problem.CustomerCount; customer++)
            {
                if (problem.Demands[customer] <= capacities[option][problem.LayerOf(customer)] || double.IsInfinity(costs[option][customer]))
                    continue;
                if (ReferenceEquals(costs[option], problem.ServiceCosts[option]))
                    costs[option] = (double[])costs[option].Clone();
                costs[option][customer] = double.PositiveInfinity;
            }
        }

        return new SitingProblem
        {
            ServiceCosts = costs, OpeningCosts = problem.OpeningCosts, Demands = problem.Demands, Capacities = capacities, Layers = problem.Layers,
            Locations = problem.Locations, Required = problem.Required, MinSites = problem.MinSites, MaxSites = problem.MaxSites, Rows = problem.Rows,
        };
    }
}
