using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Web.Api;

/// <summary>How much one caller may ask of the API; configuration section <c>Limits</c>.</summary>
public sealed class ApiLimits
{
    public const string Section = "Limits";

    /// <summary>The policy that every endpoint of the API requires.</summary>
    public const string Policy = "api";

    private const int SegmentsPerMinute = 6;

    /// <summary>Requests a minute and client address.</summary>
    public int ApiRequestsPerMinute { get; set; } = 600;

    /// <summary>Looks at, and attempts on, the pages of signing in, a minute and client address.</summary>
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Checks of printed papers a minute and client address.</summary>
    public int ChecksPerMinute { get; set; } = 30;

    internal static void Configure(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1.0 / SegmentsPerMinute);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, static context => RateLimitPartition.GetSlidingWindowLimiter(ClientOf(context), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiLimits>>().Value.ApiRequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = SegmentsPerMinute,
        }));
    }

    // An IPv6 customer owns a whole /64: counting single addresses would count nobody.
    internal static string ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }
}
