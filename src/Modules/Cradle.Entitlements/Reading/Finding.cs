using Cradle.Platform.Web;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>What is broken between a clause and its effect.</summary>
public enum FindingKind
{
    /// <summary>A promise to people, and no rule that carries it.</summary>
    NoRule,

    /// <summary>Neither rule nor service, task or indicator.</summary>
    LeadsNowhere,

    /// <summary>The text leaves a figure to somebody, and none is on file.</summary>
    NotSet,

    /// <summary>The text can be read in more than one way; a reading was chosen.</summary>
    Reading,

    /// <summary>A rule that no worked case checks.</summary>
    NoCase,

    /// <summary>A service, task or indicator that is only planned.</summary>
    Planned,

    /// <summary>A task without a lead agency.</summary>
    NoLead,
}

/// <summary>A broken link: what, why it matters, what state it is in, and where to look.</summary>
public sealed record Finding(FindingKind Kind, Words Title, Words Detail, Words State, PlacedRule? Rule = null, PlacedTask? Task = null, Carrier? Carrier = null);
