using Cradle.Births.Cases;
using Cradle.Platform.Web.Access;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births;

/// <summary>The form. Its key is made with it, so that sending it twice is sending it once.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ApplyModel(CaseIntake intake, TypedPlace places, TimeProvider time) : PageModel
{
    private const int MostBabies = 3;

    [BindProperty]
    public NewbornInput Form { get; set; } = new();

    [BindProperty]
    public Guid Key { get; set; }

    public bool IsAtCounter => intake.IsAtCounter;

    public void OnGet(int babies = 1, BirthKind kind = BirthKind.Here)
    {
        (Key, Form.Kind) = (Guid.NewGuid(), kind);
        Form.Children = [.. Enumerable.Range(0, Math.Clamp(babies, 1, MostBabies)).Select(_ => new ChildInput())];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Read(places, ModelState, nameof(Form), ChinaTime.Today(time), IsAtCounter) is not { } form)
            return Page();
        var (cases, error) = await intake.SubmitAsync(Key, form, cancellationToken);
        switch (error)
        {
            case CaseError.Form wrong: NewbornInput.Show(wrong.Problems, ModelState, nameof(Form)); return Page();
            case { } other: ModelState.AddModelError("", CaseWords.Of(other).ToString()); return Page();
            default: return Redirect(cases.Count == 1 ? $"/births/cases/{cases[0].Id}" : "/births/cases");
        }
    }
}
