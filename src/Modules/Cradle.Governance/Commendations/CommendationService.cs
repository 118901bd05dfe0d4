using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Governance.Papers;
using Cradle.Governance.Rhythms;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Commendations;

/// <summary>Calls, applications, scores, notices and awards.</summary>
public sealed class CommendationService(PlatformDbContext database, MoveService moves, PaperService papers, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private const int HashShown = 12;

    public async Task<(Guid Programme, LedgerError? Error)> CallAsync(
        DivisionCode division, string name, IReadOnlyList<string> criteria, DateOnly opensOn, DateOnly closesOn, int noticeDays, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Approve, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Approve));
        }

        if (string.IsNullOrWhiteSpace(name) || criteria.Count == 0 || closesOn < opensOn || noticeDays is < 1 or > Rhythm.MostDays)
        {
            return (Guid.Empty, string.IsNullOrWhiteSpace(name) ? new LedgerError.Invalid("Name", Say("请写名称。", "Name it."))
                : criteria.Count == 0 ? new LedgerError.Invalid("Criteria", Say("请写评选条件，一行一条。", "Write the criteria, one a line."))
                : closesOn < opensOn ? new LedgerError.Invalid("ClosesOn", Say("截止日期不能早于开始日期。", "The last day is not before the first."))
                : new LedgerError.Invalid("NoticeDays", Say($"请填公示天数，从 1 到 {Rhythm.MostDays}。", $"Enter the days of the notice, from 1 to {Rhythm.MostDays}.")));
        }

        var programme = new Programme { Id = NewId(), Division = division, Name = name, Criteria = string.Join('\n', criteria), OpensOn = opensOn, ClosesOn = closesOn, NoticeDays = noticeDays };
        database.Add(programme);
        audit.Record("called", programme.AuditSubject);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (programme.Id, null);
    }

    /// <summary>An applicant comes in while the call is open. A proof that another application of the call holds is refused.</summary>
    public async Task<(Guid Nomination, LedgerError? Error)> ApplyAsync(
        Guid programme, DivisionCode division, string applicant, IReadOnlyList<string> evidence, DateOnly? graveCaseOn = null, IReadOnlyList<Upload>? files = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(call => call.Id == programme, cancellationToken) is not { } call)
        {
            return (Guid.Empty, new LedgerError.Missing());
        }

        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (graveCaseOn > ChinaTime.Today(time))
        {
            return (Guid.Empty, new LedgerError.Invalid("GraveCaseOn", Say("事件日期不能晚于今天。", "It cannot have happened after today.")));
        }

        if (!call.Division.Contains(division) || string.IsNullOrWhiteSpace(applicant) || evidence.Count == 0)
        {
            return (Guid.Empty, string.IsNullOrWhiteSpace(applicant) ? new LedgerError.Invalid("Applicant", Say("请写申报单位或地区。", "Name the applicant."))
                : evidence.Count == 0 ? new LedgerError.Invalid("Evidence", Say("请写佐证材料，一行一份。", "Name what proves it, one a line."))
                : new LedgerError.Invalid("Area", Say("只能由本级和下级地区申报。", "Only places within the call may apply.")));
        }

        if (await database.Set<Nomination>().AnyAsync(other => other.ProgrammeId == programme && other.Applicant == applicant, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled(applicant));
        }

        var today = ChinaTime.Today(time);
        if (today < call.OpensOn || today > call.ClosesOn)
        {
            return (Guid.Empty, new LedgerError.Invalid("Applicant", Say($"申报时间是 {call.OpensOn:yyyy-MM-dd} 到 {call.ClosesOn:yyyy-MM-dd}。", $"Applications are taken from {call.OpensOn:yyyy-MM-dd} to {call.ClosesOn:yyyy-MM-dd}.")));
        }

        var used = (await database.Set<Nomination>().AsNoTracking().Where(other => other.ProgrammeId == programme).Select(other => other.Evidence).ToListAsync(cancellationToken)).SelectMany(text => text.Split('\n'));
        if (evidence.Intersect(used, StringComparer.Ordinal).FirstOrDefault() is { } again)
        {
            return (Guid.Empty, new LedgerError.Doubled(again));
        }

        var nomination = new Nomination
        {
            Id = NewId(), Division = division, ProgrammeId = programme, Applicant = applicant, Evidence = string.Join('\n', evidence), LastMovedBy = process.Current.Actor.Id,
            GraveCaseOn = graveCaseOn is { } day && day > today.AddYears(-1) ? day : null,
        };
        database.Add(nomination);
        audit.Record("applied", nomination.AuditSubject);
        var kept = (await papers.KeepAsync(nomination.AuditSubject, division, null, files, cancellationToken)).Select(file => file.Hash).ToList();
        if (await UsedAsync(programme, nomination, kept, cancellationToken) is { } hash)
        {
            database.Forget();
            return (Guid.Empty, new LedgerError.Doubled(Say($"同样内容的文件（SHA-256 {hash[..HashShown]}…）", $"a file of the same content (SHA-256 {hash[..HashShown]}…)")));
        }

        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (nomination.Id, null);
    }

    /// <summary>A judge gives points; a judge of the applicant's own place may not.</summary>
    public Task<LedgerError?> ScoreAsync(Guid id, DivisionCode judge, decimal points, CancellationToken cancellationToken = default) => MoveAsync(id, NominationAction.Score, null, nomination =>
    {
        if (nomination.Division.Contains(judge))
        {
            return new LedgerError.Invalid("Points", Say("评审人不能评本地的申报。", "A judge of the applicant's own place may not score it."));
        }

        if (points is < 0 or > 100)
        {
            return new LedgerError.Invalid("Points", Say("分数在 0 到 100 之间。", "Points lie between 0 and 100."));
        }

        nomination.Points = points;
        return null;
    }, cancellationToken);

    /// <summary>Puts the result on public notice.</summary>
    public async Task<LedgerError?> PublishAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var days = await (from nomination in database.Set<Nomination>() join call in database.Set<Programme>() on nomination.ProgrammeId equals call.Id where nomination.Id == id select (int?)call.NoticeDays)
            .SingleOrDefaultAsync(cancellationToken);
        return await MoveAsync(id, NominationAction.Publish, null, nomination =>
        {
            nomination.NoticeUntil = ChinaTime.Today(time).AddDays(days ?? 0);
            return null;
        }, cancellationToken);
    }

    /// <summary>Any other step.</summary>
    public Task<LedgerError?> MoveAsync(Guid id, NominationAction action, string? reason = null, CancellationToken cancellationToken = default) => MoveAsync(id, action, reason, nomination =>
    {
        nomination.AwardedOn = action == NominationAction.Award ? ChinaTime.Today(time) : nomination.AwardedOn;
        return null;
    }, cancellationToken);

    /// <summary>Why this actor may not take a step of any nomination of a call, beside what the lifecycle says: whoever made the call checks, scores and awards, never the applicant's own level; null where it may be taken.</summary>
    public LedgerError? Refusal(Programme call, NominationState state, NominationAction action) =>
        NominationLifecycle.Table.Find(state, action)?.Permission is { } permission && !process.Current.Authority.Covers(permission, call.Division) ? new LedgerError.OwnLevel() : null;

    private async Task<LedgerError?> MoveAsync(Guid id, NominationAction action, string? reason, Func<Nomination, LedgerError?> change, CancellationToken cancellationToken)
    {
        if (await database.Set<Nomination>().SingleOrDefaultAsync(nomination => nomination.Id == id, cancellationToken) is not { } nomination)
        {
            return new LedgerError.Missing();
        }

        var call = await database.Set<Programme>().AsNoTracking().SingleAsync(call => call.Id == nomination.ProgrammeId, cancellationToken);
        if ((Refusal(call, nomination.State, action) ?? change(nomination)) is { } error)
        {
            database.Forget();
            return error;
        }

        return await moves.MoveAsync(NominationLifecycle.Table, nomination, action, nomination.Version, reason, cancellationToken);
    }

    // a proof under another name is the same proof
    private async Task<string?> UsedAsync(Guid programme, Nomination own, List<string> hashes, CancellationToken cancellationToken) => hashes.Count == 0 ? null : await (
        from file in database.Set<StoredFile>() where file.SubjectType == own.AuditSubject.Type && hashes.Contains(file.Hash)
        join nomination in database.Set<Nomination>() on file.SubjectId equals nomination.Id where nomination.ProgrammeId == programme
        select file.Hash).FirstOrDefaultAsync(cancellationToken);

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
