using System.Security.Cryptography;
using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Orders;
using Cradle.Governance.Reports;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Cli.Governance;

/// <summary>Something that happened and was accepted; from these alone the results can be reckoned again.</summary>
internal sealed record DrillEvent(string Division, int Task, string What, DateOnly Day, string? Unit = null, DateOnly? Deadline = null);

/// <summary>What the year came to in one place.</summary>
internal sealed record DrillPlace(
    string Division, int Rank, decimal Total, IReadOnlyDictionary<string, decimal> Values, IReadOnlyList<ReportedFigure> Figures, DateOnly ReportTakenOn, bool ReportInTime, string AnnexSha256, bool AnnexIsSame);

/// <summary>What the year came to.</summary>
internal sealed record DrillOutcome(int Units, IReadOnlyList<Indicator> Indicators, IReadOnlyList<DrillPlace> Places, IReadOnlyList<ReportedFigure> Compiled, long AuditEntries, bool AuditHolds, IReadOnlyList<DrillEvent> Events);

/// <summary>Plays a year: matrix, receipts, reports, claims, checks, extensions, orders, reopenings, then the yearly report and the assessment.</summary>
internal sealed class YearOfWork(LedgerSite site, int seed, CancellationToken stop)
{
    public const int Year = 2026;
    private const int AnswerDays = 5;
    private const string CheckingUnit = "督查室";
    private static readonly (string Division, int Units)[] Places = [("2201", 14), ("1401", 13), ("6201", 13)];
    private static readonly string[] Office = [GovernancePermissions.Read, GovernancePermissions.Compile];
    private static readonly string[] Checker = [GovernancePermissions.Read, GovernancePermissions.Check];
    private static readonly string[] Supervisor = [GovernancePermissions.Read, GovernancePermissions.Supervise];
    private static readonly string[] Leader = [GovernancePermissions.Read, GovernancePermissions.Approve];

    private static readonly Indicator[] Indicators =
    [
        new("closed", "核销率", "001/31", "percent", 40, ScoringKind.Proportion, TargetBound.AtLeast, 100, LedgerFigures.ClosedShare),
        new("reported", "报告率", "001/31", "percent", 20, ScoringKind.Proportion, TargetBound.AtLeast, 100, LedgerFigures.ReportedShare),
        new("late", "逾期任务", "001/31", "item", 20, ScoringKind.Proportion, TargetBound.AtMost, 3, LedgerFigures.LateTasks),
        new("quality", "工作质量", "", "point", 20, ScoringKind.Points, TargetBound.AtLeast, null),
        new("grave", "重大安全事件", "", "case", 0, ScoringKind.Veto, TargetBound.AtMost, 0),
    ];

    private readonly Random random = new(seed);
    private readonly List<DrillEvent> events = [];

    private DateOnly Today => ChinaTime.Today(site.Clock);

    public async Task<DrillOutcome> PlayAsync()
    {
        foreach (var (division, units) in Places)
            await LoadAsync(DivisionCode.Parse(division), units);
        for (var month = 1; month <= 12; month++)
        {
            site.Clock.MoveTo(new DateOnly(Year, month, 20));
            foreach (var (division, _) in Places)
                await WorkAsync(DivisionCode.Parse(division));
        }

        return await CloseYearAsync();
    }

    private async Task LoadAsync(DivisionCode division, int count)
    {
        var units = UnitFile.Read(UnitFile.Find(Folders.Units, DivisionCode.Parse("2201"))!).All.Where(unit => unit.Kind is UnitKind.Department or UnitKind.Party or UnitKind.MassOrganisation).Take(count).ToList();
        await site.AsAsync<UnitService, int>("office", Office, async service => (await service.AddAsync(division, [.. units, new UnitEntry(CheckingUnit, UnitKind.Department, [])], stop)).Added);
        var titles = TableFile.Read(File.ReadAllBytes(Folders.ExampleMatrix), Folders.ExampleMatrix).Table!;
        var rows = Enumerable.Range(1, titles.Rows - 1).Select(row => (IReadOnlyList<string>)[titles[row, 0], titles[row, 1], titles[row, 2], UnitsOf(units), DeadlineOf()]);
        var reading = new MatrixReader(new UnitDirectory(units), "", Today).Read(new Table([["序号", "主要任务", "", "责任单位", "完成时限"], .. rows]));
        Expect(await site.AsAsync<MatrixService, LedgerError?>("office", Office, async matrix => (await matrix.ImportAsync(division, "001", Year, reading, stop)).Error));
        await site.AsAsync<TaskService, int>("office", Office, tasks => tasks.AssignAllAsync(division, "001", Year, stop));
        foreach (var task in await TasksAsync(division))
            events.Add(new(task.Division.ToString(), task.Number, "assigned", Today, string.Join('、', task.Assignments.Select(unit => unit.Unit)), task.Deadline));
    }

