using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Births.Items;
using Cradle.Platform.Accounts;
using Cradle.Platform.Connectors;
using Cradle.Platform.Notifications;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

/// <summary>Bills that a family paid before its child was insured.</summary>
public abstract class BillTests(PostgreSqlServer? server) : CaseSuite(server)
{
    // born on 20 February 2026; day 5 is the 25th; 21 April is day 60: 8 days in February, 31 in March, 21 in April
    private static readonly MedicalBill Intensive = new(new DateOnly(2026, 2, 25), Money.FromYuan(32_000), "吉医票0001");

    [Fact]
    public async Task S23_4_A_bill_of_32000_paid_on_day_5_is_sent_to_be_settled_anew_after_enrolment_on_day_60_and_the_offices_number_comes_back()
    {
        var account = (await AsOfficerAsync(services => services.GetRequiredService<AccountService>().CreateAsync("li", "li"))).Account!.Id;
        var one = await SubmitAsync(Form(), $"{account:N}");
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household);
        Assert.IsType<CaseError.NotMoved>(await AskAsync(one.Id, $"{account:N}", Intensive));   // not insured yet
        Clock.Advance(TimeSpan.FromDays(50));
        await DoneAsync(one.Id, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
        Assert.Contains("2026-02-20 到 2026-04-21", Assert.Single(await Running.InScopeAsync(services => services.GetRequiredService<Notifier>().InboxOf(account).ToListAsync(Stop)), notice => notice.Href!.EndsWith("/bills", StringComparison.Ordinal)).TextZh, StringComparison.Ordinal);

        Assert.Null(await AskAsync(one.Id, $"{account:N}", Intensive));
        await DeliverAsync();
        var told = Department.Last(ServiceGraph.Bills).Fields;
        Assert.Equal(("2026-02-20", "2026-02-25 32000.00 吉医票0001", "32000.00", "NO-medical-insurance"), (told["coverFrom"], told["bills"], told["paidInAll"], told["medical-insurance-number"]));
        await DoneAsync(one.Id, ServiceGraph.Bills);
        Assert.Equal(("NO-medical-bill-settlement", CaseState.Completed), ((await ItemAsync(one.Id, ServiceGraph.Bills)).Number, (await CaseAsync(one.Id)).State));
        Assert.IsType<CaseError.NotMoved>(await AskAsync(one.Id, $"{account:N}", Intensive));   // once
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task A_returned_request_goes_out_again_with_other_bills_and_a_stranger_can_send_none()
    {
        var one = await InsuredAsync();
        Assert.IsType<CaseError.Missing>(await AskAsync(one.Id, "family-2", Intensive));
        Assert.Null(await AskAsync(one.Id, Family, Intensive));
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Bills), 1, RequestState.Returned));
        Assert.Null(await AskAsync(one.Id, Family, Intensive with { Invoice = "吉医票0002" }));
        await DeliverAsync();
        Assert.EndsWith("吉医票0002", Department.Last(ServiceGraph.Bills).Fields["bills"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_the_bills_is_said_at_once_and_nothing_goes_out()
    {
        var one = await InsuredAsync();
        var error = Assert.IsType<CaseError.Form>(await AskAsync(one.Id, Family, Intensive with { Day = new DateOnly(2026, 2, 19) }, new MedicalBill(new DateOnly(2026, 3, 3), Money.Zero, " ")));
        Assert.Equal(["bills[0].day beforeBirth", "bills[1].day afterEnrolment", "bills[1].amount amount", "bills[1].invoice invoice"], error.Problems.Select(problem => $"{problem.Field} {problem.Code}"));
        Assert.IsType<CaseError.Form>(await AskAsync(one.Id, Family));
        Assert.DoesNotContain(await ItemsAsync(one.Id), item => item.Service == ServiceGraph.Bills);
    }

    [Fact]
    public async Task After_the_last_safe_day_nothing_is_sent_and_the_rule_of_the_place_is_named()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household);
        Clock.Advance(TimeSpan.FromDays(81));   // 22 May: day 91
        await DoneAsync(one.Id, ServiceGraph.Insurance);
        var error = Assert.IsType<CaseError.Form>(await AskAsync(one.Id, Family, Intensive));
        Assert.Contains("统筹区", Assert.Single(error.Problems).Reason.Zh, StringComparison.Ordinal);
    }

    private async Task<JointCase> InsuredAsync()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household, ServiceGraph.Insurance);
        return one;
    }

    private async Task<CaseError?> AskAsync(Guid id, string who, params MedicalBill[] bills)
    {
        var request = (await ItemsAsync(id)).Find(item => item.Service == ServiceGraph.Bills);
        var version = request?.Version ?? (await CaseAsync(id)).Version;
        return await AsFamilyAsync(services => services.GetRequiredService<BillSettlements>().AskAsync(id, version, bills, Stop), who);
    }
}

public sealed class SqliteBillTests() : BillTests(null);

public sealed class PostgreSqlBillTests(PostgreSqlServer server) : BillTests(server);
