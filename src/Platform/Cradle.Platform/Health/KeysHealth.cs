using Cradle.Platform.Protection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Health;

/// <summary>The keys of protected fields can be read, and by nobody else on this machine.</summary>
internal sealed class KeysHealth(FieldKeyRing ring, IOptions<PlatformOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ring.All().Count == 0 ? HealthCheckResult.Unhealthy() : KeyFolder.OpenToOthers(options.Value.KeysFolder).Count > 0 ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy());   // a damaged file throws, which is unhealthy too
}
