using Cradle.Platform.Access;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Governance.Access;

/// <summary>A page about one place: the one in the address, where the role reaches it, else the place of the role.</summary>
public abstract class LedgerPage(SignedIn signedIn, HeldRoleText places) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "division")]
    public string? DivisionText { get; set; }

    /// <summary>The place the page shows.</summary>
    public DivisionCode Division { get; private set; }

    public string PlaceName => places.PlaceOf(Division);

    /// <summary>The unit whose officer this is; null for the office of a place.</summary>
    public string? OwnUnit { get; private set; }

    public bool May(string permission) => signedIn.Authority.Covers(permission, Division, OwnUnit);

    /// <summary>Whether the page may show the place; sets it.</summary>
    protected bool Enter(string permission)
    {
        var roles = signedIn.Authority.RolesGiving(permission);
        if (DivisionText is { Length: > 0 } text)
        {
            return DivisionCode.TryParse(text, out var asked) && Enter(roles.FirstOrDefault(role => role.Division.Contains(asked)), asked);
        }

        return Enter(roles.Count > 0 ? roles[0] : null, roles.Count > 0 ? roles[0].Division : default);
    }

    /// <summary>The same for something that lies in a place.</summary>
    protected bool Enter(string permission, DivisionCode division)
    {
        DivisionText = division.ToString();
        return Enter(permission);
    }

    /// <summary>Says on the page what could not be done.</summary>
    protected void Say(Ledger.LedgerError? error)
    {
        if (error is not null)
        {
            ModelState.AddModelError("", Ledger.LedgerWords.Of(error).ToString());
        }
    }

    private bool Enter(HeldRole? role, DivisionCode division)
    {
        (Division, OwnUnit) = (division, role?.Unit);
        return role is not null;
    }
}
