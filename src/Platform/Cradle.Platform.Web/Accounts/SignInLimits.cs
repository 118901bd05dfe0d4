using System.Threading.RateLimiting;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Web.Accounts;

/// <summary>How often one client may try names and passwords; lock-out counts by account, this by client.</summary>
internal static class SignInLimits
{
    public const string Policy = "sign-in";

    public static void Configure(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, static context =>
        RateLimitPartition.GetFixedWindowLimiter(ApiLimits.ClientOf(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiLimits>>().Value.SignInsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
}
