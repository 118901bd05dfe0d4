using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Cradle.Platform.Web.Http;

/// <summary>
/// The address under which people reach the site, for links that leave it. A Host header is whatever the sender wrote, so it counts only when it names this
/// machine or one of <c>AllowedHosts</c>; otherwise a link is a path.
/// </summary>
public sealed class PublicAddress
{
    private const string Setting = "Site:PublicUrl";

    private readonly string? _configured;
    private readonly List<StringSegment> _hosts;

    /// <exception cref="InvalidOperationException"><c>Site:PublicUrl</c> is no http(s) address.</exception>
    public PublicAddress(IConfiguration configuration)
    {
        _configured = configuration[Setting] is { Length: > 0 } address ? address.TrimEnd('/') : null;
        if (_configured is not null && !(Uri.TryCreate(_configured, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw new InvalidOperationException($"{Setting} is '{_configured}', which is no address. Write it like https://birth.example.gov.cn, or leave it out.");
        _hosts = [.. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(host => host is not ("*" or "[::]" or "0.0.0.0")).Select(host => new StringSegment(host))];
    }

    /// <summary>Scheme and host to put before a path; empty where they are not certain.</summary>
    public string Before(HttpRequest request) =>
        _configured ?? (IsKnown(request.Host.Host) ? $"{request.Scheme}://{request.Host.ToUriComponent()}" : "");

    private bool IsKnown(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)
        || _hosts.Count > 0 && HostString.MatchesAny(host, _hosts);
}
