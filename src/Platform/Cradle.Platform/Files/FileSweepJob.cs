using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Files;

/// <summary>Sweeps files at regular intervals. Several nodes may do so at once without harm.</summary>
internal sealed partial class FileSweepJob(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<FileStoreOptions> options, ILogger<FileSweepJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var (rows, contents) = await scope.ServiceProvider.GetRequiredService<FileStore>().SweepAsync(stoppingToken);
                if (rows + contents > 0)
                {
                    Swept(rows, contents);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} files that were never attached and {Contents} contents without a file deleted")]
    private partial void Swept(int rows, int contents);

    [LoggerMessage(Level = LogLevel.Error, Message = "Files could not be swept; trying again at the next round")]
    private partial void Failed(Exception exception);
}
