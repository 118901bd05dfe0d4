using System.CommandLine;
using System.Globalization;
using Cradle.Allocation.Input;
using Cradle.Allocation.Siting;

namespace Cradle.Cli.Allocation;

/// <summary><c>cradle site --instance FILE --format orlib-pmed|orlib-cap|csv</c>: where to put places, with a proven gap.</summary>
internal static class SiteCommand
{
    public static Command Create()
    {
        var instance = new Option<string>("--instance") { Description = "The instance: a file, or for csv the folder of its tables.", HelpName = "FILE", Required = true };
        var format = new Option<string>("--format") { Description = "How the instance is written.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("orlib-pmed", "orlib-cap", "csv");
        var time = new Option<double?>("--time") { Description = "Seconds after which the best plan so far is given with its proven gap.", HelpName = "S" };
        var gap = new Option<double>("--gap") { Description = "The relative gap that is close enough; 0 searches to the proof.", HelpName = "G" };
        var single = new Option<bool>("--single") { Description = "orlib-cap: serve every customer from one site only." };
        var output = new Option<string?>("--out") { Description = "csv: a folder for plan.csv and map.svg.", HelpName = "DIR" };
        var command = new Command("site", "Finds where to put places: the best plan and how far it can be from the optimum.") { instance, format, time, gap, single, output, Options.Json };
        command.SetAction((parse, cancellation) => Interruptible.Run(() => Run(
            new SiteRequest(parse.GetValue(instance)!, parse.GetValue(format)!, parse.GetValue(single), parse.GetValue(output)),
            parse.GetValue(time), parse.GetValue(gap), parse.GetValue(Options.Json), cancellation)));
        return command;
    }

    private static int Run(SiteRequest request, double? seconds, double gap, bool json, CancellationToken cancellation)
    {
        if (seconds is not null and not (> 0 and < 1e7))
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--time {seconds}: give the seconds as a number above 0."));
        if (gap is not (>= 0 and < 1))
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--gap {gap}: give a part of 1, such as 0.01."));
        try
        {
            var start = TimeProvider.System.GetTimestamp();
            var loaded = request.Load();
            var limit = seconds is null ? (TimeSpan?)null : TimeSpan.FromSeconds(seconds.Value) - TimeProvider.System.GetElapsedTime(start);
            var options = new SolveOptions { TimeLimit = limit < TimeSpan.Zero ? TimeSpan.Zero : limit, Gap = gap, Progress = new SiteProgress() };
            var result = loaded.Solve(options, cancellation);
            loaded.Write(result, TimeProvider.System.GetElapsedTime(start), json);
            return result.Plan is null ? ExitCodes.Finding : ExitCodes.Ok;
        }
        catch (InputException exception)
        {
            return InputReport.Refuse(exception, json);
        }
    }
}
