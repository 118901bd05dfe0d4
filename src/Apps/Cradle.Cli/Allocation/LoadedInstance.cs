using System.Globalization;
using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Cli.Allocation;

/// <summary>An instance whose sites and customers are numbers from 1, and how its answer is printed.</summary>
internal class LoadedInstance(SitingProblem problem)
{
    public SitingProblem Problem { get; } = problem;

    public virtual SitingResult Solve(SolveOptions options, CancellationToken cancellation) => SitingSolver.Solve(Problem, options, cancellation);

    public virtual void Write(SitingResult result, TimeSpan elapsed, bool json)
    {
        if (json)
            JsonOutput.Write(new
            {
                Objective = result.Plan?.Objective,
                LowerBound = Finite(result.LowerBound),
                Gap = Finite(result.Gap),
                Seconds = Math.Round(elapsed.TotalSeconds, 3),
                Status = StatusOf(result),
                Sites = result.Plan?.Open.Select(option => option + 1),
                Assignment = result.Plan?.Services.Select(service => new { Customer = service.Customer + 1, Site = service.Option + 1, service.Share }),
                result.Branches,
            });
        else
            WriteText(result, elapsed, option => (option + 1).ToString(CultureInfo.InvariantCulture));
    }

    protected static string StatusOf(SitingResult result) =>
        result.IsInfeasible ? "infeasible" : result.Plan is null ? "unknown" : result.Gap == 0 ? "optimal" : "feasible";

    // JSON knows no infinity
    protected static double? Finite(double number) => double.IsFinite(number) ? number : null;

    protected static void WriteText(SitingResult result, TimeSpan elapsed, Func<int, string> name)
    {
        if (result.Plan is not { } plan)
        {
            Console.Error.WriteLine(result.IsInfeasible ? "No plan meets all conditions; that is proven." : "No plan was found in the time given. Give more with --time.");
            return;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"objective {plan.Objective:0.######}   lower bound {result.LowerBound:0.######}   gap {result.Gap:0.####%}   {elapsed.TotalSeconds:0.00} s"));
        Console.WriteLine("sites " + string.Join(' ', plan.Open.Select(name)));
    }
}
