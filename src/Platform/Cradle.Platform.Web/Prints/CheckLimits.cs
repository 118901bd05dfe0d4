using System.Threading.RateLimiting;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Web.Prints;

/// <summary>How often one client may check papers, or take over a file by the numbers on one: nobody tries codes out.</summary>
public static class CheckLimits
{
    public const string Policy = "check";

    internal static void Configure(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, static context =>
        RateLimitPartition.GetFixedWindowLimiter(ApiLimits.ClientOf(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiLimits>>().Value.ChecksPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
}
