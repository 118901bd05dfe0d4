using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Web.Pages.Desk.Audit;

/// <summary>The audit log of what the people of the auditor's divisions did; the platform's own work only for the whole country's auditors.</summary>
[RequirePermission(PlatformPermissions.Audit)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn, AuditVerifier verifier, AuditTerms terms, RecordNames records) : PageModel
{
    private const int Rows = 50;

    public AuditTerms Terms => terms;

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Did { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>Entries before this one: the next page.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public bool HasMore { get; private set; }

    private IReadOnlyDictionary<AuditSubject, RecordName> Numbers { get; set; } = new Dictionary<AuditSubject, RecordName>();

    public AuditVerification? Verified { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        Verified = await verifier.VerifyAsync(cancellationToken: cancellationToken);
        await ReadAsync(cancellationToken);
    }

    /// <summary>How an attempt ended, or which fields were shown.</summary>
    public string? MoreOf(AuditEntry entry) => AuditDetail.Of(entry) switch
    {
        { Outcome: { } outcome } => terms.Of(outcome),
        { Fields: { Count: > 0 } fields } => terms.Of(fields),
        _ => null,
    };

    /// <summary>What the record is called; the ends of its id where it has no number.</summary>
    public string NumberOf(AuditEntry entry) => Numbers.GetValueOrDefault(new AuditSubject(entry.SubjectType, entry.SubjectId))?.Number ?? $"…{entry.SubjectId.ToString("N")[^6..]}";

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(PlatformPermissions.Audit);
        var entries = database.AuditEntries.AsNoTracking();
        if (!roles.Any(role => role is { Unit: null } && role.Division == DivisionCode.Nation))
            entries = entries.Within(roles);
        if (Who?.Trim() is { Length: > 0 } who)
        {
            var ids = await database.Accounts.Where(account => account.NormalizedUserName!.Contains(who.ToUpperInvariant()) || account.DisplayName.Contains(who)).Select(account => account.Id).Take(Rows).ToListAsync(cancellationToken);
            var actors = ids.Select(id => id.ToString("N")).ToList();
            entries = entries.Where(entry => actors.Contains(entry.ActorId));
        }

        if (Did?.Trim() is { Length: > 0 } did)
        {
            var acts = terms.CodesOf(did);
            entries = entries.Where(entry => acts.Contains(entry.Action) || acts.Contains(entry.Process));
        }

        if (About?.Trim() is { Length: > 0 } about)
        {
            var kinds = terms.CodesOf(about);
            var numbered = await records.FindAsync(about, cancellationToken);
            entries = Guid.TryParse(about, out var id) ? entries.Where(entry => entry.SubjectId == id) : entries.Where(entry => kinds.Contains(entry.SubjectType) || numbered.Contains(entry.SubjectId));
        }

        if (From is { } from)
            entries = entries.Where(entry => entry.At >= ChinaTime.StartOf(from));
        if (Until is { } until)
            entries = entries.Where(entry => entry.At < ChinaTime.StartOf(until.AddDays(1)));
        if (Before is { } before)
            entries = entries.Where(entry => entry.Sequence < before);
        var found = await entries.OrderByDescending(entry => entry.Sequence).Take(Rows + 1).ToListAsync(cancellationToken);
        (HasMore, Entries) = (found.Count > Rows, [.. found.Take(Rows)]);
        Numbers = await records.OfAsync(Entries.Select(entry => new AuditSubject(entry.SubjectType, entry.SubjectId)), cancellationToken);
        var seen = Entries.Select(entry => Guid.TryParse(entry.ActorId, out var id) ? id : Guid.Empty).Distinct().ToList();
        Names = await database.Accounts.Where(account => seen.Contains(account.Id)).ToDictionaryAsync(account => account.Id.ToString("N"), account => account.DisplayName, cancellationToken);
    }
}
