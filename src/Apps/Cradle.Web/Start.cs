using Microsoft.AspNetCore.Connections;

namespace Cradle.Web;

/// <summary>The start of the server, so that a port somebody else holds ends in one line that says what to do.</summary>
internal sealed class Start
{
    private bool _done;

    /// <summary>What stops a start is thrown to the caller as well; until then the two that would also log it, with its stack, keep quiet.</summary>
    public Start(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => _done && level >= LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => _done && level >= LogLevel.Information);
    }

    /// <summary>Serves until stopped; gives the exit code.</summary>
    public async Task<int> RunAsync(WebApplication app)
    {
        await using var served = app;
        app.Lifetime.ApplicationStarted.Register(() => _done = true);
        try
        {
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await app.StopAsync();   // the jobs have begun: each ends before what it works with is gone
            Console.Error.WriteLine($"{taken.Message} Stop the other program, or take another port: PORT=5090 ./run");
            return 1;
        }
    }
}
