using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Commendations;
using Cradle.Governance.Ledger;
using Cradle.Governance.Papers;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Commendations;

/// <summary>One call: its criteria, who applied, and the next step of each.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class ProgrammeModel(CommendationService commendations, PaperService papers, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private readonly SignedIn signedIn = signedIn;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Applicant { get; set; }

    /// <summary>The place of the applicant, by its digits; the page's own where it is left out.</summary>
    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public DateOnly? GraveCaseOn { get; set; }

    [BindProperty]
    public Guid Nomination { get; set; }

    [BindProperty]
    public decimal? Points { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<Nomination> Nominations { get; private set; } = [];

    /// <summary>The files of every nomination that the page shows.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Paper>> Files { get; private set; } = null!;

    public bool MayApply => OwnUnit is null && May(GovernancePermissions.Compile) && Today >= Programme.OpensOn && Today <= Programme.ClosesOn;

    private bool MayAward => OwnUnit is null && May(GovernancePermissions.Approve) && commendations.Refusal(Programme, NominationState.OnNotice, NominationAction.Award) is null;

    public DateOnly Today => ChinaTime.Today(time);

    protected override IReadOnlyList<string> ReasonFields => [];

    private string Here => GovernanceLinks.One(GovernanceLinks.Commendations, Id) + "?division=" + Division;

    public string NameOf(DivisionCode division) => Places.PlaceOf(division);

    public IReadOnlyList<NominationAction> StepsOf(Nomination nomination) =>
        [.. Possible(NominationLifecycle.Table, nomination).Where(step => OwnUnit is null && commendations.Refusal(Programme, nomination.State, step) is null && (step != NominationAction.Score || !nomination.Division.Contains(Judge())) && (step != NominationAction.Award || nomination.NoticeUntil < Today))];

    /// <summary>The steps that the role would allow and that cannot be taken now, with the reason.</summary>
    public IReadOnlyList<(Words Step, Words Why)> WithheldOf(Nomination nomination)
    {
        var notice = nomination is { State: NominationState.OnNotice, NoticeUntil: { } until } && until >= Today && MayAward
            ? [(CommendationWords.Of(NominationAction.Award), new Words($"公示到 {until:yyyy-MM-dd}，期满后办理。", $"On notice until {until:yyyy-MM-dd}; to be done after that day."))]
            : Array.Empty<(Words, Words)>();
        var above = OwnUnit is not null ? [] : Possible(NominationLifecycle.Table, nomination).Select(step => (Step: step, Why: commendations.Refusal(Programme, nomination.State, step)))
            .Where(pair => pair.Why is not null).Select(pair => (CommendationWords.Of(pair.Step), LedgerWords.Of(pair.Why!)));
        var ownJudge = OwnUnit is null && nomination.State == NominationState.EvidenceChecked && Possible(NominationLifecycle.Table, nomination).Contains(NominationAction.Score) && nomination.Division.Contains(Judge())
            ? [(CommendationWords.Of(NominationAction.Score), new Words("评审人不能评本地的申报，请上一级的人来评。", "A judge of the applicant's own place may not score it; ask somebody of the level above."))]
            : Array.Empty<(Words, Words)>();
        return [.. Barred(NominationLifecycle.Table, nomination, CommendationWords.Of), .. above, .. ownJudge, .. notice];
    }

    public Task<IActionResult> OnPostApplyAsync(CancellationToken stop) => DoAsync(async () =>
    {
        if (!DivisionCode.TryParse(string.IsNullOrWhiteSpace(Area) ? Division.ToString() : PlainText.Key(Area), out var area))
        {
            return new LedgerError.Invalid(nameof(Area), Say($"“{Area}”不是行政区划代码。", $"'{Area}' is no division code."));
        }

        var evidence = LinesOf(Evidence);
        return await WithPapersAsync(async files => (await commendations.ApplyAsync(Id, area, Applicant?.Trim() ?? "", evidence, GraveCaseOn, files, stop)).Error, stop);
    }, () => Here, stop);

    public Task<IActionResult> OnPostStepAsync(NominationAction step, CancellationToken stop) => DoAsync(async () => step switch
    {
        _ when Nominations.All(nomination => nomination.Id != Nomination) => new LedgerError.Missing(),
        NominationAction.Score when Points is null => new LedgerError.Invalid(nameof(Points), Say("请填分数。", "Give the points.")),
        NominationAction.Score => await commendations.ScoreAsync(Nomination, Judge(), Points!.Value, stop),
        NominationAction.Publish => await commendations.PublishAsync(Nomination, stop),
        _ => await commendations.MoveAsync(Nomination, step, Reason?.Trim(), stop),
    }, () => Here, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(programme => programme.Id == Id, stop) is not { } programme || !Enter(GovernancePermissions.Read) || !(programme.Division.Contains(Division) || Division.Contains(programme.Division)))
        {
            return false;
        }

        Programme = programme;
        Nominations = await database.Set<Nomination>().AsNoTracking().Where(nomination => nomination.ProgrammeId == Id && nomination.Division >= Division && nomination.Division <= Division.LastWithin)
            .OrderByDescending(nomination => nomination.Points).ThenBy(nomination => nomination.Applicant).ToListAsync(stop);
        var files = new Dictionary<Guid, IReadOnlyList<Paper>>();
        foreach (var nomination in Nominations)
        {
            files[nomination.Id] = await papers.OfAsync(nomination.AuditSubject, stop);
        }

        Files = files;
        return true;
    }

    // The place that the judge works for, by the role held.
    private DivisionCode Judge() => signedIn.Authority.RolesGiving(GovernancePermissions.Check).Where(role => role.Division.Contains(Division)).Select(role => role.Division).OrderBy(place => place.Level).FirstOrDefault();
}