    private string UnitsOf(IReadOnlyList<UnitEntry> units)
    {
        var chosen = Enumerable.Range(0, random.Next(2, 5)).Select(_ => units[random.Next(units.Count)].Name).Distinct().ToList();
        return random.Next(2) == 0 ? string.Join('、', chosen) + "按职责分工负责" : chosen[0] + "牵头" + (chosen.Count > 1 ? " " + string.Join('、', chosen.Skip(1)) + "按职责分工负责" : "负责");
    }

    private string DeadlineOf() => random.Next(3) == 0 ? "持续推进" : $"{Year}年{random.Next(3, 13)}月底";

    private async Task WorkAsync(DivisionCode division)
    {
        foreach (var task in await TasksAsync(division))
        {
            foreach (var assignment in task.Assignments)
                await WorkOfUnitAsync(task, assignment);
            await DecideAsync(task.Id);
        }

        await site.AsAsync<OrderService, int>("supervisor", Supervisor, orders => orders.EscalateAsync(division, AnswerDays, stop));
    }

    private async Task WorkOfUnitAsync(KeyTask task, Assignment assignment)
    {
        var unit = assignment.Unit;
        if (assignment.SignedOn is null)
        {
            if (random.Next(5) > 0)
                await DoAsync(task, "signed", unit, tasks => tasks.SignAsync(task.Id, unit, cancellationToken: stop));
            return;
        }

        if (task.State != KeyTaskState.ClosedOut && random.Next(5) < 2)
            await DoAsync(task, "reported", unit, tasks => tasks.ReportAsync(task.Id, unit, $"{Today.Month}月进展", cancellationToken: stop));
    }

    // What the first unit, the checker, the office and the supervisor do about a task this month.
    private async Task DecideAsync(Guid id)
    {
        var task = await FindAsync(id);
        var unit = task.Assignments[0].Unit;
        var isDue = task.Deadline is { } deadline ? deadline.Month <= Today.Month + 1 : random.Next(12) == 0;
        await PressAsync(task, unit);
        switch (task.State)
        {
            case KeyTaskState.InProgress when isDue && random.Next(4) == 0 && task.Deadline is { } day:
                await DoAsync(task, "asked", unit, tasks => tasks.AskExtensionAsync(id, unit, day.AddDays(30), task.Version, "等上级文件", stop), day.AddDays(30));
                break;
            case KeyTaskState.ExtensionRequested:
                var isGranted = random.Next(3) > 0;
                await DoAsync(task, isGranted ? "extended" : "not-extended", unit, "office", Office, tasks => tasks.DecideExtensionAsync(id, isGranted, task.Version, "核实", stop), isGranted ? task.RequestedDeadline : null);
                break;
            case KeyTaskState.InProgress when isDue:
                await ClaimAsync(task);
                break;
            case KeyTaskState.CompletionClaimed:
                var accepted = random.Next(6) > 0 ? task.Evidence.Select(proof => proof.Id).ToHashSet() : [];
                await DoAsync(task, accepted.Count > 0 ? "checked" : "sent-back", CheckingUnit, "checker", Checker, tasks => tasks.CheckAsync(id, CheckingUnit, accepted, task.Version, "材料不全", stop));
                break;
            case KeyTaskState.EvidenceChecked:
                await DoAsync(task, "closed", null, "chief", Office, tasks => tasks.CloseOutAsync(id, task.Version, stop));
                break;
            case KeyTaskState.ClosedOut when random.Next(30) == 0:
                await DoAsync(task, "reopened", null, "office", Office, tasks => tasks.ReopenAsync(id, task.Version, "有新情况", stop));
                break;
        }
    }

