using System.Text.Json;
using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Reports;

/// <summary>What a level above received for a year.</summary>
/// <param name="InTime">Places that sent by the day.</param>
/// <param name="Late">Places that sent after it.</param>
/// <param name="Missing">Places that sent nothing.</param>
/// <param name="Figures">The figures of all that were sent, added up; shares are left out.</param>
public sealed record Compilation(IReadOnlyList<DivisionCode> InTime, IReadOnlyList<DivisionCode> Late, IReadOnlyList<DivisionCode> Missing, IReadOnlyList<ReportedFigure> Figures);

/// <summary>Drafts the yearly reports from the ledger, takes them to the level above and compiles them there.</summary>
public sealed class ReportService(PlatformDbContext database, MoveService moves, UpwardCheck upward, Addressees addressees, UnitService units, PrintRegister prints, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private const string Count = "项";
    private const string Drafted = "drafted";

    private static readonly string[] Writing = [Drafted, nameof(ReportAction.Edit)];
    private static readonly string[] Making = [.. Writing, nameof(ReportAction.Sign), nameof(ReportAction.Send)];

    /// <summary>Drafts the report of a place: its ledger as it is now.</summary>
    /// <param name="division">The place.</param>
    /// <param name="place">Its name.</param>
    /// <param name="to">The level above.</param>
    /// <param name="year">The year.</param>
    /// <param name="dueOn">The last day to send.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(Guid Report, LedgerError? Error)> DraftAsync(DivisionCode division, string place, DivisionCode to, int year, DateOnly dueOn, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (year > ChinaTime.Today(time).Year)
        {
            return (Guid.Empty, new LedgerError.Invalid("Year", Say($"{year} 年还没有到，不能生成它的报告。", $"{year} has not come; there is nothing to report of it yet.")));
        }

        if (dueOn.Year != year)
        {
            return (Guid.Empty, new LedgerError.Invalid("DueOn", Say($"报送截止日 {dueOn:yyyy-MM-dd} 不在{year}年。", $"The day to send, {dueOn:yyyy-MM-dd}, is not in {year}.")));
        }

        if (await database.Set<AnnualReport>().AnyAsync(report => report.Division == division && report.Year == year, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled($"{division} {year}"));
        }

        var snapshot = await TakeAsync(division, place, year, cancellationToken);
        var report = new AnnualReport
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Year = year, To = to, DueOn = dueOn, LastMovedBy = process.Current.Actor.Id,
            Snapshot = JsonSerializer.Serialize(snapshot, JsonSerializerOptions.Web), Sections = JsonSerializer.Serialize(FirstWords(snapshot), JsonSerializerOptions.Web),
        };
        database.Add(report);
        audit.Record(Drafted, report.AuditSubject);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (report.Id, null);
    }

    /// <summary>Changes the words, and says which figures the text states.</summary>
    public async Task<LedgerError?> EditAsync(Guid id, IReadOnlyList<ReportSection> sections, IReadOnlyList<StatedFigure> stated, int version, CancellationToken cancellationToken = default) =>
        sections.Select(section => Plausible.Number("Texts", section.Text)).FirstOrDefault(fault => fault is not null) ?? stated.Select(figure => Plausible.Number("Whys", figure.Why ?? "")).FirstOrDefault(fault => fault is not null)
        ?? await MoveAsync(id, ReportAction.Edit, version, null, report =>
        {
            report.Sections = JsonSerializer.Serialize(sections, JsonSerializerOptions.Web);
            report.Stated = JsonSerializer.Serialize(stated, JsonSerializerOptions.Web);
        }, cancellationToken);

    /// <summary>Takes the figures anew, before it is signed. Words that nobody changed follow them, what somebody wrote stays.</summary>
    public async Task<LedgerError?> RetakeAsync(Guid id, int version, CancellationToken cancellationToken = default)
    {
        if (await database.Set<AnnualReport>().AsNoTracking().SingleOrDefaultAsync(report => report.Id == id, cancellationToken) is not { } drafted)
        {
            return new LedgerError.Missing();
        }

        var (before, written) = (ReportFigures.Snapshot(drafted), ReportFigures.Sections(drafted));
        var now = await TakeAsync(drafted.Division, before.Place, drafted.Year, cancellationToken);
        var own = written.Except(FirstWords(before)).ToList();
        IReadOnlyList<ReportSection> sections = [.. FirstWords(now).Select(section => own.Find(kept => kept.Heading == section.Heading) ?? section)];
        return await MoveAsync(id, ReportAction.Edit, version, null, report =>
        {
            report.Snapshot = JsonSerializer.Serialize(now, JsonSerializerOptions.Web);
            report.Sections = JsonSerializer.Serialize(sections.Concat(own.Where(kept => sections.All(section => section.Heading != kept.Heading))), JsonSerializerOptions.Web);
        }, cancellationToken);
    }

    public Task<LedgerError?> SignAsync(Guid id, int version, CancellationToken cancellationToken = default) =>
        MoveAsync(id, ReportAction.Sign, version, null, report => report.SignedBy = process.Current.Actor.Id, cancellationToken);

    public Task<LedgerError?> SendAsync(Guid id, CancellationToken cancellationToken = default) =>
        MoveAsync(id, ReportAction.Send, null, null, report => report.SentOn = ChinaTime.Today(time), cancellationToken);

    /// <summary>The level above takes it, or gives it back with the reason.</summary>
    public Task<LedgerError?> ReceiveAsync(Guid id, bool isTaken, string? reason = null, CancellationToken cancellationToken = default) =>
        MoveAsync(id, isTaken ? ReportAction.Receive : ReportAction.Return, null, reason, report =>
        {
            report.ReceivedOn = isTaken ? ChinaTime.Today(time) : null;
            report.SentOn = isTaken ? report.SentOn : null;   // what lies with the place again has not been sent
        }, cancellationToken);

    /// <summary>Why this actor may not take a step, beside what the lifecycle says: who wrote it does not sign it, and the level above takes it by somebody without a hand in it.</summary>
    public async Task<LedgerError?> RefusalAsync(AnnualReport report, ReportAction action, CancellationToken cancellationToken = default) => action switch
    {
        ReportAction.Sign when await upward.IsMakerAsync(report.AuditSubject, Writing, cancellationToken) => new LedgerError.Maker(),
        ReportAction.Receive or ReportAction.Return => await upward.RefusalAsync(report.AuditSubject, report.To, GovernancePermissions.Check, Making, cancellationToken),
        _ => null,
    };

    /// <summary>What came in from the places that owe a report, and their figures added up.</summary>
    public async Task<Compilation> CompileAsync(DivisionCode to, int year, IReadOnlyList<DivisionCode> owing, CancellationToken cancellationToken = default)
    {
        var sent = await database.Set<AnnualReport>().AsNoTracking().Where(report => report.To == to && report.Year == year && report.SentOn != null)
            .ToListAsync(cancellationToken);
        var figures = sent.SelectMany(report => ReportFigures.Snapshot(report).Figures).Where(figure => figure.Unit == Count).GroupBy(figure => figure.Name)
            .Select(same => new ReportedFigure(same.Key, same.Sum(figure => figure.Value), Count)).OrderBy(figure => figure.Name, StringComparer.Ordinal).ToList();
        return new Compilation(
            [.. sent.Where(report => report.IsSentInTime).Select(report => report.Division).Order()], [.. sent.Where(report => !report.IsSentInTime).Select(report => report.Division).Order()],
            [.. owing.Except(sent.Select(report => report.Division)).Order()], figures);
    }

    /// <summary>Reports an important matter at once.</summary>
    public async Task<(Guid Matter, LedgerError? Error)> ReportMatterAsync(DivisionCode division, string title, string text, DateTimeOffset happenedAt, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (string.IsNullOrWhiteSpace(title) || string.IsNullOrWhiteSpace(text) || text.Length > TrackedMapping.TextLength || happenedAt > time.GetUtcNow())
        {
            return (Guid.Empty, string.IsNullOrWhiteSpace(title) ? new LedgerError.Invalid("Title", Say("请写标题。", "Give it a title."))
                : happenedAt > time.GetUtcNow() ? new LedgerError.Invalid("Day", Say("发生日期不能晚于今天。", "It cannot have happened after today."))
                : new LedgerError.Invalid("Text", Say($"请写情况，1 到 {TrackedMapping.TextLength} 字。", $"Write what happened, in 1 to {TrackedMapping.TextLength} characters.")));
        }

        var matter = new ImportantMatter
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Title = title, Text = text, HappenedAt = happenedAt, ReportedAt = time.GetUtcNow(), LastMovedBy = process.Current.Actor.Id,
        };
        database.Add(matter);
        audit.Record("reported", matter.AuditSubject);
        await addressees.TellUpwardAsync(division, GovernancePermissions.Approve, new($"重要情况：{title}", $"Important matter: {title}"), MattersOf(division), matter.Id, cancellationToken);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (matter.Id, null);
    }

    /// <summary>One step of an important matter; routing names the unit.</summary>
    public async Task<LedgerError?> MoveMatterAsync(Guid id, MatterAction action, string? unit = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<ImportantMatter>().SingleOrDefaultAsync(matter => matter.Id == id, cancellationToken) is not { } matter)
        {
            return new LedgerError.Missing();
        }

        if (action == MatterAction.Route && !string.IsNullOrWhiteSpace(unit))
        {
            var (to, unknown) = await units.NameAsync(matter.Division, unit, "Unit", cancellationToken);
            if (unknown is not null)
            {
                return unknown;
            }

            matter.RoutedTo = to!;
            await addressees.TellUnitsAsync(matter.Division, [to!], new($"重要情况转{to}：{matter.Title}", $"Important matter, sent to {to}: {matter.Title}"), MattersOf(matter.Division), matter.Id, cancellationToken);
        }

        return await moves.MoveAsync(ImportantMatterLifecycle.Table, matter, action, matter.Version, null, cancellationToken);
    }

    private static string MattersOf(DivisionCode division) => "~/" + GovernanceLinks.At(GovernanceLinks.Matters, division);

    // Who takes the next step is told: the level above what came in, the place what became of it.
    private Task TellAsync(AnnualReport report, ReportAction action, string? reason, CancellationToken cancellationToken)
    {
        var href = "~/" + GovernanceLinks.One(GovernanceLinks.Reports, report.Id);
        var place = ReportFigures.Snapshot(report).Place;
        return action switch
        {
            ReportAction.Send => addressees.TellAsync(report.To, GovernancePermissions.Check, new($"{place}报来{report.Year}年度报告", $"{place} sent its report of {report.Year}"), href, report.Id, cancellationToken),
            ReportAction.Receive => addressees.TellAsync(report.Division, GovernancePermissions.Compile, new($"{report.Year}年度报告已接收", $"The report of {report.Year} was received"), href, report.Id, cancellationToken),
            ReportAction.Return => addressees.TellAsync(report.Division, GovernancePermissions.Compile, new($"{report.Year}年度报告被退回。理由：{reason}", $"The report of {report.Year} was given back. Reason: {reason}"), href, report.Id, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private async Task<ReportSnapshot> TakeAsync(DivisionCode division, string place, int year, CancellationToken cancellationToken)
    {
        // what is open goes on in the years after its plan, late or not
        var (today, first) = (ChinaTime.Today(time), new DateOnly(year, 1, 1));
        var tasks = await database.Set<KeyTask>().AsNoTracking().Include(task => task.Assignments)
            .Where(task => task.Division == division && task.State != KeyTaskState.Drafted && (task.Year == year || (task.Year < year && (task.State != KeyTaskState.ClosedOut || task.ClosedOn >= first)))).OrderBy(task => task.Document).ThenBy(task => task.Number).ToListAsync(cancellationToken);
        var ids = tasks.Select(task => task.Id).ToList();
        var words = (await database.Set<ProgressReport>().AsNoTracking().Where(report => ids.Contains(report.TaskId)).Select(report => new { report.TaskId, report.At, report.Text }).ToListAsync(cancellationToken))
            .GroupBy(report => report.TaskId).ToDictionary(group => group.Key, group => group.MaxBy(report => report.At)!.Text);
        static string Units(KeyTask task, bool leads) => string.Join('、', task.Assignments.Where(assignment => assignment.Leads == leads).OrderBy(assignment => assignment.Order).Select(assignment => assignment.Unit));
        var values = await (from assessment in database.Set<PlaceAssessment>().AsNoTracking()
                            join set in database.Set<IndicatorSet>() on assessment.SetId equals set.Id
                            where assessment.Division == division && set.Year == year
                            join value in database.Set<IndicatorValue>() on assessment.Id equals value.AssessmentId
                            orderby value.Code
                            select new IndicatorScore(value.Code, value.Reviewed ?? value.Reported, 0, 0)).ToListAsync(cancellationToken);
        return new ReportSnapshot(
            division.ToString(), place, year, today,
            [
                new("重点任务", tasks.Count, Count), new("已核销", Of(BoardStanding.Closed), Count), new("逾期", tasks.Count(task => task.IsLate(today)), Count),
                new("有风险", Of(BoardStanding.AtRisk), Count), new("待核查", Of(BoardStanding.Claimed), Count),
            ],
            [.. tasks.Select(task => new ReportedTask(task.Number, task.Part, task.Title, Units(task, true), Units(task, false), LimitOf(task), TaskWords.Of(task.State).Zh, task.ClosedOn, words.GetValueOrDefault(task.Id, "")))],
            values);

        // as the board counts
        int Of(BoardStanding standing) => tasks.Count(task => BoardRecount.StandingOf(task.State) == standing);
    }

    // An extension is told beside the day that was first set.
    private static string LimitOf(KeyTask task) => task is { OriginalDeadline: { } original, Deadline: { } extended } && extended != original ? $"原定 {original:yyyy-MM-dd}，延至 {extended:yyyy-MM-dd}" : task.DeadlineAsGiven;

    private static IReadOnlyList<ReportSection> FirstWords(ReportSnapshot snapshot)
    {
        decimal Figure(string name) => snapshot.Figures.First(figure => figure.Name == name).Value;
        return
        [
            new("总体情况", $"{snapshot.Place}{snapshot.Year}年列入台账{Figure("重点任务"):0}项，已核销{Figure("已核销"):0}项，逾期{Figure("逾期"):0}项。"),
            .. snapshot.Tasks.GroupBy(task => task.Part).Select(part => new ReportSection(part.Key.Length > 0 ? part.Key : "其他任务", string.Join('\n', part.Select(task => $"{task.Number}. {task.Title}：{(task.LastReport.Length > 0 ? task.LastReport : task.Standing)}")))),
            new("问题和下一步", ""),
        ];
    }

    private async Task<LedgerError?> MoveAsync(Guid id, ReportAction action, int? version, string? reason, Action<AnnualReport>? change, CancellationToken cancellationToken)
    {
        if (await database.Set<AnnualReport>().SingleOrDefaultAsync(report => report.Id == id, cancellationToken) is not { } report)
        {
            return new LedgerError.Missing();
        }

        if (await RefusalAsync(report, action, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        change?.Invoke(report);
        await TellAsync(report, action, reason, cancellationToken);
        await prints.EndAsync(id, ReportPrint.Kind, cancellationToken);   // it says where the report stood
        return await moves.MoveAsync(AnnualReportLifecycle.Table, report, action, version ?? report.Version, reason, cancellationToken);
    }
}
