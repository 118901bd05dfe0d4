using System.Globalization;
using System.Text;
using Cradle.Allocation.Input;
using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Centers;
using Cradle.Allocation.Siting.Tables;

namespace Cradle.Cli.Allocation;

/// <summary>An instance from tables, whose answer speaks of sites and points by their ids.</summary>
internal sealed class NamedInstance(SitingTables tables, string? folder) : LoadedInstance(tables.Problem)
{
    private double? distanceBound;

    public override SitingResult Solve(SolveOptions options, CancellationToken cancellation)
    {
        if (!tables.IsCenter)
            return base.Solve(options, cancellation);
        var result = CenterSolver.Solve(Problem, tables.Distances, options, cancellation);
        distanceBound = Finite(result.DistanceBound);
        return result.Siting;
    }

    public override void Write(SitingResult result, TimeSpan elapsed, bool json)
    {
        var reasons = result.IsInfeasible ? Impossibilities.Of(tables).ToList() : [];
        foreach (var reason in reasons)
            Console.Error.WriteLine(reason);
        if (folder is not null && result.Plan is { } made)
            WriteFiles(folder, made);
        if (!json)
        {
            WriteText(result, elapsed, option => tables.Options[option].Site);
            if (distanceBound is { } least && result.Plan is { } shown)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"longest way {tables.WorstDistance(shown):0.######}   no plan is below {least:0.######}"));
            return;
        }

        JsonOutput.Write(new
        {
            Objective = result.Plan?.Objective,
            LowerBound = Finite(result.LowerBound),
            Gap = Finite(result.Gap),
            Seconds = Math.Round(elapsed.TotalSeconds, 3),
            Status = StatusOf(result),
            Reasons = result.IsInfeasible ? reasons : null,
            Sites = result.Plan?.Open.Select(option => tables.Options[option]),
            Assignment = result.Plan?.Services.Select(service => new
            {
                tables.Customers[service.Customer].Point, tables.Customers[service.Customer].Period, tables.Options[service.Option].Site, service.Share,
                Distance = tables.Distances[service.Option][service.Customer],
            }),
            WorstDistance = result.Plan is { } plan ? tables.WorstDistance(plan) : (double?)null,
            WorstDistanceBound = distanceBound,
            Covered = result.Plan is { } covering && tables.Radius is not null ? tables.Covered(covering) : (double?)null,
            result.Branches,
        });
    }

    private void WriteFiles(string output, SitingPlan plan)
    {
        Directory.CreateDirectory(output);
        using (var map = new StreamWriter(Path.Combine(output, "map.svg"), append: false, new UTF8Encoding(false)))
            SitingMap.Write(map, tables, plan);
        using var table = new StreamWriter(Path.Combine(output, "plan.csv"), append: false, new UTF8Encoding(false));
        table.Write("point,period,site,share,distance\n");
        foreach (var (customer, option, share) in plan.Services)
            table.Write(string.Create(CultureInfo.InvariantCulture,
                $"{CsvField.Of(tables.Customers[customer].Point)},{tables.Customers[customer].Period},{CsvField.Of(tables.Options[option].Site)},{share},{tables.Distances[option][customer]}\n"));
    }
}
