using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cradle.Journeys.Tests.Births;

/// <summary>The site or the receiver of departments as a process of its own, as an operator starts it.</summary>
internal sealed class SiteProcess(string role, int port, string state, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    // Several start at once on a machine that tests share.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly Queue<string> said = new();
    private Process? process;

    public string Origin { get; } = $"http://127.0.0.1:{port}";

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.PathOf("artifacts", "bin", "Cradle.Web", "release", "Cradle.Web.dll"), "--role", role, "--contentRoot", Repository.PathOf("src", "Apps", "Cradle.Web")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Demo";
        start.Environment["ASPNETCORE_URLS"] = Origin;
        start.Environment["Cradle__State"] = state;
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var stop = new CancellationTokenSource(Longest);
        while (!await AnswersAsync(stop.Token))
        {
            if (process.HasExited || stop.IsCancellationRequested)
                throw new InvalidOperationException($"The {role} {(process.HasExited ? $"ended with {process.ExitCode}" : "did not answer")}: {string.Join('\n', said)}");
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        const int Last = 40;
        lock (said)
        {
            if (line is not null)
                said.Enqueue(line);
            if (said.Count > Last)
                said.Dequeue();
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(Origin + "/sign-in"), stop);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
