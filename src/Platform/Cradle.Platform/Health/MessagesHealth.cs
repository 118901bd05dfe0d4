using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cradle.Platform.Health;

/// <summary>Messages leave: none has waited for long after it was due, and none was given up. The site serves all the same.</summary>
internal sealed class MessagesHealth(PlatformDbContext database, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = time.GetUtcNow() - Long;
        return await database.Outbox.AnyAsync(message => message.State == MessageState.Waiting && message.NotBefore < late, cancellationToken)
            ? HealthCheckResult.Degraded("Messages have waited for long.")
            : await database.Outbox.AnyAsync(message => message.State == MessageState.Dead, cancellationToken)
                ? HealthCheckResult.Degraded("Messages were given up: /desk/messages.")
                : HealthCheckResult.Healthy();
    }
}
