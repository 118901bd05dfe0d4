using Cradle.Primitives;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Connectors;

/// <summary>The systems that this one speaks with.</summary>
public sealed class Partners(IOptions<ConnectorOptions> options)
{
    public IReadOnlyList<Partner> All => options.Value.Partners;

    public Partner? Named(string name) => All.FirstOrDefault(partner => partner.Name == name);

    /// <summary>Who handles a service in a place: of several the one nearest to it. Null where nobody does.</summary>
    public Partner? For(string service, DivisionCode place) => All
        .Select(partner => (partner, division: partner.Serving(service, place)))
        .Where(row => row.division is not null).OrderByDescending(row => row.division!.Value.Level)
        .Select(row => row.partner).FirstOrDefault();

    internal (Partner Partner, PartnerKey Key)? OwnerOf(string keyId) => All
        .SelectMany(partner => partner.Keys, (partner, key) => ((Partner, PartnerKey)?)(partner, key)).FirstOrDefault(row => row!.Value.Item2.Id == keyId);
}
