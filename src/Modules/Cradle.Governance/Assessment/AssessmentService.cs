using System.Text.Json;
using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Assessment;

/// <summary>A value that a place reports.</summary>
public sealed record ValueInput(string Code, decimal Value, string Source);

/// <summary>Sets, self-assessment, review, objection, approval, notice and ranking.</summary>
public sealed class AssessmentService(PlatformDbContext database, LedgerFigures figures, MoveService moves, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    /// <summary>Publishes the indicators of a year, and opens an assessment for each place.</summary>
    public async Task<(Guid Set, LedgerError? Error)> PublishAsync(
        DivisionCode division, int year, string name, IReadOnlyList<Indicator> indicators, IReadOnlyList<DivisionCode> places, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Approve, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Approve));
        }

        var unknown = indicators.Where(indicator => indicator.IsLive && !LedgerFigures.Names.Contains(indicator.Source)).Select(indicator => Say($"{indicator.Code}：没有叫 {indicator.Source} 的数", $"{indicator.Code}: no figure is called {indicator.Source}"));
        if (Scoring.Faults(indicators).Concat(unknown).ToList() is { Count: > 0 } faults)
        {
            return (Guid.Empty, AssessmentErrors.Faults(faults));
        }

        var set = new IndicatorSet
        {
            Id = NewId(), Division = division, Year = year, Name = name, Content = JsonSerializer.Serialize(indicators, JsonSerializerOptions.Web), IsPublished = true,
            Revision = 1 + await database.Set<IndicatorSet>().CountAsync(other => other.Division == division && other.Year == year, cancellationToken),
        };
        database.Add(set);
        audit.Record("published", set.AuditSubject, null, new { year, set.Revision });
        foreach (var place in places)
        {
            var assessment = new PlaceAssessment { Id = NewId(), Division = place, SetId = set.Id };
            database.Add(assessment);
            audit.Record("opened", assessment.AuditSubject);
        }

        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (set.Id, null);
    }

    /// <summary>A place reports its values; those that the ledger knows are filled in from it.</summary>
    public async Task<LedgerError?> SelfReportAsync(Guid id, IReadOnlyList<ValueInput> values, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is not ({ } assessment, { } set))
        {
            return new LedgerError.Missing();
        }

        if (await RefusalAsync(assessment, set, AssessmentAction.SelfReport, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var indicators = set.Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (Fault(indicators.GetValueOrDefault(value.Code), value) is { } fault)
            {
                return fault;
            }

            database.Add(new IndicatorValue { AssessmentId = id, Code = value.Code, Reported = value.Value, Source = value.Source });
        }

        foreach (var live in indicators.Values.Where(indicator => indicator.IsLive))
        {
            if (await figures.FindAsync(live.Source, assessment.Division, set.Year, cancellationToken) is { } figure)
            {
                database.Add(new IndicatorValue { AssessmentId = id, Code = live.Code, Reported = figure, Source = live.Source });
            }
        }

        assessment.ReportedBy = process.Current.Actor.Id;
        return await moves.MoveAsync(PlaceAssessmentLifecycle.Table, assessment, AssessmentAction.SelfReport, assessment.Version, null, cancellationToken);
    }

    /// <summary>The level above takes or corrects the values; the result follows from them.</summary>
    /// <param name="id">The assessment.</param>
    /// <param name="reviewer">The place that the reviewer works for.</param>
    /// <param name="corrections">Values the reviewer takes instead, by code.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<LedgerError?> ScoreAsync(Guid id, DivisionCode reviewer, IReadOnlyDictionary<string, decimal> corrections, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is not ({ } assessment, { } set))
        {
            return new LedgerError.Missing();
        }

        if (reviewer == assessment.Division || !reviewer.Contains(assessment.Division))
        {
            return AssessmentErrors.OwnPlace();
        }

        if (!process.Current.Authority.Covers(GovernancePermissions.Check, set.Division))
        {
            return new LedgerError.OwnLevel();
        }

        return await ReckonAsync(assessment, set, corrections, cancellationToken)
            ?? await moves.MoveAsync(PlaceAssessmentLifecycle.Table, assessment, AssessmentAction.Score, assessment.Version, null, cancellationToken);
    }

    public Task<LedgerError?> ObjectAsync(Guid id, string reason, CancellationToken cancellationToken = default) =>
        MoveAsync(id, AssessmentAction.Object, reason, assessment => assessment.Objection = reason, cancellationToken);

    /// <summary>Decides an objection. One that is accepted makes the next version of the score; the earlier one stays.</summary>
    public async Task<LedgerError?> DecideObjectionAsync(Guid id, bool isAccepted, string reason, IReadOnlyDictionary<string, decimal> corrections, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is not ({ } assessment, { } set))
        {
            return new LedgerError.Missing();
        }

        if (!process.Current.Authority.Covers(GovernancePermissions.Check, set.Division))
        {
            return new LedgerError.OwnLevel();
        }

        if (await RefusalAsync(assessment, set, AssessmentAction.AcceptObjection, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (isAccepted && await ReckonAsync(assessment, set, corrections, cancellationToken) is { } error)
        {
            return error;
        }

        return await moves.MoveAsync(
            PlaceAssessmentLifecycle.Table, assessment, isAccepted ? AssessmentAction.AcceptObjection : AssessmentAction.RejectObjection, assessment.Version, reason, cancellationToken: cancellationToken);
    }

    /// <summary>Why a step may not be taken by this actor or now, beside what the lifecycle says: a set that has a newer version is not reported by, and whoever gave a score does not decide what is objected to it.</summary>
    public async Task<LedgerError?> RefusalAsync(PlaceAssessment assessment, IndicatorSet set, AssessmentAction action, CancellationToken cancellationToken = default) => action switch
    {
        AssessmentAction.SelfReport when await database.Set<IndicatorSet>().Where(other => other.Division == set.Division && other.Year == set.Year).MaxAsync(other => other.Revision, cancellationToken) is var newest && newest > set.Revision =>
            AssessmentErrors.Superseded(newest),
        AssessmentAction.AcceptObjection or AssessmentAction.RejectObjection when await database.Set<ScoreRecord>().AnyAsync(score => score.AssessmentId == assessment.Id && score.By == process.Current.Actor.Id, cancellationToken) =>
            AssessmentErrors.OwnScore(),
        _ => null,
    };

    public Task<LedgerError?> ApproveAsync(Guid id, CancellationToken cancellationToken = default) => MoveAsync(id, AssessmentAction.Approve, null, null, cancellationToken);

    /// <summary>Publishes the result.</summary>
    public Task<LedgerError?> NoticeAsync(Guid id, CancellationToken cancellationToken = default) => MoveAsync(id, AssessmentAction.Notice, null, null, cancellationToken);

    /// <summary>Places of a set by result; equals share a place.</summary>
    public async Task<IReadOnlyList<(int Place, DivisionCode Division, decimal Total)>> RankAsync(Guid set, CancellationToken cancellationToken = default)
    {
        var results = await database.Set<PlaceAssessment>().AsNoTracking().Where(assessment => assessment.SetId == set && assessment.Total != null)
            .OrderBy(assessment => assessment.Division).Select(assessment => new { assessment.Division, assessment.Total }).ToListAsync(cancellationToken);
        return Scoring.Rank(results.Select(result => (result.Division, result.Total!.Value)));
    }

    /// <summary>The values that count: the reviewer's where there are any.</summary>
    public async Task<Dictionary<string, decimal>> ValuesAsync(Guid id, CancellationToken cancellationToken = default) =>
        await database.Set<IndicatorValue>().AsNoTracking().Where(value => value.AssessmentId == id).ToDictionaryAsync(value => value.Code, value => value.Reviewed ?? value.Reported, cancellationToken);

    private static LedgerError? Fault(Indicator? indicator, ValueInput value) =>
        indicator is null ? AssessmentErrors.UnknownIndicator(value.Code)
        : indicator.IsLive ? AssessmentErrors.IsLive(value.Code)
        : AssessmentErrors.OfValue(indicator, value.Value) ?? (string.IsNullOrWhiteSpace(value.Source) ? AssessmentErrors.NoSource(value.Code) : null);

    private async Task<LedgerError?> ReckonAsync(PlaceAssessment assessment, IndicatorSet set, IReadOnlyDictionary<string, decimal> corrections, CancellationToken cancellationToken)
    {
        if (corrections.Keys.FirstOrDefault(code => !set.Indicators.Any(indicator => indicator.Code == code)) is { } unknown)
        {
            return AssessmentErrors.UnknownIndicator(unknown);
        }

        if (corrections.Select(pair => AssessmentErrors.OfValue(set.Indicators.First(indicator => indicator.Code == pair.Key), pair.Value)).FirstOrDefault(fault => fault is not null) is { } impossible)
        {
            return impossible;
        }

        var values = await database.Set<IndicatorValue>().Where(value => value.AssessmentId == assessment.Id).ToListAsync(cancellationToken);
        foreach (var (code, taken) in corrections)
        {
            if (values.Find(value => value.Code == code) is { } reported)
            {
                reported.Reviewed = taken;
                continue;
            }

            // the reviewer's value counts where the place reported none
            var judged = new IndicatorValue { AssessmentId = assessment.Id, Code = code, Reported = taken, Reviewed = taken, Source = IndicatorValue.Unreported };
            database.Add(judged);
            values.Add(judged);
        }

        var counted = values.ToDictionary(value => value.Code, value => value.Reviewed ?? value.Reported, StringComparer.Ordinal);
        (assessment.Total, assessment.ScoreRevision) = (Scoring.Reckon(set.Indicators, counted).Total, assessment.ScoreRevision + 1);
        database.Add(new ScoreRecord
        {
            AssessmentId = assessment.Id, Revision = assessment.ScoreRevision, Total = assessment.Total.Value, Values = JsonSerializer.Serialize(counted.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary()),
            At = time.GetUtcNow(), By = process.Current.Actor.Id,
        });
        return null;
    }

    private async Task<LedgerError?> MoveAsync(Guid id, AssessmentAction action, string? reason, Action<PlaceAssessment>? change, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not ({ } assessment, { } set))
        {
            return new LedgerError.Missing();
        }

        if (action is AssessmentAction.Approve or AssessmentAction.Notice && !process.Current.Authority.Covers(GovernancePermissions.Approve, set.Division))
        {
            return new LedgerError.OwnLevel();
        }

        change?.Invoke(assessment);
        return await moves.MoveAsync(PlaceAssessmentLifecycle.Table, assessment, action, assessment.Version, reason, cancellationToken);
    }

    private async Task<(PlaceAssessment?, IndicatorSet?)> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var assessment = await database.Set<PlaceAssessment>().SingleOrDefaultAsync(assessment => assessment.Id == id, cancellationToken);
        return (assessment, assessment is null ? null : await database.Set<IndicatorSet>().AsNoTracking().SingleAsync(set => set.Id == assessment.SetId, cancellationToken));
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
