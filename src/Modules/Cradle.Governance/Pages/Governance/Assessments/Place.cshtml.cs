using System.Globalization;
using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Platform.Data;
using Cradle.Platform.Web;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Assessments;

/// <summary>The assessment of one place: its own report, the review, the objection, the result and how it came about.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class PlaceModel(AssessmentService assessments, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private readonly SignedIn signedIn = signedIn;
    private readonly Dictionary<AssessmentAction, LedgerError> refused = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Values by the place of the indicator in its set; an empty one is not given. No list: its binding ends at the first figure of the ledger, which has no field.</summary>
    [BindProperty(Name = nameof(Values))]
    public Dictionary<string, string?> Values { get; set; } = [];

    [BindProperty(Name = nameof(Sources))]
    public Dictionary<string, string?> Sources { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public PlaceAssessment Assessment { get; private set; } = null!;

    public IndicatorSet Set { get; private set; } = null!;

    public IReadOnlyDictionary<string, IndicatorValue> Reported { get; private set; } = new Dictionary<string, IndicatorValue>();

    public Score? Result { get; private set; }

    public IReadOnlyList<ScoreRecord> Scores { get; private set; } = [];

    public IReadOnlyList<AssessmentAction> Steps => [.. Offered.Where(step => !refused.ContainsKey(step))];

    /// <summary>What the role would allow and cannot be done now, or not by this actor.</summary>
    public IReadOnlyList<(Words Step, Words Why)> Withheld =>
        [.. Barred(PlaceAssessmentLifecycle.Table, Assessment, AssessmentWords.Of), .. Offered.Where(refused.ContainsKey).Select(step => (AssessmentWords.Of(step), LedgerWords.Of(refused[step])))];

    private IEnumerable<AssessmentAction> Offered => Possible(PlaceAssessmentLifecycle.Table, Assessment).Where(step => PlaceAssessmentLifecycle.Table.Find(Assessment.State, step)!.Permission == GovernancePermissions.Compile || IsAbove(step));

    // The place that the actor's role is held for: the level above scores, the place itself never does.
    private DivisionCode Reviewer => signedIn.Authority.RolesGiving(GovernancePermissions.Check).Where(role => role.Division.Contains(Division)).Select(role => role.Division).OrderBy(place => place.Level).FirstOrDefault();

    private string Here => GovernanceLinks.PlaceAssessment(Id);

    public static string KeyOf(int row) => row.ToString(CultureInfo.InvariantCulture);

    public Task<IActionResult> OnPostReportAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (given, error) = Given();
        return error ?? AtRow(await assessments.SelfReportAsync(Id, [.. given.Select(row => new ValueInput(row.Indicator.Code, row.Value, row.Source))], stop));
    }, Here, stop);

    public Task<IActionResult> OnPostScoreAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (given, error) = Given();
        return error ?? AtRow(await assessments.ScoreAsync(Id, Reviewer, given.ToDictionary(row => row.Indicator.Code, row => row.Value), stop));
    }, Here, stop);

    public Task<IActionResult> OnPostObjectAsync(CancellationToken stop) => DoAsync(() => assessments.ObjectAsync(Id, Reason?.Trim() ?? "", stop), Here, stop);

    public Task<IActionResult> OnPostDecideAsync(bool accepted, CancellationToken stop) => DoAsync(async () =>
    {
        var (given, error) = Given();
        return error ?? AtRow(await assessments.DecideObjectionAsync(Id, accepted, Reason?.Trim() ?? "", given.ToDictionary(row => row.Indicator.Code, row => row.Value), stop));
    }, Here, stop);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken stop) => DoAsync(() => assessments.ApproveAsync(Id, stop), Here, stop);

    public Task<IActionResult> OnPostNoticeAsync(CancellationToken stop) => DoAsync(() => assessments.NoticeAsync(Id, stop), Here, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<PlaceAssessment>().AsNoTracking().SingleOrDefaultAsync(assessment => assessment.Id == Id, stop) is not { } assessment
            || !Enter(GovernancePermissions.Read, assessment.Division) || OwnUnit is not null)
        {
            return false;
        }

        Assessment = assessment;
        Set = await database.Set<IndicatorSet>().AsNoTracking().SingleAsync(set => set.Id == assessment.SetId, stop);
        Reported = await database.Set<IndicatorValue>().AsNoTracking().Where(value => value.AssessmentId == Id).ToDictionaryAsync(value => value.Code, stop);
        Scores = await database.Set<ScoreRecord>().AsNoTracking().Where(score => score.AssessmentId == Id).OrderByDescending(score => score.Revision).ToListAsync(stop);
        foreach (var step in PlaceAssessmentLifecycle.Table.ActionsIn(assessment.State))
        {
            if (await assessments.RefusalAsync(assessment, Set, step, stop) is { } refusal)
            {
                refused[step] = refusal;
            }
        }

        Result = assessment.Total is null ? null : Scoring.Reckon(Set.Indicators, Reported.ToDictionary(pair => pair.Key, pair => pair.Value.Reviewed ?? pair.Value.Reported));
        return true;
    }

    // The level that assesses scores, decides and approves; the place itself reports and objects.
    private bool IsAbove(AssessmentAction step) => signedIn.Authority.Covers(PlaceAssessmentLifecycle.Table.Find(Assessment.State, step)!.Permission!, Set.Division);

    // what is wrong with an indicator is said at its row
    private LedgerError? AtRow(LedgerError? error) => error is LedgerError.Invalid { Field: var code } invalid && Set.Indicators.Index().FirstOrDefault(row => row.Item.Code == code) is { Item: not null, Index: var row }
        ? invalid with { Field = $"{nameof(Values)}[{KeyOf(row)}]" }
        : error;

    private (List<(Indicator Indicator, decimal Value, string Source)> Given, LedgerError? Error) Given()
    {
        var given = new List<(Indicator, decimal, string)>();
        foreach (var (row, indicator) in Set.Indicators.Index())
        {
            if (Values.GetValueOrDefault(KeyOf(row))?.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            if (!decimal.TryParse(PlainText.Key(text), NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                return ([], new LedgerError.Invalid($"{nameof(Values)}[{KeyOf(row)}]", Say($"{indicator.Label}：“{text}”不是数字。", $"{indicator.Label}: '{text}' is no number.")));
            }

            given.Add((indicator, value, Sources.GetValueOrDefault(KeyOf(row))?.Trim() ?? ""));
        }

        return (given, null);
    }
}