    // Every unit that has signed proves its part and says that it is done; those that lead come last, so that they see what is open.
    private async Task ClaimAsync(KeyTask task)
    {
        foreach (var unit in task.Assignments.Where(part => part is { SignedOn: not null, PartDoneOn: null }).OrderBy(part => part.Leads).ThenBy(part => part.Order).Select(part => part.Unit))
        {
            await DoAsync(task, "proved", unit, tasks => tasks.ProveAsync(task.Id, new ProofInput(unit, "总结", $"{Today:yyyyMM}"), stop));
            var version = (await FindAsync(task.Id)).Version;
            if (await site.AsUnitAsync<TaskService, LedgerError?>(task.Division, unit, tasks => tasks.ClaimAsync(task.Id, unit, version, reason: "其余部分由牵头单位汇总", cancellationToken: stop)) is null)
                events.Add(new(task.Division.ToString(), task.Number, (await FindAsync(task.Id)).State == KeyTaskState.CompletionClaimed ? "claimed" : "part-done", Today, unit, null));
        }
    }

    private async Task PressAsync(KeyTask task, string unit)
    {
        if (!task.IsLate(Today) || random.Next(2) == 0)
            return;
        await DoAsync(task, "reminded", unit, "supervisor", Supervisor, tasks => tasks.RemindAsync(task.Id, unit, "已逾期", stop));
        await site.AsAsync<OrderService, LedgerError?>("supervisor", Supervisor, async orders => (await orders.IssueAsync(task.Id, unit, "说明原因", Today.AddDays(10), stop)).Error);
    }

