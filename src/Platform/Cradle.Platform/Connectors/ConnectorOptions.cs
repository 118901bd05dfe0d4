using Cradle.Primitives;

namespace Cradle.Platform.Connectors;

/// <summary>Configuration section <c>Connector</c>.</summary>
public sealed class ConnectorOptions
{
    public const string Section = "Connector";
    public const int SecretLength = 32;

    /// <summary>How far the clocks of two systems may be apart; a nonce is remembered for twice as long.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an answer is waited for before the request counts as failed.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public List<Partner> Partners { get; set; } = [];

    /// <summary>What is wrong with the section; empty where nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var partner in Partners)
        {
            if (partner.Name.Length is 0 or > Partner.NameLength)
                yield return $"Connector:Partners: a partner needs a Name of at most {Partner.NameLength} characters.";
            if (partner.Keys.Count == 0 || partner.Keys.Exists(key => key.Id.Length == 0 || key.Secret.Length < SecretLength))
                yield return $"Connector:Partners: {partner.Name} needs Keys, each with an Id and a Secret of at least {SecretLength} characters.";
            foreach (var division in partner.Divisions.Where(division => !DivisionCode.TryParse(division, out _)))
                yield return $"Connector:Partners: {partner.Name}: '{division}' is no division code.";
        }

        if (Partners.GroupBy(partner => partner.Name).Any(same => same.Count() > 1) || Partners.SelectMany(partner => partner.Keys).GroupBy(key => key.Id).Any(same => same.Count() > 1))
            yield return "Connector:Partners: a name or the id of a key stands twice.";
    }
}
