using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Cradle.Modules.Tests;

/// <summary>The program as a process of its own, on packs that somebody broke.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("cradle-start-");

    [Fact]
    public async Task A_start_on_broken_packs_is_refused_with_every_error_and_serves_nothing()
    {
        using var copy = new PolicyCopy();
        copy.Replace(PolicyCopy.JilinMaternityLeave, "value: 180 days", "value: 180 yuan");
        copy.Replace("22-jilin/leave/parental-leave.yaml", "value: 20 days", "value: 20 dogs");

        var (exitCode, errors, _) = await Start("http://127.0.0.1:0", copy.Folder);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"leave/maternity-leave\.yaml\(\d+,\d+\): error CR\d{3}: ", errors);
        Assert.Matches(@"leave/parental-leave\.yaml\(\d+,\d+\): error CR\d{3}: ", errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);

        copy.Replace(PolicyCopy.JilinMaternityLeave, "value: 180 yuan", "value: 180 days");
        copy.Replace("22-jilin/leave/parental-leave.yaml", "value: 20 dogs", "value: 20 days");
        copy.Replace(PolicyCopy.JilinMaternityLeave, "000/二（十二）", "000/二（九十九）");

        (exitCode, errors, _) = await Start("http://127.0.0.1:0", copy.Folder);

        Assert.Equal(1, exitCode);
        Assert.Contains("CR501", errors, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(errors, ": error CR"));
    }

    [Fact]
    public async Task A_start_on_a_folder_that_holds_no_policies_is_refused_in_one_line_with_the_remedy()
    {
        var nowhere = Path.Combine(_state.FullName, "nowhere");
        var (exitCode, errors, _) = await Start("http://127.0.0.1:0", nowhere);
        Assert.Equal(1, exitCode);
        Assert.Equal($"No policies are at {nowhere}: there is no such folder. Set Policies:Folder (environment Policies__Folder) to a policies folder, or leave it out for the one delivered.", errors.Trim());

        var empty = Directory.CreateDirectory(nowhere).FullName;
        (exitCode, errors, _) = await Start("http://127.0.0.1:0", empty);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"No policies are at {empty}: the folder holds no vocabulary.yaml. ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_on_a_port_that_is_taken_ends_in_one_line_with_the_remedy()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var (exitCode, errors, output) = await Start($"http://127.0.0.1:{port}", Repository.PathOf("policies"));

        Assert.Equal(1, exitCode);
        Assert.Equal($"Failed to bind to address http://127.0.0.1:{port}: address already in use. Stop the other program, or take another port: PORT=5090 ./run", errors.Trim());
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    public void Dispose() => _state.Delete(recursive: true);

    private async Task<(int ExitCode, string Errors, string Output)> Start(string address, string policies)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", address, "--contentRoot", Repository.PathOf("src", "Apps", "Cradle.Web")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["Policies__Folder"] = policies;
        start.Environment["Cradle__State"] = _state.FullName;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, errors, await output);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
