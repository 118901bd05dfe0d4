using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Web.Api;

/// <summary>How often one client may try numbers that open something: the check code of a paper, the numbers by which a worker takes a file over. Nobody tries them out.</summary>
public static class GuessLimits
{
    public const string Policy = "guesses";

    internal static void Configure(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, static context =>
        RateLimitPartition.GetFixedWindowLimiter(ApiLimits.ClientOf(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiLimits>>().Value.ChecksPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
}
