using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Births.Items;
using Cradle.Births.Losses;
using Cradle.Births.Newborns;
using Cradle.Births.Prints;
using Cradle.Births.Registrations;
using Cradle.Platform.Accounts;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Notifications;
using Cradle.Platform.Prints;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

public abstract class LossTests(PostgreSqlServer? server) : CaseSuite(server)
{
    private static readonly NoticeTopic[] Hurting = [NoticeTopic.Congratulation, NoticeTopic.Vaccination, NoticeTopic.Subsidy];

    [Fact]
    public async Task After_a_stillbirth_nothing_that_hurts_is_told_whatever_module_tries_and_what_was_offered_is_gone()
    {
        var account = await PersonAsync("li");
        var one = (await AsFamilyAsync(services => services.GetRequiredService<RegistrationService>().SubmitAsync(Guid.NewGuid(), Declared(), Stop), $"{account:N}")).Registration!;
        await DeliverAsync();
        Assert.NotEqual(0, await OffersAsync(one.Id));
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<LossService>().OfRegistrationAsync(one.Id, SilenceReason.Stillbirth, new DateOnly(2026, 3, 1), Stop), $"{account:N}"));
        await DeliverAsync();
        Assert.Equal(0, await OffersAsync(one.Id));
        foreach (var topic in Hurting)
        {
            Assert.False(await TellAsync(account, topic, one.Id));
            Assert.False(await TellAsync(account, topic, null));
        }

        Assert.True(await TellAsync(account, NoticeTopic.Case, one.Id));
        var closed = await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal((RegistrationState.Closed, false), (closed.State, closed.Stands));
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task Of_twins_the_one_that_lives_goes_on_and_messages_about_it_too()
    {
        var account = await PersonAsync("li");
        var (cases, _) = await TrySubmitAsync(Form() with { Children = [new("大宝", Sex.Female, "A260000001"), new("小宝", Sex.Male, "A260000002")] }, who: $"{account:N}");
        Assert.Null(await LostAsync(cases[0].Id, $"{account:N}"));
        Assert.False(await TellAsync(account, NoticeTopic.Vaccination, cases[0].Id));
        Assert.True(await TellAsync(account, NoticeTopic.Vaccination, cases[1].Id));
        await DoneAsync(cases[1].Id, ServiceGraph.Certificate, ServiceGraph.Household, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(cases[1].Id)).State);
    }

    [Fact]
    public async Task After_a_loss_a_child_without_a_name_is_put_on_record_without_one_and_told_twice_it_is_told_once()
    {
        var one = await SubmitAsync(Form() with { Children = [new(null, Sex.Female, null)] });
        await DeliverAsync();
        Assert.Equal(ItemState.Waiting, (await ItemAsync(one.Id, ServiceGraph.Certificate)).State);
        Assert.Null(await LostAsync(one.Id));
        Assert.Null(await LostAsync(one.Id));
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household);
        Assert.DoesNotContain("childName", Department.Last(ServiceGraph.Household).Fields.Keys);
        Assert.Equal(1, await InDatabaseAsync(database => database.AuditEntries.CountAsync(entry => entry.Action == "loss", Stop)));
    }

    [Fact]
    public async Task S23_5_Insurance_of_a_child_that_died_before_it_was_enrolled_goes_to_an_officer_and_is_refused_by_no_rule()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        Assert.Null(await LostAsync(one.Id));
        await DeliverAsync();
        Assert.Equal("birth-certificate:Sent household-registration:Waiting medical-insurance:ManualQueue social-security-card:Cancelled vaccination-record:Cancelled", await StatesAsync(one.Id));
        Assert.Single(Department.Cancelled);   // vaccination; the card had not been sent
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household);
        var item = await ItemAsync(one.Id, ServiceGraph.Insurance);
        Assert.Equal(ItemState.ManualQueue, item.State);
        Assert.Null(await AsOfficerAsync(services => services.GetRequiredService<ItemService>().RecordByHandAsync(item.Id, item.Version, "医参2026-1", "按个案办理追溯", Stop)));
        Assert.Equal((CaseState.PartlyCompleted, 0), ((await CaseAsync(one.Id)).State, await InDatabaseAsync(database => database.Set<EntitlementOffer>().CountAsync(Stop))));
    }

    [Fact]
    public async Task A_held_case_that_is_accepted_after_a_loss_registers_birth_and_household_and_starts_nothing_that_hurts()
    {
        await SubmitAsync(Form(), "family-2");
        var held = await SubmitAsync(Form() with { Children = [new("样例宝宝", Sex.Female, null)] });
        Assert.Equal(CaseState.PreCheck, held.State);
        Assert.Null(await LostAsync(held.Id));
        var now = await CaseAsync(held.Id);
        Assert.Null(await AsOfficerAsync(services => services.GetRequiredService<CaseService>().DecideAsync(held.Id, CaseAction.Accept, now.Version, null, Stop)));
        await DeliverAsync();
        Assert.Equal("birth-certificate:Sent household-registration:Waiting medical-insurance:ManualQueue social-security-card:Cancelled vaccination-record:Cancelled", await StatesAsync(held.Id));
        Assert.DoesNotContain(Department.Requests, request => request.Subject == held.Number && ServiceGraph.EndsWithLoss(request.Service));
    }

    [Fact]
    public async Task A_refused_card_of_a_child_that_was_lost_is_not_taken_up_again()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household);
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Card), 1, Cradle.Platform.Connectors.RequestState.Refused));
        Assert.Null(await LostAsync(one.Id));
        var card = await ItemAsync(one.Id, ServiceGraph.Card);
        Assert.IsType<CaseError.NotMoved>(await AsFamilyAsync(services => services.GetRequiredService<ItemService>().AppealAsync(card.Id, card.Version, "不该拒绝", Stop)));
        Assert.Equal(ItemState.Refused, (await ItemAsync(one.Id, ServiceGraph.Card)).State);
    }

    [Fact]
    public async Task A_loss_reported_by_mistake_is_taken_back_by_an_officer_for_a_reason_and_everything_goes_on()
    {
        var account = await PersonAsync("li");
        var registered = (await AsFamilyAsync(services => services.GetRequiredService<RegistrationService>().SubmitAsync(Guid.NewGuid(), Declared() with { DueOn = null, BornOn = new DateOnly(2026, 2, 20) }, Stop), $"{account:N}")).Registration!;
        var one = await SubmitAsync(Form(), $"{account:N}");
        await DeliverAsync();
        Assert.Null(await LostAsync(one.Id, $"{account:N}"));
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household);

        var version = (await CaseAsync(one.Id)).Version;
        Assert.Equal(new CaseError.NotMoved(new MoveError.ReasonMissing()), await TakeBackAsync(one.Id, version, null));
        Assert.IsType<CaseError.Missing>(await TakeBackAsync(one.Id, version, "家长误点", "1401"));
        Assert.IsType<CaseError.NotMoved>(await TakeBackAsync(one.Id, version - 1, "家长误点"));
        Assert.Null(await TakeBackAsync(one.Id, version, "家长误点，已电话核实"));
        Assert.IsType<CaseError.NotMoved>(await TakeBackAsync(one.Id, version, "家长误点，已电话核实"));   // pressed twice
        await DeliverAsync();

        Assert.Equal("birth-certificate:Done household-registration:Done medical-insurance:Sent social-security-card:Sent vaccination-record:Sent", await StatesAsync(one.Id));
        Assert.True(await TellAsync(account, NoticeTopic.Vaccination, one.Id));
        Assert.Contains(await InboxAsync(account), notice => notice.TextZh.Contains("误报已经更正", StringComparison.Ordinal));
        var child = await InDatabaseAsync(database => database.Set<ChildRecord>().AsNoTracking().SingleAsync(row => row.CaseId == one.Id, Stop));
        Assert.NotEqual(0, await OffersAsync(child.Id));
        var closed = await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(row => row.Id == registered.Id, Stop));
        Assert.Equal((RegistrationState.Closed, one.Id, true, null), (closed.State, closed.CaseId, closed.Stands, closed.LostOn));   // the child has its papers
        await DoneAsync(one.Id, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
        Assert.Equal("家长误点，已电话核实", await InDatabaseAsync(database => database.AuditEntries.Where(entry => entry.Action == "loss-taken-back" && entry.SubjectId == one.Id).Select(entry => entry.Reason).SingleAsync(Stop)));
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task A_registration_goes_on_after_a_mistake_and_the_account_stays_silent_for_another_child_that_was_lost()
    {
        var account = await PersonAsync("li");
        var lost = await SubmitAsync(Form() with { BirthDate = new DateOnly(2025, 3, 2), Children = [new("样例宝宝", Sex.Female, "A250000001")] }, $"{account:N}");
        Assert.Null(await LostAsync(lost.Id, $"{account:N}"));
        var one = (await AsFamilyAsync(services => services.GetRequiredService<RegistrationService>().SubmitAsync(Guid.NewGuid(), Declared(), Stop), $"{account:N}")).Registration!;
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<LossService>().OfRegistrationAsync(one.Id, SilenceReason.Stillbirth, new DateOnly(2026, 3, 1), Stop), $"{account:N}"));
        var closed = await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal("已了结", RegistrationWords.Of(closed).Zh);   // and nothing of a child that has its papers

        Task<CaseError?> BackAsync() => AsOfficerAsync(services => services.GetRequiredService<LossRetraction>().OfRegistrationAsync(one.Id, closed.Version, "窗口误登记", Stop));
        Assert.Null(await BackAsync());
        Assert.IsType<CaseError.NotMoved>(await BackAsync());
        await DeliverAsync();
        var again = await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal((RegistrationState.Registered, true, null), (again.State, again.Stands, again.LostOn));
        Assert.NotEqual(0, await OffersAsync(one.Id));
        Assert.False(await TellAsync(account, NoticeTopic.Congratulation, null));
        Assert.Null(await TakeBackAsync(lost.Id, (await CaseAsync(lost.Id)).Version, "家长误点"));
        Assert.True(await TellAsync(account, NoticeTopic.Congratulation, null));
    }

    [Fact]
    public async Task The_certificate_of_a_registration_is_out_of_force_after_a_loss_and_printed_anew_once_that_is_taken_back()
    {
        var one = (await AsFamilyAsync(services => services.GetRequiredService<RegistrationService>().SubmitAsync(Guid.NewGuid(), Declared(), Stop))).Registration!;
        var first = await PrintAsync(one.Id);
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<LossService>().OfRegistrationAsync(one.Id, SilenceReason.Stillbirth, new DateOnly(2026, 3, 1), Stop)));
        Assert.False((await PaperAsync(first)).IsInForce);
        Assert.False((await RegistrationAsync(one.Id)).HasCertificate);

        var version = (await RegistrationAsync(one.Id)).Version;
        Assert.Null(await AsOfficerAsync(services => services.GetRequiredService<LossRetraction>().OfRegistrationAsync(one.Id, version, "窗口误登记", Stop)));
        Assert.True((await RegistrationAsync(one.Id)).HasCertificate);
        var second = await PrintAsync(one.Id);
        Assert.Equal((false, true), ((await PaperAsync(first)).IsInForce, (await PaperAsync(second)).IsInForce));

        version = (await RegistrationAsync(one.Id)).Version;
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<RegistrationService>().CancelAsync(one.Id, version, Stop)));
        Assert.False((await PaperAsync(second)).IsInForce);
        Assert.False((await RegistrationAsync(one.Id)).HasCertificate);
    }

    [Fact]
    public async Task The_certificate_of_a_child_that_has_its_papers_ends_with_a_loss_and_is_printed_anew_once_that_is_taken_back()
    {
        var registered = (await AsFamilyAsync(services => services.GetRequiredService<RegistrationService>().SubmitAsync(Guid.NewGuid(), Declared() with { DueOn = null, BornOn = new DateOnly(2026, 2, 20) }, Stop))).Registration!;
        var first = await PrintAsync(registered.Id);
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal((RegistrationState.Closed, true), ((await RegistrationAsync(registered.Id)).State, (await PaperAsync(first)).IsInForce));
        Assert.Null(await LostAsync(one.Id));
        Assert.False((await PaperAsync(first)).IsInForce);
        Assert.False((await RegistrationAsync(registered.Id)).HasCertificate);
        Assert.Null(await TakeBackAsync(one.Id, (await CaseAsync(one.Id)).Version, "家长误点"));
        Assert.True((await RegistrationAsync(registered.Id)).HasCertificate);
        Assert.True((await PaperAsync(await PrintAsync(registered.Id))).IsInForce);
    }

    [Fact]
    public async Task A_loss_is_said_by_the_family_or_who_filed_and_not_by_a_stranger_and_not_for_a_day_to_come()
    {
        var one = await SubmitAsync(Form());
        Assert.IsType<CaseError.Missing>(await LostAsync(one.Id, "family-2"));
        Assert.IsType<CaseError.Form>(await AsFamilyAsync(services => services.GetRequiredService<LossService>().OfChildAsync(one.Id, SilenceReason.InfantDeath, new DateOnly(2026, 3, 3), Stop)));
        Assert.Null((await CaseAsync(one.Id)).LostOn);
    }

    [Fact]
    public async Task S05_5_On_day_75_family_and_insurance_officers_are_alerted_once_and_not_before()
    {
        var (account, officer) = (await PersonAsync("li"), await GrantedAsync("officer", Cradle.Platform.Access.Role.DepartmentOfficer, "2201"));
        var one = await SubmitAsync(Form(), $"{account:N}");
        Assert.Equal(new DateOnly(2026, 5, 21), one.InsureBy);   // day 90 after 20 February
        Clock.Advance(TimeSpan.FromDays(63));   // 4 May: day 73
        Assert.Equal(0, await LookAsync());
        Clock.Advance(TimeSpan.FromDays(2));   // 6 May: 8 days in February, 31, 30, 6 = day 75
        Assert.Equal((1, 0), (await LookAsync(), await LookAsync()));
        Assert.Contains("15 天", Assert.Single(await InboxAsync(account), notice => notice.Topic == NoticeTopic.Deadline).TextZh, StringComparison.Ordinal);
        Assert.Contains("15 天", Assert.Single(await InboxAsync(officer)).TextZh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_alerted_of_the_insurance_of_a_child_that_was_lost_or_is_insured()
    {
        var lost = await SubmitAsync(Form());
        Assert.Null(await LostAsync(lost.Id));
        var insured = await SubmitAsync(Form() with { BirthDate = new DateOnly(2026, 2, 19), Children = [new("样例宝宝", Sex.Female, "A260000002")] });
        await DoneAsync(insured.Id, ServiceGraph.Certificate, ServiceGraph.Household, ServiceGraph.Insurance);
        Clock.Advance(TimeSpan.FromDays(66));
        Assert.Equal(0, await LookAsync());
    }

    private static RegistrationForm Declared() => new() { Residence = Changchun, Mother = new Person("样例母亲", "220104199503040024", Changchun), Phone = "13800000000", DueOn = new DateOnly(2026, 5, 1) };

    private Task<CaseError?> LostAsync(Guid id, string who = Family) =>
        AsFamilyAsync(services => services.GetRequiredService<LossService>().OfChildAsync(id, SilenceReason.InfantDeath, new DateOnly(2026, 3, 2), Stop), who);

    private Task<CaseError?> TakeBackAsync(Guid id, int version, string? reason, string place = "2201") =>
        AsOfficerAsync(services => services.GetRequiredService<LossRetraction>().OfChildAsync(id, version, reason, Stop), place: place);

    private Task<ChildbearingRegistration> RegistrationAsync(Guid id) => InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(row => row.Id == id, Stop));

    // As the page does.
    private Task<Guid> PrintAsync(Guid registration) => AsFamilyAsync(async services =>
    {
        var (registrations, papers) = (services.GetRequiredService<RegistrationService>(), services.GetRequiredService<BirthPrints>());
        var own = (await registrations.OwnAsync(registration, Stop))!;
        return (await services.GetRequiredService<PrintRegister>().IssueAsync(papers.CertificateOf(own, registrations.Read(own)), Stop)).Id;
    });

    private Task<IssuedPrint> PaperAsync(Guid id) => InDatabaseAsync(database => database.Set<IssuedPrint>().AsNoTracking().SingleAsync(print => print.Id == id, Stop));

    private async Task<Guid> PersonAsync(string name) => Guid.ParseExact(await AccountAsync(name), "N");

    private Task<bool> TellAsync(Guid account, NoticeTopic topic, Guid? about) =>
        AsOfficerAsync(services => services.GetRequiredService<Notifier>().GiveAsync(account, topic, "试", "try", about: about, cancellationToken: Stop));

    private Task<int> OffersAsync(Guid about) => InDatabaseAsync(database => database.Set<EntitlementOffer>().CountAsync(offer => offer.About == about, Stop));

    private Task<List<Notice>> InboxAsync(Guid account) => Running.InScopeAsync(services => services.GetRequiredService<Notifier>().InboxOf(account).ToListAsync(Stop));

    private Task<int> LookAsync() => Running.InScopeAsync(services => services.GetRequiredService<InsuranceWatch>().LookAsync(Stop));
}

public sealed class SqliteLossTests() : LossTests(null);

public sealed class PostgreSqlLossTests(PostgreSqlServer server) : LossTests(server);
