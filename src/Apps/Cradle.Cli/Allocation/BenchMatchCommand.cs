using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Tables;

namespace Cradle.Cli.Allocation;

/// <summary><c>cradle bench match</c>: how long an invented market takes from its tables to every file of the answer, and the check of it.</summary>
internal static class BenchMatchCommand
{
    private const int UsualApplicants = 1_000_000;
    private const int UsualInstitutions = 20_000;
    private static readonly Option<int> Applicants = new("--applicants") { Description = "Number of applicants.", HelpName = "N", DefaultValueFactory = _ => UsualApplicants };
    private static readonly Option<int> Institutions = new("--institutions") { Description = "Number of institutions.", HelpName = "N", DefaultValueFactory = _ => UsualInstitutions };

    public static Command Create()
    {
        var command = new Command("match", "Matches an invented market, from reading to written results, and checks it.") { Applicants, Institutions, Options.Json };
        command.SetAction((parse, cancellation) => Interruptible.Run(() => Run(parse, cancellation)));
        return command;
    }

    private static int Run(ParseResult parse, CancellationToken cancellation)
    {
        int applicants = parse.GetValue(Applicants), institutions = parse.GetValue(Institutions);
        if (applicants < 1 || institutions < 1)
            throw new UsageException("--applicants and --institutions are at least 1.");
        var folder = Directory.CreateTempSubdirectory("cradle-bench-").FullName;
        try
        {
            InventedMarket.Write(folder, applicants, institutions, seed: 1);
            string asking = Path.Combine(folder, "applicants.csv"), taking = Path.Combine(folder, "institutions.csv");
            var used = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            var tables = MarketReader.Read(asking, taking, seed: 1);
            var read = Stopwatch.GetElapsedTime(start);
            var assignment = DeferredAcceptance.Run(tables.Market, cancellation);
            var matched = Stopwatch.GetElapsedTime(start) - read;
            new MatchOutput(Path.Combine(folder, "results"), tables, assignment, passedOver: 0).Write(new Certificate(asking, taking, 1, "deferredAcceptance", null));
            var all = Stopwatch.GetElapsedTime(start);
            var processor = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
            var objections = StabilityCheck.Objections(tables.Market, assignment).Count();
            var check = Stopwatch.GetElapsedTime(start) - all;
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20);
            if (parse.GetValue(Options.Json))
                JsonOutput.Write(new
                {
                    applicants, institutions, assignment.Placed, objections, ReadSeconds = read.TotalSeconds, MatchSeconds = matched.TotalSeconds, Seconds = all.TotalSeconds, ProcessorSeconds = processor,
                    CheckSeconds = check.TotalSeconds, PeakMegabytes = peak,
                });
            else
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{applicants} applicants, {institutions} institutions: read {read.TotalSeconds:0.00} s, matched {matched.TotalSeconds:0.00} s, all written after {all.TotalSeconds:0.00} s ({processor:0.0} s of all cores); {assignment.Placed} placed; check {check.TotalSeconds:0.00} s, {objections} objections; peak {peak} MB"));
            return objections == 0 ? ExitCodes.Ok : ExitCodes.Finding;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