    private async Task<DrillOutcome> CloseYearAsync()
    {
        var reports = new Dictionary<string, Guid>();
        foreach (var (division, _) in Places)
        {
            // the last of them sends after the day
            site.Clock.MoveTo(division == Places[^1].Division ? new DateOnly(Year + 1, 1, 4) : new DateOnly(Year, 12, 30));
            reports[division] = await ReportAsync(DivisionCode.Parse(division));
        }

        var (set, error) = await site.AsAsync<AssessmentService, (Guid, LedgerError?)>(
            "leader", Leader, service => service.PublishAsync(DivisionCode.Nation, Year, "目标责任", Indicators, [.. Places.Select(place => DivisionCode.Parse(place.Division))], stop));
        Expect(error);
        foreach (var (division, _) in Places)
            await AssessAsync(set, DivisionCode.Parse(division), isObjecting: division == Places[0].Division);
        var compiled = await site.AsAsync<ReportService, Compilation>("nation", Office, service => service.CompileAsync(DivisionCode.Nation, Year, [.. Places.Select(place => DivisionCode.Parse(place.Division))], stop));
        var ranks = await site.AsAsync<AssessmentService, IReadOnlyList<(int Place, DivisionCode Division, decimal Total)>>("leader", Leader, service => service.RankAsync(set, stop));
        var places = new List<DrillPlace>();
        foreach (var (rank, division, total) in ranks)
            places.Add(await PlaceAsync(set, division, rank, total, reports[division.ToString()]));
        await using var scope = site.Services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: stop);
        return new DrillOutcome(Places.Sum(place => place.Units), Indicators, places, compiled.Figures, audit.Entries, audit.Holds, events);
    }

    private async Task<Guid> ReportAsync(DivisionCode division)
    {
        var (id, error) = await site.AsAsync<ReportService, (Guid, LedgerError?)>("office", Office, service => service.DraftAsync(division, $"{division}", DivisionCode.Nation, Year, new DateOnly(Year, 12, 31), stop));
        Expect(error);
        Expect(await site.AsAsync<ReportService, LedgerError?>("leader", Leader, service => service.SignAsync(id, 0, stop)));
        Expect(await site.AsAsync<ReportService, LedgerError?>("office", Office, service => service.SendAsync(id, stop)));
        Expect(await site.AsAsync<ReportService, LedgerError?>("nation", Checker, service => service.ReceiveAsync(id, true, null, stop)));
        return id;
    }

    private async Task AssessAsync(Guid set, DivisionCode division, bool isObjecting)
    {
        var id = (await site.InDatabaseAsync(database => database.Set<PlaceAssessment>().AsNoTracking().SingleAsync(assessment => assessment.SetId == set && assessment.Division == division, stop))).Id;
        Expect(await site.AsAsync<AssessmentService, LedgerError?>("office", Office, service => service.SelfReportAsync(id, [new("quality", random.Next(70, 101), "自评"), new("grave", 0, "应急局")], stop)));
        Expect(await site.AsAsync<AssessmentService, LedgerError?>("nation", Checker, service => service.ScoreAsync(id, DivisionCode.Nation, new Dictionary<string, decimal> { ["quality"] = random.Next(55, 91) }, stop)));
        if (isObjecting)
        {
            Expect(await site.AsAsync<AssessmentService, LedgerError?>("office", Office, service => service.ObjectAsync(id, "工作质量评分偏低", stop)));
            Expect(await site.AsAsync<AssessmentService, LedgerError?>("second", Checker, service => service.DecideObjectionAsync(id, true, "复核", new Dictionary<string, decimal> { ["quality"] = random.Next(75, 96) }, stop)));
        }

        Expect(await site.AsAsync<AssessmentService, LedgerError?>("leader", Leader, service => service.ApproveAsync(id, stop)));
        Expect(await site.AsAsync<AssessmentService, LedgerError?>("leader", Leader, service => service.NoticeAsync(id, stop)));
    }

    private async Task<DrillPlace> PlaceAsync(Guid set, DivisionCode division, int rank, decimal total, Guid reportId)
    {
        var id = (await site.InDatabaseAsync(database => database.Set<PlaceAssessment>().AsNoTracking().SingleAsync(assessment => assessment.SetId == set && assessment.Division == division, stop))).Id;
        var values = await site.AsAsync<AssessmentService, Dictionary<string, decimal>>("leader", Leader, service => service.ValuesAsync(id, stop));
        var report = await site.InDatabaseAsync(database => database.Set<AnnualReport>().AsNoTracking().SingleAsync(found => found.Id == reportId, stop));
        var snapshot = ReportFigures.Snapshot(report);
        var (first, again) = (ReportAnnex.Write(snapshot), ReportAnnex.Write(ReportFigures.Snapshot(report)));
        return new DrillPlace(division.ToString(), rank, total, values, snapshot.Figures, snapshot.TakenOn, report.IsSentInTime, Convert.ToHexStringLower(SHA256.HashData(first)), first.AsSpan().SequenceEqual(again));
    }

    private async Task DoAsync(KeyTask task, string what, string unit, Func<TaskService, Task<LedgerError?>> act, DateOnly? deadline = null)
    {
        if (await site.AsUnitAsync(task.Division, unit, act) is null)
            events.Add(new(task.Division.ToString(), task.Number, what, Today, unit, deadline));
    }

    private async Task DoAsync(KeyTask task, string what, string? unit, string officer, string[] permissions, Func<TaskService, Task<LedgerError?>> act, DateOnly? deadline = null)
    {
        if (await site.AsAsync(officer, permissions, act) is null)
            events.Add(new(task.Division.ToString(), task.Number, what, Today, unit, deadline));
    }

    private Task<List<KeyTask>> TasksAsync(DivisionCode division) =>
        site.InDatabaseAsync(database => database.Set<KeyTask>().AsNoTracking().Include(task => task.Assignments.OrderBy(unit => unit.Order)).Where(task => task.Division == division).OrderBy(task => task.Number).ToListAsync(stop));

    private Task<KeyTask> FindAsync(Guid id) =>
        site.InDatabaseAsync(database => database.Set<KeyTask>().AsNoTracking().Include(task => task.Assignments.OrderBy(unit => unit.Order)).Include(task => task.Evidence).SingleAsync(task => task.Id == id, stop));

    private static void Expect(LedgerError? error)
    {
        if (error is not null)
            throw new InvalidOperationException($"The drill was refused what it must be able to do: {error}");
    }
}
