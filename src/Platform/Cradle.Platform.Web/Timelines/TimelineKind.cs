namespace Cradle.Platform.Web.Timelines;

/// <summary>How sure the time of a bar is. Drawn solid, hatched, dashed; never blended.</summary>
public enum TimelineKind
{
    /// <summary>What and when are certain.</summary>
    Certain,

    /// <summary>The amount is certain, the time is not.</summary>
    Open,

    /// <summary>It rests on a draft.</summary>
    Draft,
}
