using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Meetings;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Meetings;

/// <summary>One body: its members, its meetings, and what they resolved.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class BodyModel(MeetingService meetings, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private const int MostRows = 40;
    private const int UsualRows = 3;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How many resolutions the form takes.</summary>
    [BindProperty(SupportsGet = true)]
    public int Rows { get; set; } = UsualRows;

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public List<string?> Texts { get; set; } = [];

    [BindProperty]
    public List<string?> Owing { get; set; } = [];

    [BindProperty]
    public List<DateOnly?> Days { get; set; } = [];

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public DateOnly? Last { get; set; }

    public Body Body { get; private set; } = null!;

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyDictionary<Guid, (KeyTaskState State, bool IsLate)> Tasks { get; private set; } = new Dictionary<Guid, (KeyTaskState, bool)>();

    public ResolutionStanding Standing { get; private set; } = null!;

    public IReadOnlyList<string> Units { get; private set; } = [];

    public DateOnly Today => ChinaTime.Today(time);

    public bool MayRecord => OwnUnit is null && May(GovernancePermissions.Compile);

    private string Here => GovernanceLinks.One(GovernanceLinks.Meetings, Id);

    public Task<IActionResult> OnPostHoldAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var rows = Enumerable.Range(0, Texts.Count).Select(row => (Text: Texts[row]?.Trim() ?? "", Unit: Owing.ElementAtOrDefault(row)?.Trim() ?? "", By: Days.ElementAtOrDefault(row)))
            .Where(row => row is not { Text: "", Unit: "", By: null }).ToList();
        return HeldOn is not { } day ? new LedgerError.Invalid(nameof(HeldOn), Say("请填会议日期。", "Name the day of the meeting."))
            : rows.Any(row => row.By is null) ? new LedgerError.Invalid(nameof(Days), Say("每个议定事项都要有办结期限。", "Every resolution needs a day to be done by."))
            : (await meetings.HoldAsync(Id, day, Minutes?.Trim() ?? "", [.. rows.Select(row => new ResolutionInput(row.Text, row.Unit, row.By!.Value))], stop)).Error;
    }, Here, stop);

    public Task<IActionResult> OnPostJoinAsync(CancellationToken stop) => DoAsync(() => meetings.JoinAsync(Id, Unit?.Trim() ?? "", Today, stop), Here, stop);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken stop) => DoAsync(async () => Last is { } day
        ? await meetings.LeaveAsync(Id, Unit?.Trim() ?? "", day, stop)
        : new LedgerError.Invalid(nameof(Last), Say("请填最后一天。", "Name the last day.")), Here, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<Body>().AsNoTracking().Include(body => body.Members).SingleOrDefaultAsync(body => body.Id == Id, stop) is not { } body || !Enter(GovernancePermissions.Read, body.Division))
        {
            return false;
        }

        Body = body;
        Rows = Math.Clamp(Rows, UsualRows, MostRows);
        Meetings = await database.Set<Meeting>().AsNoTracking().Include(meeting => meeting.Resolutions).Where(meeting => meeting.BodyId == Id).OrderByDescending(meeting => meeting.HeldOn).ToListAsync(stop);
        var ids = Meetings.SelectMany(meeting => meeting.Resolutions).Select(resolution => resolution.TaskId).ToList();
        Tasks = (await database.Set<KeyTask>().AsNoTracking().Where(task => ids.Contains(task.Id)).ToListAsync(stop)).ToDictionary(task => task.Id, task => (task.State, task.IsLate(Today)));
        Standing = await meetings.StandingAsync(Id, stop);
        Units = [.. (await units.DirectoryAsync(Division, stop)).All.Select(unit => unit.Name)];
        return true;
    }
}
