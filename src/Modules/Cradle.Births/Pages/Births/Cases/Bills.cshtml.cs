using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Births.Items;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Binding;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Cases;

/// <summary>Bills that were paid before the child was insured, to be settled anew.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class BillsModel(PlatformDbContext database, CaseService cases, BillSettlements settlements) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<BillInput> Bills { get; set; } = [];

    public JointCase One { get; private set; } = null!;

    public NewbornCover Cover { get; private set; } = null!;

    public DateOnly Enrolled { get; private set; }

    public CaseItem? Asked { get; private set; }

    public IReadOnlyList<MedicalBill> Sent { get; private set; } = [];

    public bool MayAsk => Cover.Standing == CoverStanding.FromBirth && Asked is null or { State: ItemState.Returned };

    public static Masked MaskOf(MedicalBill bill) => Masked.Of(FieldKind.Document, bill.Invoice);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Bills = [.. Sent.Select(bill => new BillInput { Day = bill.Day, Amount = bill.Amount.ToString(), Invoice = bill.Invoice })];
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var seen = Version;
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var bills = Typed();
        if (ModelState.IsValid)
        {
            switch (await settlements.AskAsync(Id, seen, bills, cancellationToken))
            {
                case null: return Redirect($"/births/cases/{Id}");
                case CaseError.Missing: return NotFound();
                case CaseError.Form wrong: NewbornInput.Show(wrong.Problems, ModelState, ""); break;
                case { } other: ModelState.AddModelError("", CaseWords.Of(other).ToString()); break;
            }
        }

        database.Forget();
        Fill();
        return Page();
    }

    private List<MedicalBill> Typed()
    {
        var bills = new List<MedicalBill>();
        for (var index = 0; index < Bills.Count; index++)
        {
            var typed = Bills[index];
            if (typed.IsEmpty && !ModelState.ContainsKey($"Bills[{index}].Day"))
                continue;
            if (typed.Day is null)
                ModelState.Tell($"Bills[{index}].Day", Wording.Say("请填账单日期", "Enter the day of the bill"));
            if (!Money.TryParse(typed.Amount?.Trim(), out var amount))
                ModelState.AddModelError($"Bills[{index}].Amount", Wording.Say("金额要写成数字，最多两位小数，比如 320.50", "Write digits with at most two decimals, such as 320.50"));
            bills.Add(new MedicalBill(typed.Day ?? default, amount, typed.Invoice?.Trim() ?? ""));
        }

        return bills;
    }

    private void Fill()
    {
        while (Bills.Count < BillSettlements.MostBills)
            Bills.Add(new BillInput());
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await cases.OwnAsync(Id, cancellationToken) is not { } one || await settlements.StandingAsync(one, cancellationToken) is not var (cover, enrolled, request))
            return false;
        (One, Cover, Enrolled, Asked, Version) = (one, cover, enrolled, request, request?.Version ?? one.Version);
        Sent = request is null ? [] : settlements.Read(request);
        return true;
    }
}

/// <summary>A bill as typed.</summary>
public sealed class BillInput
{
    [DateParts]
    public DateOnly? Day { get; set; }

    public string? Amount { get; set; }

    public string? Invoice { get; set; }

    public bool IsEmpty => Day is null && string.IsNullOrWhiteSpace(Amount) && string.IsNullOrWhiteSpace(Invoice);
}
