using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Meetings;

/// <summary>Something that a meeting resolved, as it is handed in.</summary>
public sealed record ResolutionInput(string Text, string Unit, DateOnly By);

/// <summary>How far the resolutions of a body are.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Done">Struck off.</param>
/// <param name="Late">Open after their day.</param>
public sealed record ResolutionStanding(int Total, int Done, IReadOnlyList<Resolution> Late)
{
    /// <summary>Done of all, in per cent to one place; null where nothing was resolved.</summary>
    public decimal? Percent => Total == 0 ? null : Math.Round(100m * Done / Total, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Bodies, their members and meetings; what they resolve becomes a task of the ledger.</summary>
public sealed class MeetingService(PlatformDbContext database, UnitService units, LifecycleMover mover, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private const string Document = "meeting";
    private const int TitleLength = 64;

    /// <summary>Sets up a body with its members.</summary>
    public async Task<(Guid Body, LedgerError? Error)> FoundAsync(DivisionCode division, BodyKind kind, string name, IReadOnlyList<string> members, CancellationToken cancellationToken = default)
    {
        var directory = await units.DirectoryAsync(division, cancellationToken);
        if (Refusal(division, directory, members) is { } error)
        {
            return (Guid.Empty, error);
        }

        var body = new Body { Id = NewId(), Division = division, Kind = kind, Name = name };
        body.Members.AddRange(members.Select(unit => new Member { Id = NewId(), BodyId = body.Id, Unit = directory.Find(unit)!.Name, From = ChinaTime.Today(time) }));
        database.Add(body);
        audit.Record("founded", body.AuditSubject);
        await database.SaveChangesAsync(cancellationToken);
        return (body.Id, null);
    }

    /// <summary>A unit leaves a body; what it owes by earlier resolutions stays with it.</summary>
    public async Task<LedgerError?> LeaveAsync(Guid id, string unit, DateOnly last, CancellationToken cancellationToken = default)
    {
        var body = await database.Set<Body>().Include(body => body.Members).SingleOrDefaultAsync(body => body.Id == id, cancellationToken);
        if (body?.Members.Find(member => member.Unit == unit && member.To is null) is not { } member)
        {
            return new LedgerError.Missing();
        }

        member.To = last;
        audit.Record("member-left", body.AuditSubject, null, new { unit, last });
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Records a meeting; every resolution becomes a task that is assigned at once.</summary>
    public async Task<(Guid Meeting, LedgerError? Error)> HoldAsync(Guid bodyId, DateOnly heldOn, string minutes, IReadOnlyList<ResolutionInput> resolutions, CancellationToken cancellationToken = default)
    {
        var body = await database.Set<Body>().AsNoTracking().Include(body => body.Members).SingleOrDefaultAsync(body => body.Id == bodyId, cancellationToken);
        if (body is null)
        {
            return (Guid.Empty, new LedgerError.Missing());
        }

        var directory = await units.DirectoryAsync(body.Division, cancellationToken);
        if (Refusal(body.Division, directory, resolutions.Select(resolution => resolution.Unit)) is { } error)
        {
            return (Guid.Empty, error);
        }

        var left = resolutions.Select(resolution => directory.Find(resolution.Unit)!.Name).FirstOrDefault(unit => body.Members.Exists(member => member.Unit == unit) && !body.Members.Exists(member => member.Unit == unit && member.IsOn(heldOn)));
        if (left is not null)
        {
            return (Guid.Empty, new LedgerError.Invalid("unit", $"{left} had left the body on {heldOn:yyyy-MM-dd}; name its successor."));
        }

        var meeting = new Meeting { Id = NewId(), BodyId = bodyId, HeldOn = heldOn, Minutes = minutes };
        var number = await database.Set<KeyTask>().CountAsync(task => task.Division == body.Division && task.Document == Document && task.Year == heldOn.Year, cancellationToken);
        foreach (var input in resolutions)
        {
            var task = Task(body, heldOn, ++number, input, directory.Find(input.Unit)!.Name);
            database.Add(task);
            audit.Record("drafted", task.AuditSubject, null, new { meeting = meeting.Id });
            if (mover.Move(KeyTaskLifecycle.Table, task, KeyTaskAction.Assign, task.Version) is { } refused)
            {
                database.Forget();
                return (Guid.Empty, new LedgerError.Move(refused));
            }

            meeting.Resolutions.Add(new Resolution { Id = NewId(), MeetingId = meeting.Id, Text = input.Text, Unit = task.Assignments[0].Unit, By = input.By, TaskId = task.Id });
        }

        database.Add(meeting);
        audit.Record("held", meeting.AuditSubject, null, new { heldOn });
        await database.SaveChangesAsync(cancellationToken);
        return (meeting.Id, null);
    }

    /// <summary>How far the resolutions of a body are today.</summary>
    public async Task<ResolutionStanding> StandingAsync(Guid body, CancellationToken cancellationToken = default)
    {
        var rows = await (from meeting in database.Set<Meeting>().AsNoTracking()
                          where meeting.BodyId == body
                          from resolution in meeting.Resolutions
                          join task in database.Set<KeyTask>() on resolution.TaskId equals task.Id
                          select new { resolution, task.State }).ToListAsync(cancellationToken);
        var today = ChinaTime.Today(time);
        return new ResolutionStanding(
            rows.Count, rows.Count(row => row.State == KeyTaskState.ClosedOut), [.. rows.Where(row => row.State != KeyTaskState.ClosedOut && row.resolution.By < today).Select(row => row.resolution).OrderBy(resolution => resolution.By)]);
    }

    /// <summary>Bodies of a place that have not met for so many months.</summary>
    public async Task<IReadOnlyList<Body>> SilentAsync(DivisionCode division, int months, CancellationToken cancellationToken = default)
    {
        var since = ChinaTime.Today(time).AddMonths(-months);
        return await database.Set<Body>().AsNoTracking()
            .Where(body => body.Division == division && !database.Set<Meeting>().Any(meeting => meeting.BodyId == body.Id && meeting.HeldOn >= since)).ToListAsync(cancellationToken);
    }

    private LedgerError? Refusal(DivisionCode division, UnitDirectory directory, IEnumerable<string> named)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return new LedgerError.Forbidden(GovernancePermissions.Compile);
        }

        return named.FirstOrDefault(unit => directory.Find(unit) is null) switch
        {
            null => null,
            "" => new LedgerError.Invalid("unit", "A resolution needs the unit that carries it out."),
            var unknown => new LedgerError.UnknownUnit(unknown, [.. directory.Suggest(unknown).Select(entry => entry.Name)]),
        };
    }

    private KeyTask Task(Body body, DateOnly heldOn, int number, ResolutionInput input, string unit)
    {
        var id = NewId();
        return new KeyTask
        {
            Id = id, Division = body.Division, Document = Document, Year = heldOn.Year, Number = number, Part = body.Name, Title = input.Text[..Math.Min(input.Text.Length, TitleLength)], Text = input.Text,
            UnitsAsGiven = input.Unit, Duty = DutyKind.LeadOnly, DeadlineAsGiven = $"{input.By:yyyy-MM-dd}", DeadlineKind = DeadlineKind.Day, OriginalDeadline = input.By, Deadline = input.By,
            Assignments = [new Assignment { Id = NewId(), TaskId = id, Unit = unit, Leads = true, Order = 0 }],
        };
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
