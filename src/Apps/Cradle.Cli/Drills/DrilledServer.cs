using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cradle.Cli.Drills;

/// <summary>A process of the real site or department, killed without notice and started again over what it left.</summary>
internal sealed class DrilledServer(string role, int port, string state, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Process? process;

    public int Kills { get; private set; }

    /// <summary>Processor time that the running process has used.</summary>
    public TimeSpan Processor
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{port}/");

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Cradle.Web", "release", "Cradle.Web.dll");
        if (!File.Exists(program))
            throw new UsageException($"The site is not built: {Path.GetFullPath(program)} is missing. Run ./run --build first.");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(program), "--role", role]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Demo";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/');
        start.Environment["Cradle__State"] = state;
        start.Environment["Logging__LogLevel__Default"] = "None";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var look = 0; look < 1800; look++)
        {
            if (process.HasExited)
                throw new UsageException($"The {role} ended at its start with exit code {process.ExitCode}; its state is in {state}.");
            if (await AnswersAsync(cancellation))
                return;
            await Task.Delay(100, cancellation);
        }

        throw new UsageException($"The {role} did not answer within three minutes.");
    }

    /// <summary>As <c>kill -9</c>: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
        Kills++;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(Address, "sign-in"), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
