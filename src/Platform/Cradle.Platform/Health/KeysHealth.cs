using Cradle.Platform.Protection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cradle.Platform.Health;

/// <summary>The keys of protected fields can be read.</summary>
internal sealed class KeysHealth(FieldKeyRing ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ring.All().Count > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());   // a damaged file throws, which is unhealthy too
}
