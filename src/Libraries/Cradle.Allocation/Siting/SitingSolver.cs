using Cradle.Allocation.Siting.Problems;
using Cradle.Allocation.Siting.Search;

namespace Cradle.Allocation.Siting;

/// <summary>
/// Solves siting problems to a proven gap: a Lagrangian lower bound, greedy opening and interchange for plans, options decided by their reduced costs,
/// then branch and bound over what is left.
/// </summary>
public static class SitingSolver
{
    /// <summary>Searches for the cheapest plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long and how closely to search; to the proof when left out.</param>
    /// <param name="cancellation">Ends the search early; the best plan so far is returned.</param>
    /// <returns>The best plan with its proven bound. The same input gives the same plan unless a time limit or a cancellation cuts the search.</returns>
    public static SitingResult Solve(SitingProblem problem, SolveOptions? options = null, CancellationToken cancellation = default)
    {
        var search = new BranchAndBound(problem, options ?? new SolveOptions(), cancellation);
        return search.Run();
    }

    /// <summary>The same from a plan that is known already.</summary>
    internal static SitingResult Solve(SitingProblem problem, SolveOptions options, SitingPlan? known, CancellationToken cancellation) =>
        new BranchAndBound(problem, options, cancellation).Run(known);
}
