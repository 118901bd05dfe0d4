using Cradle.Departments.Requests;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Departments.Pages.Department;

/// <summary>One request: what was asked, with identity numbers masked, and what can be decided.</summary>
[RequirePermission(DepartmentsModule.Decide)]
public sealed class DecideModel(PlatformDbContext database, SignedIn signedIn, HeldRoleText places, RequestService service) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Remedy { get; set; }

    public HeldRoleText Places => places;

    public ReceivedRequest Received { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(RequestAction action, CancellationToken cancellationToken)
    {
        var decides = action is RequestAction.Accept or RequestAction.Complete or RequestAction.Return or RequestAction.Refuse;
        if (!decides)
            return BadRequest();
        if (action == RequestAction.Complete && string.IsNullOrWhiteSpace(Number))
            ModelState.AddModelError(nameof(Number), Wording.Say("办结要填本部门的编号", "Enter your department's number to complete it"));
        if (action is RequestAction.Return or RequestAction.Refuse && string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError(nameof(Reason), Wording.Say("请写明理由", "Give a reason"));
        if (action is RequestAction.Return or RequestAction.Refuse && string.IsNullOrWhiteSpace(Remedy))
            ModelState.AddModelError(nameof(Remedy), Wording.Say("请写明家长该怎么办", "Say what the family can do"));
        Fits(nameof(Number), Number, ReceivedRequest.NumberLength);
        Fits(nameof(Reason), Reason, ReceivedRequest.TextLength);
        Fits(nameof(Remedy), Remedy, ReceivedRequest.TextLength);
        if (ModelState.IsValid && await service.DecideAsync(Id, new Decision { Action = action, Version = Version, Number = Number, Reason = Reason?.Trim(), Remedy = Remedy?.Trim() }, cancellationToken) is { } error)
        {
            if (error is RequestError.Missing)
                return NotFound();
            ModelState.AddModelError("", RequestWords.Of(error));
        }

        if (ModelState.IsValid)
            return action == RequestAction.Accept ? RedirectToPage(new { Id }) : Redirect("/department");
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private void Fits(string field, string? text, int most)
    {
        if (text?.Trim().Length > most)
            ModelState.AddModelError(field, Wording.Say($"太长，最多 {most} 个字", $"Too long: at most {most} characters"));
    }

    private static string Shown(string name, string value) => name switch
    {
        "phone" => Masked.Of(FieldKind.Phone, value).ToString(),
        _ when name.EndsWith("Id", StringComparison.Ordinal) => Masked.Of(FieldKind.IdNumber, value).ToString(),
        _ => value,
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await database.Set<ReceivedRequest>().AsNoTracking().FirstOrDefaultAsync(request => request.Id == Id, cancellationToken);
        if (found is null || !signedIn.Authority.Covers(DepartmentsModule.Decide, found))
            return false;
        Received = found;
        Fields = service.Read(found).ToDictionary(field => field.Key, field => Shown(field.Key, field.Value));
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
