using System.Text.Json;
using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Governance.Assessment;

/// <summary>The indicators of a year, by the place that assesses. Once published it does not change; a change is the next version.</summary>
public sealed class IndicatorSet : IAudited
{
    public required Guid Id { get; init; }

    /// <summary>The place that assesses those below it.</summary>
    public required DivisionCode Division { get; init; }

    public required int Year { get; init; }

    public required int Revision { get; init; }

    public required string Name { get; init; }

    /// <summary>The indicators, as JSON.</summary>
    public required string Content { get; init; }

    public bool IsPublished { get; set; }

    public IReadOnlyList<Indicator> Indicators => JsonSerializer.Deserialize<List<Indicator>>(Content, JsonSerializerOptions.Web)!;

    public AuditSubject AuditSubject => new("indicator-set", Id);
}

public enum AssessmentState
{
    Open,
    SelfReported,
    Scored,
    Objected,
    Approved,
    Noticed,
}

public enum AssessmentAction
{
    SelfReport,
    Score,
    Object,
    AcceptObjection,
    RejectObjection,
    Approve,
    Notice,
}

/// <summary>The yearly assessment of one place (目标管理责任制考核).</summary>
public sealed class PlaceAssessment : Tracked<AssessmentState>
{
    public required Guid SetId { get; init; }

    /// <summary>Who filled in the values.</summary>
    public string? ReportedBy { get; set; }

    public string? Objection { get; set; }

    /// <summary>The score that stands; earlier ones stay on file.</summary>
    public int ScoreRevision { get; set; }

    public decimal? Total { get; set; }

    protected override string Kind => "place-assessment";
}

/// <summary>A value of one indicator, as the place reported it and as the reviewer takes it.</summary>
public sealed class IndicatorValue
{
    public required Guid AssessmentId { get; init; }

    public required string Code { get; init; }

    public required decimal Reported { get; set; }

    public decimal? Reviewed { get; set; }

    /// <summary>Where it comes from: a statistic's name, a document, or a live figure; <see cref="Unreported"/> where the place gave none.</summary>
    public required string Source { get; set; }

    /// <summary>The source of a value that the reviewer alone gave.</summary>
    public const string Unreported = "";

    /// <summary>Whether the place or its ledger gave a value; else <see cref="Reported"/> only repeats the reviewer's.</summary>
    public bool IsReported => Source != Unreported;
}

/// <summary>A result that was reckoned, with the values it was reckoned from.</summary>
public sealed class ScoreRecord
{
    public required Guid AssessmentId { get; init; }

    public required int Revision { get; init; }

    public required decimal Total { get; init; }

    public required string Values { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}
