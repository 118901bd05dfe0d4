using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
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

    /// <summary>Requests of the API a minute: of an account, or of a client address where nobody has signed in.</summary>
    public int ApiRequestsPerMinute { get; set; } = 600;

    /// <summary>Pages a minute, opened or sent: of an account, or of a client address where nobody has signed in. A counter's many clerks share an address.</summary>
    public int PagesPerMinute { get; set; } = 1200;

    /// <summary>Looks at, and attempts on, the pages of signing in, a minute and client address.</summary>
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Checks of printed papers, and looks at and attempts on the page that takes a file over, a minute and client address.</summary>
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
        limiter.AddPolicy(Policy, static context => Of(context, limits => limits.ApiRequestsPerMinute));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(static context => IsPage(context) ? Of(context, limits => limits.PagesPerMinute) : RateLimitPartition.GetNoLimiter("unlimited"));
    }

    private static RateLimitPartition<string> Of(HttpContext context, Func<ApiLimits, int> most) => RateLimitPartition.GetSlidingWindowLimiter(CallerOf(context), _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = most(context.RequestServices.GetRequiredService<IOptions<ApiLimits>>().Value),
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = SegmentsPerMinute,
    });

    // The page that says what went wrong is always answered.
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page && page.ViewEnginePath != "/Error";

    // Whoever has signed in is the same from every address, and does not suffer for others behind the same one.
    private static string CallerOf(HttpContext context) =>
        context.User is { Identity.IsAuthenticated: true } user && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? "account " + account : "address " + ClientOf(context);

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
