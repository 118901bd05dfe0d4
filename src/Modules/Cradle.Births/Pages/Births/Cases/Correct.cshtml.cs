using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Platform.Web.Access;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Cases;

/// <summary>The form again, for a case that was sent back or for one item of it.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CorrectModel(CaseService cases, CaseIntake intake, ItemService items, CaseFlow flow, ProtectedForms forms, TypedPlace places, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public NewbornInput Form { get; set; } = new();

    public JointCase One { get; private set; } = null!;

    public string? Reason { get; private set; }

    public bool IsAtCounter => intake.IsAtCounter;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Form = NewbornInput.Of(forms.Read(One), places);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var seen = Version;
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Form.Read(places, ModelState, nameof(Form), ChinaTime.Today(time), intake.IsAtCounter) is not { } form)
            return Page();
        var error = Item is { } item ? await items.CorrectAsync(item, form, seen, cancellationToken) : await intake.CorrectAsync(One, form, seen, cancellationToken);
        switch (error)
        {
            case null: return Redirect($"/births/cases/{Id}");
            case CaseError.Missing: return NotFound();
            case CaseError.Form wrong: NewbornInput.Show(wrong.Problems, ModelState, nameof(Form)); break;
            default: ModelState.AddModelError("", CaseWords.Of(error).ToString()); break;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await cases.OwnAsync(Id, cancellationToken) is not { } one)
            return false;
        One = one;
        (Version, Reason) = (one.Version, CaseWords.ReasonOf(one, forms.Read(one))?.ToString());
        if (Item is { } id)
        {
            if ((await flow.ItemsAsync(Id, cancellationToken)).Find(item => item.Id == id) is not { } found)
                return false;
            (Version, Reason) = (found.Version, $"{found.Reason} {found.Remedy}");
        }

        return true;
    }
}
