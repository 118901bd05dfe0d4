using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

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
public sealed class MeetingService(PlatformDbContext database, UnitService units, Addressees addressees, LifecycleMover mover, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private const int TitleLength = 64;

    /// <summary>Sets up a body with its members.</summary>
    /// <param name="division">The place.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="members">Units of the directory.</param>
    /// <param name="since">Since when they are members; from today on where it is left out.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(Guid Body, LedgerError? Error)> FoundAsync(DivisionCode division, BodyKind kind, string name, IReadOnlyList<string> members, DateOnly? since = null, CancellationToken cancellationToken = default)
    {
        var directory = await units.DirectoryAsync(division, cancellationToken);
        if (Refusal(division, directory, members) is { } error)
        {
            return (Guid.Empty, error);
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > TrackedMapping.NameLength)
        {
            return (Guid.Empty, new LedgerError.Invalid("Name", Say($"请写名称，1 到 {TrackedMapping.NameLength} 字。", $"Write its name, in 1 to {TrackedMapping.NameLength} characters.")));
        }

        var body = new Body { Id = NewId(), Division = division, Kind = kind, Name = name, FoundedOn = since ?? ChinaTime.Today(time) };
        body.Members.AddRange(members.Select(unit => new Member { Id = NewId(), BodyId = body.Id, Unit = directory.Find(unit)!.Name, From = since ?? ChinaTime.Today(time) }));
        database.Add(body);
        audit.Record("founded", body.AuditSubject);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (body.Id, null);
    }

    /// <summary>A unit joins a body.</summary>
    public async Task<LedgerError?> JoinAsync(Guid id, string unit, DateOnly from, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is not { } body)
        {
            return new LedgerError.Missing();
        }

        var directory = await units.DirectoryAsync(body.Division, cancellationToken);
        if (Refusal(body.Division, directory, [unit]) is { } error)
        {
            return error;
        }

        var name = directory.Find(unit)!.Name;
        if (body.Members.Exists(member => member.Unit == name && member.To is null))
        {
            return new LedgerError.Doubled(name);
        }

        database.Add(new Member { Id = NewId(), BodyId = id, Unit = name, From = from });
        audit.Record("member-joined", body.AuditSubject, null, new { unit = name, from });
        return await database.SavePlausibleAsync(time, cancellationToken);
    }

    /// <summary>A unit leaves a body; what it owes by earlier resolutions stays with it.</summary>
    public async Task<LedgerError?> LeaveAsync(Guid id, string unit, DateOnly last, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is not { } body || body.Members.Find(member => member.Unit == unit && member.To is null) is not { } member)
        {
            return new LedgerError.Missing();
        }

        if (last < member.From)
        {
            return new LedgerError.Invalid("Last", Say($"{unit}从 {member.From:yyyy-MM-dd} 起才是成员。", $"{unit} is a member from {member.From:yyyy-MM-dd} on."));
        }

        member.To = last;
        audit.Record("member-left", body.AuditSubject, null, new { unit, last });
        return await database.SavePlausibleAsync(time, cancellationToken);
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

        if (body.FoundedOn is { } founded && heldOn < founded)
        {
            return (Guid.Empty, new LedgerError.Invalid("HeldOn", Say($"{body.Name}在 {founded:yyyy-MM-dd} 才设立，会议日期不能更早。", $"{body.Name} was set up on {founded:yyyy-MM-dd}; a meeting is not held before that day.")));
        }

        if (heldOn > ChinaTime.Today(time) || string.IsNullOrWhiteSpace(minutes) || minutes.Length > TrackedMapping.TextLength)
        {
            return (Guid.Empty, heldOn > ChinaTime.Today(time)
                ? new LedgerError.Invalid("HeldOn", Say("会议日期不能晚于今天。", "A meeting that is recorded has been held: name a day up to today."))
                : new LedgerError.Invalid("Minutes", Say($"请写纪要，1 到 {TrackedMapping.TextLength} 字。", $"Write the minutes, in 1 to {TrackedMapping.TextLength} characters.")));
        }

        if (resolutions.FirstOrDefault(resolution => string.IsNullOrWhiteSpace(resolution.Text)) is not null)
        {
            return (Guid.Empty, new LedgerError.Invalid("Texts", Say("议定事项要写内容。", "A resolution needs its text.")));
        }

        if (resolutions.FirstOrDefault(resolution => resolution.By < heldOn) is { } early)
        {
            return (Guid.Empty, new LedgerError.Invalid("Days", Say($"“{early.Text}”的办结期限 {early.By:yyyy-MM-dd} 早于会议日期，请核对。", $"'{early.Text}' is to be done by {early.By:yyyy-MM-dd}, before the meeting; look at the day.")) { Value = early.By });
        }

        var left = resolutions.Select(resolution => directory.Find(resolution.Unit)!.Name).FirstOrDefault(unit => body.Members.Exists(member => member.Unit == unit) && !body.Members.Exists(member => member.Unit == unit && member.IsOn(heldOn)));
        if (left is not null)
        {
            return (Guid.Empty, new LedgerError.Invalid("unit", Say($"{left} 在 {heldOn:yyyy-MM-dd} 已不是成员；请写接替的单位。", $"{left} had left the body on {heldOn:yyyy-MM-dd}; name its successor.")));
        }

        var meeting = new Meeting { Id = NewId(), BodyId = bodyId, HeldOn = heldOn, Minutes = minutes };
        var number = await database.Set<KeyTask>().CountAsync(task => task.Division == body.Division && task.Document == KeyTask.OfMeeting && task.Year == heldOn.Year, cancellationToken);
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
        await addressees.TellUnitsAsync(
            body.Division, [.. meeting.Resolutions.Select(resolution => resolution.Unit)], new($"{body.Name}议定的事项已下达，请签收", $"What {body.Name} resolved is assigned; sign for it"), "~/" + GovernanceLinks.Mine, meeting.Id, cancellationToken);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (meeting.Id, null);
    }

    /// <summary>How far the resolutions of a body are today.</summary>
    public async Task<ResolutionStanding> StandingAsync(Guid body, CancellationToken cancellationToken = default)
    {
        var rows = await (from meeting in database.Set<Meeting>().AsNoTracking()
                          where meeting.BodyId == body
                          from resolution in meeting.Resolutions
                          join task in database.Set<KeyTask>() on resolution.TaskId equals task.Id
                          select new { resolution, task.State, task.Deadline }).ToListAsync(cancellationToken);
        var today = ChinaTime.Today(time);
        return new ResolutionStanding(
            rows.Count, rows.Count(row => row.State == KeyTaskState.ClosedOut), [.. rows.Where(row => row.State != KeyTaskState.ClosedOut && row.Deadline < today).Select(row => row.resolution).OrderBy(resolution => resolution.By)]);
    }

    /// <summary>Bodies of a place that have not met for so many months; one that was never called counts from its founding.</summary>
    public async Task<IReadOnlyList<Body>> SilentAsync(DivisionCode division, int months, CancellationToken cancellationToken = default)
    {
        var since = ChinaTime.Today(time).AddMonths(-months);
        return await database.Set<Body>().AsNoTracking()
            .Where(body => body.Division == division && (body.FoundedOn == null || body.FoundedOn < since) && !database.Set<Meeting>().Any(meeting => meeting.BodyId == body.Id && meeting.HeldOn >= since)).ToListAsync(cancellationToken);
    }

    // A body of a place that the actor does not keep is not there.
    private async Task<Body?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await database.Set<Body>().Include(body => body.Members).SingleOrDefaultAsync(body => body.Id == id, cancellationToken) is { } body
        && process.Current.Authority.Covers(GovernancePermissions.Compile, body.Division) ? body : null;

    private LedgerError? Refusal(DivisionCode division, UnitDirectory directory, IEnumerable<string> named)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return new LedgerError.Forbidden(GovernancePermissions.Compile);
        }

        return named.FirstOrDefault(unit => string.IsNullOrWhiteSpace(unit) || directory.Find(unit) is not { } known || units.Former(directory, known, "unit") is not null)?.Trim() switch
        {
            null => null,
            "" => new LedgerError.Invalid("unit", Say("议定事项要写明承办单位。", "A resolution needs the unit that carries it out.")),
            var former when directory.Find(former) is { } known => units.Former(directory, known, "unit"),
            var unknown => new LedgerError.UnknownUnit(unknown, [.. directory.Suggest(unknown).Select(entry => entry.Name)]),
        };
    }

    private KeyTask Task(Body body, DateOnly heldOn, int number, ResolutionInput input, string unit)
    {
        var id = NewId();
        return new KeyTask
        {
            Id = id, Division = body.Division, Document = KeyTask.OfMeeting, Year = heldOn.Year, Number = number, Part = body.Name, Title = input.Text[..Math.Min(input.Text.Length, TitleLength)], Text = input.Text,
            UnitsAsGiven = input.Unit, Duty = DutyKind.LeadOnly, DeadlineAsGiven = $"{input.By:yyyy-MM-dd}", DeadlineKind = DeadlineKind.Day, OriginalDeadline = input.By, Deadline = input.By, AssignedOn = ChinaTime.Today(time),
            Assignments = [new Assignment { Id = NewId(), TaskId = id, Unit = unit, Leads = true, Order = 0 }],
        };
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
