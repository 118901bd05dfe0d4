using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Governance.Rhythms;

/// <summary>How long silence may last in a place and how far ahead it is warned. No document sets these: what the place leaves open is never watched.</summary>
public sealed class Rhythm : IAudited
{
    public const int MostMonths = 64;
    public const int MostDays = 256;

    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    /// <summary>Months without an entry after which the units of an open task are reminded (催办).</summary>
    public int? SilentTaskMonths { get; set; }

    /// <summary>Months without a meeting after which a body is named.</summary>
    public int? SilentBodyMonths { get; set; }

    /// <summary>Days before a deadline, and before a report is due, on which those who owe it are told.</summary>
    public int? AheadDays { get; set; }

    /// <summary>Working days that each level of a supervisory order waits before it is raised (督办升级).</summary>
    public int? OrderLevelDays { get; set; }

    public AuditSubject AuditSubject => new("rhythm", Id);
}

/// <summary>That something was told, once: about what, which fact, of which day. Of two nodes that watch at once the second finds it there.</summary>
public sealed class WatchMark
{
    public required Guid Subject { get; init; }

    /// <summary>deadline, milestone, report, report-late or body.</summary>
    public required string What { get; init; }

    /// <summary>The day that it was about: a later deadline is told of again.</summary>
    public required DateOnly Day { get; init; }
}
