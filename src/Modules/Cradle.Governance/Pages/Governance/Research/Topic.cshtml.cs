using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Papers;
using Cradle.Governance.Research;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Files;
using Cradle.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Research;

/// <summary>One study and its next step.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class TopicModel(ResearchService research, PaperService papers, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int? Smallest { get; set; }

    public ResearchTopic Topic { get; private set; } = null!;

    public IReadOnlyList<Paper> Files { get; private set; } = [];

    public IReadOnlyList<TopicAction> Steps => Possible(ResearchTopicLifecycle.Table, Topic);

    public Task<IActionResult> OnPostStepAsync(TopicAction step, CancellationToken stop) => DoAsync(() => step switch
    {
        TopicAction.GiveData => ReleaseAsync(stop),
        TopicAction.Report => WithPapersAsync(files => research.MoveAsync(Id, step, topic => topic.Report = Text?.Trim(), files, stop), stop),
        TopicAction.Use => research.MoveAsync(Id, step, topic => topic.UsedIn = Text?.Trim(), null, stop),
        _ => research.MoveAsync(Id, step, null, null, stop),
    }, GovernanceLinks.One(GovernanceLinks.Research, Id), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<ResearchTopic>().AsNoTracking().SingleOrDefaultAsync(topic => topic.Id == Id, stop) is not { } topic || !Enter(GovernancePermissions.Read, topic.Division))
        {
            return false;
        }

        Topic = topic;
        Files = await papers.OfAsync(topic.AuditSubject, stop);
        return true;
    }

    private async Task<LedgerError?> ReleaseAsync(CancellationToken stop)
    {
        var (upload, error) = await UploadRule.Tables.ReadAsync(Papers.FirstOrDefault(), stop);
        if (upload is null)
        {
            return new LedgerError.Invalid(nameof(Papers), FileWords.Of(error!));
        }

        var (table, wrong) = TableFile.Read(upload.Content, upload.Name);
        return table is null ? new LedgerError.Invalid(nameof(Papers), TableWords.Of(wrong!)) : (await research.ReleaseAsync(Id, table, Smallest ?? 0, stop)).Error;
    }
}
