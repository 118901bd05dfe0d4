using System.Text.Json;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Insurance;

/// <summary>
/// Once a newborn is insured with cover from birth, the family asks the insurance office to settle earlier bills anew. What the fund pays back
/// is that office's to reckon and to pay; here the request goes out with the bills and the days, and its number comes back.
/// </summary>
public sealed class BillSettlements(PlatformDbContext database, CaseService cases, CaseFlow flow, ItemService items, ProtectedForms forms, FieldVault vault, INewbornPolicies policies, TimeProvider time)
{
    public const int MostBills = 3;

    internal static readonly ProtectedField Bills = new("births.bills", FieldKind.Record);

    /// <summary>What the family could ask for: cover, the day of enrolment, and the request if there is one; null while the child is not insured.</summary>
    public async Task<(NewbornCover Cover, DateOnly Enrolled, CaseItem? Request)?> StandingAsync(JointCase one, CancellationToken cancellationToken)
    {
        var all = await flow.ItemsAsync(one.Id, cancellationToken);
        if (one.State is CaseState.Withdrawn or CaseState.Archived || all.Find(item => item is { Service: ServiceGraph.Insurance, State: ItemState.Done })?.HeardAt is not { } heard
            || forms.Read(one) is var form && policies.InsuranceIn(form.Household, one.BirthDate, form.IsAdopted) is not { } window)
            return null;
        var enrolled = ChinaTime.DayOf(heard);
        return (NewbornCover.Of(one.BirthDate, enrolled, one.BirthDate.Year, window), enrolled, all.Find(item => item.Service == ServiceGraph.Bills));
    }

    /// <summary>Asks for bills to be settled anew, or sends a returned request again with other bills.</summary>
    public async Task<CaseError?> AskAsync(Guid id, int version, IReadOnlyList<MedicalBill> bills, CancellationToken cancellationToken)
    {
        if (await cases.OwnAsync(id, cancellationToken) is not { } one)
            return new CaseError.Missing();
        if (await StandingAsync(one, cancellationToken) is not var (cover, enrolled, request))
            return new CaseError.NotMoved(new MoveError.Refused("The child is not insured yet."));
        if (Problems(one, cover, enrolled, bills) is { Count: > 0 } problems)
            return new CaseError.Form(problems);
        if (request is not null)
        {
            request.Detail = vault.Seal(Bills, request.Id, JsonSerializer.Serialize(bills, ProtectedForms.Json));
            return await items.AnewAsync(request, one, null, ItemAction.Correct, version, null, cancellationToken);
        }

        if (one.Version != version)
            return new CaseError.NotMoved(new MoveError.Changed(one.Version));
        var item = Guid.CreateVersion7(time.GetUtcNow());
        await flow.AskAsync(one, item, ServiceGraph.Bills, ServiceGraph.Insurance, vault.Seal(Bills, item, JsonSerializer.Serialize(bills, ProtectedForms.Json)), cancellationToken);
        return await database.SaveOrSayAsync(cancellationToken);
    }

    /// <summary>The bills of a request.</summary>
    public IReadOnlyList<MedicalBill> Read(CaseItem request) => Read(vault, request);

    internal static IReadOnlyList<MedicalBill> Read(FieldVault vault, CaseItem request) =>
        request.Detail is { } detail ? JsonSerializer.Deserialize<IReadOnlyList<MedicalBill>>(vault.Open(Bills, request.Id, detail), ProtectedForms.Json)! : [];

    /// <summary>What the insurance office is told of the bills.</summary>
    internal static Dictionary<string, string> FieldsFor(JointCase one, IReadOnlyList<MedicalBill> bills) => new()
    {
        ["coverFrom"] = Wording.Iso(one.BirthDate),
        ["bills"] = string.Join("; ", bills.Select(bill => $"{Wording.Iso(bill.Day)} {bill.Amount} {bill.Invoice}")),
        ["paidInAll"] = bills.Aggregate(Money.Zero, (sum, bill) => sum + bill.Amount).ToString(),
    };

    private static List<FormProblem> Problems(JointCase one, NewbornCover cover, DateOnly enrolled, IReadOnlyList<MedicalBill> bills)
    {
        var problems = new List<FormProblem>();
        if (cover.Standing != CoverStanding.FromBirth)
            problems.Add(new("bills", "cover", cover.Says(), new("可以打 12345 问清楚。", "At 12345 somebody will find out.")));
        if (bills.Count is 0 or > MostBills)
            problems.Add(new("bills", "count", new("请填账单。", "Enter the bills."), new($"填 1 到 {MostBills} 张；更多的带到医保经办机构。", $"From 1 to {MostBills}; take more to the insurance office.")));
        for (var index = 0; index < bills.Count; index++)
        {
            var (field, bill) = ($"bills[{index}]", bills[index]);
            if (bill.Day < one.BirthDate)
                problems.Add(new(field + ".day", "beforeBirth", new("账单在出生之前，不是孩子的费用。", "The bill is older than the child."), new("核对账单日期；母亲的住院费另报。", "Check its day; the mother's own costs are claimed elsewhere.")));
            else if (bill.Day > enrolled)
                problems.Add(new(field + ".day", "afterEnrolment", new($"{enrolled:yyyy-MM-dd} 已经参保，这天以后的费用在医院直接结算。", $"The child is insured since {enrolled:yyyy-MM-dd}; later costs are settled at the hospital."), new("只填这天和以前的账单。", "Enter bills of that day and before.")));
            if (bill.Amount <= Money.Zero)
                problems.Add(new(field + ".amount", "amount", new("金额应大于零。", "The amount must be above zero."), new("照发票填，比如 320.50。", "Copy it from the invoice, such as 320.50.")));
            if (string.IsNullOrWhiteSpace(bill.Invoice) || bill.Invoice.Length > MedicalBill.InvoiceLength)
                problems.Add(new(field + ".invoice", "invoice", new("请填发票号。", "Enter the number of the invoice."), new("在发票右上角。", "It stands at the top right.")));
            if (FreeText.Problem(field + ".invoice", bill.Invoice) is { } number)
                problems.Add(number);
        }

        return problems;
    }
}
