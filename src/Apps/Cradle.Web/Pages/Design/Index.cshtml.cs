using System.Globalization;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Binding;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Web.Pages.Design;

/// <summary>Every component once. The form is real: sent empty, it shows its errors.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    [BindProperty]
    public string? Nickname { get; set; }

    [BindProperty]
    public int? Weeks { get; set; }

    [BindProperty]
    public string? County { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    [DateParts]
    public DateOnly? BirthDate { get; set; }

    [BindProperty]
    public List<string> Care { get; set; } = [];

    public IEnumerable<SelectListItem> Counties =>
    [
        new(Wording.Say("请选择", "Choose"), ""),
        .. Enumerable.Range(1, 3).Select(i => new SelectListItem(Wording.Say($"样例区 {i}", $"Sample district {i}"), i.ToString(CultureInfo.InvariantCulture))),
    ];

    public void OnPost()
    {
        if (string.IsNullOrWhiteSpace(Nickname))
            ModelState.AddModelError(nameof(Nickname), Wording.Say("请填一个称呼", "Enter a name"));
        if (string.IsNullOrEmpty(County))
            ModelState.AddModelError(nameof(County), Wording.Say("请选常住的区县", "Choose a county"));
        if (BirthDate is null && ModelState.GetFieldValidationState(nameof(BirthDate)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(BirthDate), Wording.Say("请填孩子的出生日期", "Enter the date of birth"));
        if (Care.Count == 0)
            ModelState.AddModelError(nameof(Care), Wording.Say("请至少选一项", "Choose at least one"));
    }
}
