using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Cradle.Cli.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    /// <summary>Standard output as JSON; anything else on it fails the test.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);
}

/// <summary>
/// Runs the built <c>cradle</c>: in this process, which saves the start of one, or as a process of its own, as a shell does. Of every command some test does the latter.
/// </summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // the configuration these tests were built in: artifacts/bin/Cradle.Cli.Tests/<configuration>
    private static readonly string Program = Repository.PathOf(
        "artifacts", "bin", "Cradle.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "cradle.dll");

    public static string ExampleFamily => Repository.PathOf("docs", "examples", "family.json");

    private static readonly MethodInfo EntryPoint = Assembly.Load("cradle").EntryPoint!;
    private static readonly SaidHere Output = SaidHere.InsteadOf(Console.Out, Console.SetOut);
    private static readonly SaidHere Errors = SaidHere.InsteadOf(Console.Error, Console.SetError);

    /// <summary>Runs the program's entry point in this process, in the repository's folder; what it throws fails the test.</summary>
    public static async Task<Run> Cradle(params string[] arguments)
    {
        Environment.CurrentDirectory = Repository.Root;
        // a thread of its own: the program blocks the one it is started on
        return await Task.Factory.StartNew(() =>
        {
            using var output = Output.Listen();
            using var errors = Errors.Listen();
            try
            {
                var exitCode = (int)EntryPoint.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
                return new Run(exitCode, output.Said, errors.Said);
            }
            finally
            {
                SqliteConnection.ClearAllPools();   // as the end of a process does
            }
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Starts the program as a process in the repository's folder.</summary>
    public static Task<Run> AsProcess(params string[] arguments) => AsProcessIn(Repository.Root, arguments);

    /// <summary>Presses Ctrl+C once the program has said something on standard error; tests that run in the background of a script would hand on that it is ignored.</summary>
    public static async Task<Run> Interrupted(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. arguments]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var first = new char[1];
            await process.StandardError.ReadAsync(first, patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
                await kill.WaitForExitAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Run(process.ExitCode, await output, first[0] + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static async Task<Run> AsProcessIn(string folder, string[] arguments, string? input = null, string? locale = null, TimeSpan? patience = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false, throwOnInvalidBytes: true),
            StandardErrorEncoding = new UTF8Encoding(false, throwOnInvalidBytes: true),
        };
        if (locale is not null)
            start.Environment["LC_ALL"] = locale;
        using var process = Process.Start(start)!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(patience ?? Patience);
        var output = process.StandardOutput.ReadToEndAsync(stop.Token);
        var errors = process.StandardError.ReadToEndAsync(stop.Token);
        try
        {
            await process.StandardInput.WriteAsync((input ?? "").AsMemory(), stop.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(stop.Token);
            return new Run(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
