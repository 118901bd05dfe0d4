using System.CommandLine;
using Cradle.Cli.Policies;
using Cradle.Cli.Populations;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Rehearsal;

namespace Cradle.Cli.Rehearsals;

/// <summary><c>cradle simulate --population P --reform R.yaml</c>: what a change of a rule would do, before it is signed.</summary>
internal static class SimulateCommand
{
    private static readonly Option<string> Population = new("--population") { Description = PopulationArguments.Forms, HelpName = "P", Required = true };

    private static readonly Option<string> ReformFile = new("--reform") { Description = "The reform, a small pack; see docs/reforms.md.", HelpName = "FILE", Required = true };

    private static readonly Option<int> Years = new("--years") { Description = "1 to 10 years.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<string> Births = new Option<string>("--births") { Description = "constant: project births at the rates of the last year; none.", DefaultValueFactory = _ => "constant" }.AcceptOnlyFromAmong("constant", "none");

    private static readonly Option<string?> Out = new("--out") { Description = "A folder for the tables as CSV, and for what --resume needs.", HelpName = "FOLDER" };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with the run that was stopped in --out." };

    public static Command Create()
    {
        var command = new Command("simulate", "Tells what a reform would cost, and who gains and loses.")
        {
            Population, ReformFile, Options.AsOf, Years, Births, Out, Resume,
            PopulationArguments.OnBadRows, PopulationArguments.BadRows, PopulationArguments.Mapping, PopulationArguments.Seed, PopulationArguments.Assumptions,
            Options.Pack, Options.English, Options.Json,
        };
        command.SetAction((parse, cancellation) => Interruptible.Run(() => PopulationArguments.Summed(() => Run(parse, cancellation))));
        return command;
    }

    private static int Run(ParseResult parse, CancellationToken cancellation)
    {
        var options = OptionsOf(parse);
        using var alone = parse.GetValue(Out) is { } to ? OutputFolder.Taken(to) : null;
        var folder = PolicyFolder.ReadSound(parse.GetValue(Options.Pack));
        var name = parse.GetValue(ReformFile)!;
        if (!File.Exists(name))
            throw new UsageException($"There is no reform at {name}.");
        var text = File.ReadAllText(name);
        var reformed = ReformReader.Read(folder.Pack, text, name);
        if (reformed.Pack.Diagnostics.HasErrors)
            return Refuse(folder, reformed, parse.GetValue(Options.Json));

        using var list = new BadRowFile(parse.GetValue(PopulationArguments.BadRows) ?? InOut(parse, "bad-rows.csv"), Options.Language(parse));
        var log = new BadRowLog(PopulationArguments.PolicyOf(parse), list.Add);
        var run = new RehearsalRun(folder.Compile(), reformed, PopulationArguments.Open(parse.GetValue(Population)!, parse, options.AsOf, log, drawn: options.AsOf.AddDays(-1)), options);
        var state = new RunState(InOut(parse, "state.json"), folder, text, run, PopulationArguments.Inputs(parse));
        var totals = parse.GetValue(Resume) ? state.Load() : new RehearsalTotals();
        if (!Observe(run, totals, state, cancellation))
            return ExitCodes.Stopped;
        if (totals.Families == 0)
            throw new UsageException($"{parse.GetValue(Population)} holds no family{(log.Families > 0 ? $"; {log.Families} were left out" : "")}, so nothing can be said of the reform.");
        var report = new ReportBuilder(run, totals).Build() with
        {
            Cases = CaseChanges.Find(run.Now, text, name, PolicyFolder.Divisions),
            Findings = ReformReview.Check(folder.Pack, reformed, run.Calendar),
        };
        var output = new ReportOutput(report, Options.Language(parse), log);
        if (parse.GetValue(Out) is { } target)
            output.WriteTables(target);
        if (parse.GetValue(Options.Json))
            output.WriteJson();
        else
            output.WriteText(Console.Out);
        return ExitCodes.Ok;
    }

    private static RehearsalOptions OptionsOf(ParseResult parse)
    {
        var years = parse.GetValue(Years);
        if (years is < 1 or > RehearsalCalendar.MostYears)
            throw new UsageException($"--years {years}: 1 to {RehearsalCalendar.MostYears} years can be rehearsed.");
        if (parse.GetValue(Resume) && parse.GetValue(Out) is null)
            throw new UsageException("--resume needs the --out of the run that was stopped.");
        return new RehearsalOptions
        {
            AsOf = parse.GetValue(Options.AsOf) ?? Options.Today,
            Years = years,
            ProjectBirths = parse.GetValue(Births) == "constant",
            Seed = parse.GetValue(PopulationArguments.Seed),
        };
    }

    private static int Refuse(PolicyFolder folder, ReformedPack reformed, bool json)
    {
        var errors = reformed.Pack.Diagnostics.Where(finding => finding.Severity == Rules.Syntax.Severity.Error).ToList();
        foreach (var finding in errors)
            Console.Error.WriteLine(finding);
        Console.Error.WriteLine($"The reform cannot be rehearsed: {errors.Count} errors.");
        if (json)
            JsonOutput.Write(new { Findings = errors.Select(finding => new FindingView(folder, finding)) });
        return ExitCodes.Finding;
    }

    /// <summary>Observes until done, or until Ctrl+C; false where it was stopped.</summary>
    private static bool Observe(RehearsalRun run, RehearsalTotals totals, RunState state, CancellationToken cancellation)
    {
        try
        {
            run.Observe(totals, new ProgressLine(), state.Keep, cancellation);
            state.Done();
            return true;
        }
        catch (OperationCanceledException)
        {
            state.Save(totals);
            Console.Error.WriteLine(state.IsKept ? $"Stopped after {totals.Families} families; --resume goes on." : $"Stopped after {totals.Families} families; with --out it could be gone on with.");
            return false;
        }
    }

    private static string? InOut(ParseResult parse, string name) => parse.GetValue(Out) is { } folder ? Path.Combine(folder, name) : null;
}
