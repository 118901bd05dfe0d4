using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Protection;

/// <summary>Says at the start where keys lie open to other accounts of the machine, and how to close them.</summary>
internal sealed partial class KeyFolderCheck(IOptions<PlatformOptions> options, ILogger<KeyFolderCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (KeyFolder.OpenToOthers(options.Value.KeysFolder) is { Count: > 0 } open)
        {
            Open(string.Join(", ", open.Select(Path.GetFileName)), options.Value.KeysFolder);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other accounts of this machine may read the keys: {Files}. Close them: chmod 700 {Folder} && chmod 600 {Folder}/*; if somebody may have read them, rotate them afterwards: cradle keys rotate")]
    private partial void Open(string files, string folder);
}
