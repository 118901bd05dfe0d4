using Cradle.Platform.Web;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>What is broken between a clause and its effect.</summary>
public enum FindingKind
{
    /// <summary>Neither rule nor service, task or indicator.</summary>
    LeadsNowhere,

    /// <summary>A promise to people, and no rule that carries it.</summary>
    NoRule,

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

/// <summary>A broken link: which kind, at what, and the detail of this one.</summary>
public sealed record Finding(FindingKind Kind, Words Subject, Words Detail, PlacedRule? Rule = null, PlacedTask? Task = null);
