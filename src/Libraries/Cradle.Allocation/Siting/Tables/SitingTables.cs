using Cradle.Allocation.Siting.Centers;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Tables;

/// <summary>A siting problem read from tables, with the names behind its numbers.</summary>
public sealed class SitingTables
{
    /// <summary>The problem.</summary>
    public required SitingProblem Problem { get; init; }

    /// <summary>What each option stands for.</summary>
    public required IReadOnlyList<SiteOption> Options { get; init; }

    /// <summary>Id of each customer's demand point and the period, from 1.</summary>
    public required IReadOnlyList<(string Point, int Period)> Customers { get; init; }

    /// <summary>Distance of each customer from each option, [option][customer].</summary>
    public required double[][] Distances { get; init; }

    /// <summary>Where sites and demand points lie, by id.</summary>
    public required IReadOnlyDictionary<string, (double X, double Y)> Places { get; init; }

    /// <summary>The radius of a covering problem, else null.</summary>
    public double? Radius { get; init; }

    /// <summary>Whether the longest way comes first and cost only then, see <see cref="CenterSolver"/>.</summary>
    public bool IsCenter { get; init; }

    /// <summary>The longest way anybody with demand has.</summary>
    /// <param name="plan">A plan of the problem.</param>
    public double WorstDistance(SitingPlan plan) => CenterSolver.Longest(Problem, Distances, plan);

    /// <summary>Demand within the radius of a covering problem, all periods together.</summary>
    /// <param name="plan">A plan of the problem.</param>
    public double Covered(SitingPlan plan) =>
        plan.Services.Where(service => Distances[service.Option][service.Customer] <= Radius).Sum(service => service.Share * Problem.Demands[service.Customer]);
}
