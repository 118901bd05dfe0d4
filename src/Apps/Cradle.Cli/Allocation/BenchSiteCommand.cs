using System.CommandLine;
using System.Globalization;
using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Generation;

namespace Cradle.Cli.Allocation;

/// <summary><c>cradle bench site</c>: how long a large capacitated problem takes to a proven gap, with demand split and with whole customers.</summary>
internal static class BenchSiteCommand
{
    private const int UsualSites = 1000;
    private const int UsualCustomers = 10_000;
    private const double MostSeconds = 600;
    private static readonly Option<int> Sites = new("--sites") { Description = "Number of sites.", HelpName = "N", DefaultValueFactory = _ => UsualSites };
    private static readonly Option<int> Customers = new("--customers") { Description = "Number of customers.", HelpName = "N", DefaultValueFactory = _ => UsualCustomers };
    private static readonly Option<double> Ratio = new("--ratio") { Description = "All capacity as a multiple of all demand.", HelpName = "R", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the instance.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Gap = new("--gap") { Description = "The proven gap to reach.", HelpName = "G", DefaultValueFactory = _ => 0.01 };
    private static readonly Option<bool> Single = new("--single") { Description = "Serve every customer from one site." };

    public static Command Create()
    {
        var command = new Command("site", "Solves an invented capacitated problem to a proven gap.") { Sites, Customers, Ratio, Seed, Gap, Single, Options.Json };
        command.SetAction((parse, cancellation) => Interruptible.Run(() => Run(parse, cancellation)));
        return command;
    }

    private static int Run(ParseResult parse, CancellationToken cancellation)
    {
        int sites = parse.GetValue(Sites), customers = parse.GetValue(Customers);
        var (ratio, gap, single) = (parse.GetValue(Ratio), parse.GetValue(Gap), parse.GetValue(Single));
        if (sites < 1 || customers < 1 || !(ratio > 1 && double.IsFinite(ratio)) || gap is not (>= 0 and < 1))
            throw new UsageException("--sites and --customers are at least 1, --ratio is above 1, --gap a part of 1.");
        var problem = RandomInstance.Capacitated(sites, customers, ratio, parse.GetValue(Seed), splittable: !single);
        var before = Environment.CpuUsage.TotalTime;
        var options = new SolveOptions { Gap = gap, TimeLimit = TimeSpan.FromSeconds(MostSeconds), Progress = new SiteProgress() };
        var result = SitingSolver.Solve(problem, options, cancellation);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(new { sites, customers, single, Objective = result.Plan?.Objective, result.LowerBound, result.Gap, Seconds = result.Elapsed.TotalSeconds, ProcessorSeconds = processor });
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{sites} sites, {customers} customers, {(single ? "whole" : "split")}: objective {result.Plan?.Objective:0.##}, lower bound {result.LowerBound:0.##}, gap {result.Gap:0.###%}, {result.Elapsed.TotalSeconds:0.0} s, {processor:0.0} s of all cores"));
        return result.Gap <= gap ? ExitCodes.Ok : ExitCodes.Finding;
    }
}
