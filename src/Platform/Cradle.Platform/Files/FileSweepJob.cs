using Cradle.Platform.Jobs;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Files;

/// <summary>Sweeps files that belong to nothing.</summary>
internal sealed partial class FileSweepJob(FileStore files, ILogger<FileSweepJob> logger) : IBackgroundJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (rows, contents) = await files.SweepAsync(cancellationToken);
        if (rows + contents > 0)
        {
            Swept(rows, contents);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} files that were never attached and {Contents} contents without a file deleted")]
    private partial void Swept(int rows, int contents);
}
