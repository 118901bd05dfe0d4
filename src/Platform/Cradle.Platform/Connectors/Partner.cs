using Cradle.Primitives;

namespace Cradle.Platform.Connectors;

/// <summary>Another department's system: where it is, how it signs, and what it handles.</summary>
public sealed class Partner
{
    public const int NameLength = 60;

    /// <summary>Its name here; the audit log knows it by this.</summary>
    public string Name { get; set; } = "";

    /// <summary>The address below which its side of the contract lies; null where it only calls.</summary>
    public Uri? Address { get; set; }

    /// <summary>The keys it may sign with; the first is the one that requests to it are signed with, the others are being replaced.</summary>
    public List<PartnerKey> Keys { get; set; } = [];

    /// <summary>The services it handles, such as <c>household-registration</c>.</summary>
    public List<string> Services { get; set; } = [];

    /// <summary>The divisions it handles them for, each with everything below it.</summary>
    public List<string> Divisions { get; set; } = [];

    /// <summary>The nearest of its divisions around a place; null where it does not handle the service there.</summary>
    internal DivisionCode? Serving(string service, DivisionCode place) => Services.Contains(service)
        ? Divisions.Select(DivisionCode.Parse).Where(division => division.Contains(place)).OrderByDescending(division => division.Level).Select(division => (DivisionCode?)division).FirstOrDefault()
        : null;
}

/// <summary>A shared secret and the id that requests name it by.</summary>
public sealed class PartnerKey
{
    public const int IdLength = 60;

    public string Id { get; set; } = "";

    /// <summary>At least 32 characters by chance; it stands in the configuration, never in the repository of an installation.</summary>
    public string Secret { get; set; } = "";
}
