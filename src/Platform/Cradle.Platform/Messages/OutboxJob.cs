using Cradle.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Messages;

/// <summary>Delivers what was not delivered at once: messages that failed or had to wait, and those of a node that is gone.</summary>
internal sealed class OutboxJob(OutboxDispatcher dispatcher, IOptions<OutboxOptions> options) : IBackgroundJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await dispatcher.DeliverAsync(cancellationToken) == options.Value.Batch)
        {
            // there may be more
        }
    }
}
