using Cradle.Births;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Promises;
using Cradle.Platform.Access;
using Cradle.Platform.Connectors;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Files;
using Cradle.Platform.Notifications;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

/// <summary>Acceptance with a promise for a missing paper (容缺受理), from the promise to the paper.</summary>
public abstract class PromiseTests(PostgreSqlServer? server) : CaseSuite(server)
{
    private static readonly DateOnly Offered = new(2026, 3, 20);
    private static readonly DateOnly Set = new(2026, 3, 16);
    private static readonly byte[] Scan = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task A_promise_says_which_paper_who_promised_it_and_by_when_and_its_last_day_is_a_deadline_that_the_officer_set()
    {
        var family = await AccountAsync("li");
        var one = await SubmitAsync(Adopted() with { PromisedBy = Offered }, family);
        var made = Assert.Single(await PromisesAsync(one.Id));
        Assert.Equal((Paper.AdoptionRegistration, family, Offered, PromiseState.Made), (made.Paper, made.Promiser, made.Until, made.State));
        Assert.Null(await AcceptAsync(one, Set));
        var running = Assert.Single(await PromisesAsync(one.Id));
        Assert.Equal((PromiseState.Running, Set, "officer-1"), (running.State, running.Until, running.SetBy));
        var deadline = Assert.Single(await InDatabaseAsync(database => database.Set<Deadline>().AsNoTracking().Where(row => row.SubjectType == "paper-promise").ToListAsync(Stop)));
        Assert.Equal((running.Id, Set, BirthsModule.Decide, Changchun), (deadline.SubjectId, deadline.Due!.Value, deadline.Permission, deadline.Division));
        Assert.Contains(await InboxAsync(family), notice => notice.TextZh.Contains("容缺受理了，请在 2026-03-16 前补交收养登记证", StringComparison.Ordinal));
        Assert.Equal("收养登记证", await PromisedToPoliceAsync());
        Assert.True(await AuditHoldsAsync());
    }

    [Theory]
    [InlineData("2026-03-02", "past")]
    [InlineData("2027-03-03", "tooFar")]
    public async Task A_last_day_that_is_none_is_refused_and_nothing_is_accepted(string day, string code)
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = Offered });
        var error = Assert.IsType<CaseError.Form>(await AcceptAsync(one, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal($"until {code}", $"{error.Problems.Single().Field} {error.Problems.Single().Code}");
        Assert.Equal((CaseState.PreCheck, PromiseState.Made), ((await CaseAsync(one.Id)).State, Assert.Single(await PromisesAsync(one.Id)).State));
    }

    [Fact]
    public async Task Before_the_last_day_officers_and_family_are_reminded_and_after_it_supervisors_and_those_above_are_told_each_once()
    {
        var (family, officer, supervisor, above) = (await AccountAsync("li"), $"{await GrantedAsync("officer", Role.DepartmentOfficer, "2201"):N}", $"{await GrantedAsync("supervisor", Role.Supervisor, "2201"):N}", $"{await GrantedAsync("above", Role.Supervisor, "22"):N}");
        await AcceptedAsync(family);
        Clock.Advance(TimeSpan.FromDays(10));   // Thursday 12 March: Monday the 16th is two working days away
        await LookAsync();
        await LookAsync();
        Assert.Single(await InboxAsync(officer), notice => notice.Topic == NoticeTopic.Deadline);
        Assert.Contains("最晚 2026-03-16 补交", Assert.Single(await InboxAsync(family), notice => notice.Topic == NoticeTopic.Deadline).TextZh, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromDays(5));    // the 17th
        await LookAsync();
        await LookAsync();
        Assert.Single(await InboxAsync(supervisor));
        Assert.Empty(await InboxAsync(above));
        Clock.Advance(TimeSpan.FromDays(9));    // six working days after the 16th
        await LookAsync();
        await LookAsync();
        Assert.Single(await InboxAsync(above));
    }

    [Fact]
    public async Task When_the_paper_is_late_what_needs_it_stops_the_family_is_told_and_it_goes_on_when_the_paper_is_handed_in()
    {
        var family = await AccountAsync("li");
        var one = await AcceptedAsync(family);
        await DeliverAsync();
        var before = await ItemAsync(one.Id, ServiceGraph.Household);
        Assert.Equal(ItemState.Sent, before.State);
        Clock.Advance(TimeSpan.FromDays(15));
        await LookAsync();
        Assert.Equal((ItemState.Stopped, "已停办，等补交材料"), ((await ItemAsync(one.Id, ServiceGraph.Household)).State, CaseWords.Of(ItemState.Stopped).Zh));
        Assert.Equal(ItemState.Sent, (await ItemAsync(one.Id, ServiceGraph.Vaccination)).State);   // needs no paper
        Assert.Contains(await InboxAsync(family), notice => notice.TextZh.Contains("户口登记先停办", StringComparison.Ordinal));
        await DeliverAsync();
        Assert.Single(Department.Cancelled);   // the police were told

        // what the police say of the request that was taken back changes nothing
        Assert.False((await AnswerAsync(Answer(before, 2, RequestState.Returned))).Read<AnswerReceipt>().Applied);
        Assert.Null(await HandInAsync(one.Id, family));
        var kept = Assert.Single(await PromisesAsync(one.Id));
        Assert.Equal((PromiseState.Kept, family, null), (kept.State, kept.KeptBy, kept.Stopped));
        Assert.NotNull(kept.File);
        Assert.Null((await InDatabaseAsync(database => database.Set<Deadline>().AsNoTracking().Where(row => row.SubjectId == kept.Id).OrderByDescending(row => row.Version).FirstAsync(Stop))).Due);
        await DeliverAsync();
        var again = await ItemAsync(one.Id, ServiceGraph.Household);
        Assert.Equal(ItemState.Sent, again.State);
        Assert.NotEqual(before.Request, again.Request);
        Assert.Null(await PromisedToPoliceAsync());
        await DoneAsync(one.Id, ServiceGraph.Household, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task What_the_police_finished_before_they_heard_of_the_stop_is_done()
    {
        var one = await AcceptedAsync(Family);
        await DeliverAsync();
        Clock.Advance(TimeSpan.FromDays(15));
        await LookAsync();
        Assert.True((await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Household), 2, RequestState.Done))).Read<AnswerReceipt>().Applied);
        Assert.Equal(ItemState.Done, (await ItemAsync(one.Id, ServiceGraph.Household)).State);
    }

    [Fact]
    public async Task A_returned_item_whose_paper_is_late_is_not_sent_again_before_the_paper_came()
    {
        var one = await AcceptedAsync(Family);
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Household), 2, RequestState.Returned));
        Clock.Advance(TimeSpan.FromDays(15));
        await LookAsync();
        var returned = await ItemAsync(one.Id, ServiceGraph.Household);
        Assert.Equal(ItemState.Returned, returned.State);
        Assert.Equal(new CaseError.PaperLate(Paper.AdoptionRegistration), await CorrectAsync(returned));
        Assert.Null(await SeenAsync(one.Id));
        Assert.Null(await CorrectAsync(returned));
    }

    [Fact]
    public async Task A_correction_of_an_item_does_not_say_that_a_promised_paper_is_in_hand()
    {
        var one = await AcceptedAsync(Family);
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Household), 2, RequestState.Returned));
        Assert.Null(await CorrectAsync(await ItemAsync(one.Id, ServiceGraph.Household)));
        Assert.Equal([Paper.AdoptionRegistration], await MissingAsync(one.Id));
    }

    [Fact]
    public async Task An_officer_of_the_place_sees_the_paper_at_the_counter_and_nobody_else_says_so()
    {
        var one = await AcceptedAsync(Family);
        Assert.IsType<CaseError.Missing>(await SeenAsync(one.Id, place: "1401"));
        var running = Assert.Single(await PromisesAsync(one.Id));
        Assert.IsType<CaseError.Missing>(await AsFamilyAsync(services => services.GetRequiredService<PromiseService>().SeeAtCounterAsync(running.Id, running.Version, Stop)));
        Assert.IsType<CaseError.Missing>(await HandInAsync(one.Id, "family-2"));
        Assert.Null(await SeenAsync(one.Id));
        var kept = Assert.Single(await PromisesAsync(one.Id));
        Assert.Equal((PromiseState.Kept, "officer-1", null), (kept.State, kept.KeptBy, kept.File));
        Assert.Empty(await MissingAsync(one.Id));
        Assert.Contains("SeeAtCounter", await InDatabaseAsync(database => database.AuditEntries.Where(entry => entry.SubjectId == kept.Id).Select(entry => entry.Action).ToListAsync(Stop)));
    }

    [Fact]
    public async Task What_turns_out_to_be_another_paper_is_sent_back_with_a_reason_and_awaited_until_a_new_day()
    {
        var family = await AccountAsync("li");
        var one = await AcceptedAsync(family);
        Assert.Null(await HandInAsync(one.Id, family));
        var kept = Assert.Single(await PromisesAsync(one.Id));
        Task<CaseError?> SendBackAsync(string? reason) => AsOfficerAsync(services => services.GetRequiredService<PromiseService>().SendBackAsync(kept.Id, kept.Version, new DateOnly(2026, 3, 30), reason, Stop));
        Assert.Equal("reason", Assert.Single(Assert.IsType<CaseError.Form>(await SendBackAsync(null)).Problems).Code);
        Assert.IsType<CaseError.NumberInWords>(await SendBackAsync("请打 13800000000"));
        Assert.Null(await SendBackAsync("交来的是公证书"));
        var back = Assert.Single(await PromisesAsync(one.Id));
        Assert.Equal((PromiseState.Running, new DateOnly(2026, 3, 30), new DateOnly(2026, 3, 30), "交来的是公证书"), (back.State, back.Until, back.Due!.Value, back.Reason));
        Assert.Equal([Paper.AdoptionRegistration], await MissingAsync(one.Id));
        Assert.Contains(await InboxAsync(family), notice => notice.TextZh.Contains("2026-03-30 前重交", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_that_comes_before_acceptance_makes_it_a_plain_one()
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = Offered });
        Assert.Null(await HandInAsync(one.Id, Family));
        Assert.IsType<CaseError.NotMoved>(await AcceptAsync(await CaseAsync(one.Id), Set));
        Assert.Null(await AsOfficerAsync(async services => await services.GetRequiredService<CaseService>().DecideAsync(one.Id, CaseAction.Accept, (await CaseAsync(one.Id)).Version, null, Stop)));
        Assert.Equal(CaseState.InProgress, (await CaseAsync(one.Id)).State);
    }

    [Fact]
    public async Task A_withdrawn_case_awaits_no_paper_and_after_a_loss_no_family_is_reminded_or_stopped()
    {
        var family = await AccountAsync("li");
        var one = await AcceptedAsync(family);
        Assert.Null(await AsFamilyAsync(async services => await services.GetRequiredService<CaseService>().WithdrawAsync(one.Id, (await CaseAsync(one.Id)).Version, Stop), family));
        Assert.Equal(PromiseState.Dropped, Assert.Single(await PromisesAsync(one.Id)).State);
        var other = await AcceptedAsync(family, Adopted() with { Mother = new Person("别的母亲", "140105199503040020", null), Father = null });
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<Cradle.Births.Losses.LossService>().OfChildAsync(other.Id, SilenceReason.InfantDeath, new DateOnly(2026, 3, 1), Stop), family));
        Clock.Advance(TimeSpan.FromDays(15));
        await LookAsync();
        Assert.DoesNotContain(await InboxAsync(family), notice => notice.Topic == NoticeTopic.Deadline);
        Assert.NotEqual(ItemState.Stopped, (await ItemAsync(other.Id, ServiceGraph.Household)).State);
    }

    private async Task<JointCase> AcceptedAsync(string who, NewbornForm? form = null)
    {
        var one = await SubmitAsync((form ?? Adopted()) with { PromisedBy = Offered }, who);
        Assert.Null(await AcceptAsync(one, Set));
        return await CaseAsync(one.Id);
    }

    private Task<CaseError?> AcceptAsync(JointCase one, DateOnly until) =>
        AsOfficerAsync(services => services.GetRequiredService<CaseService>().DecideAsync(one.Id, CaseAction.AcceptWithPromise, one.Version, "收养登记证正在补办", until, Stop));

    private async Task<CaseError?> HandInAsync(Guid caseId, string who)
    {
        var promise = Assert.Single(await PromisesAsync(caseId));
        var (upload, _) = UploadRule.Papers.Check("adoption.pdf", Scan);
        return await AsFamilyAsync(services => services.GetRequiredService<PromiseService>().HandInAsync(promise.Id, promise.Version, upload!, Stop), who);
    }

    private async Task<CaseError?> SeenAsync(Guid caseId, string place = "2201")
    {
        var promise = Assert.Single(await PromisesAsync(caseId));
        return await AsOfficerAsync(services => services.GetRequiredService<PromiseService>().SeeAtCounterAsync(promise.Id, promise.Version, Stop), place: place);
    }

    private Task<CaseError?> CorrectAsync(CaseItem item) => AsFamilyAsync(services => services.GetRequiredService<ItemService>().CorrectAsync(
        item.Id, Adopted() with { Papers = [Paper.AdoptionRegistration], Children = [new Newborn("样例宝宝", Sex.Female, null, "（2026）长收第 12 号")] }, item.Version, Stop));

    private Task<List<PaperPromise>> PromisesAsync(Guid caseId) =>
        InDatabaseAsync(database => database.Set<PaperPromise>().AsNoTracking().Where(promise => promise.CaseId == caseId).OrderBy(promise => promise.Id).ToListAsync(Stop));

    private async Task<IReadOnlyList<Paper>> MissingAsync(Guid caseId)
    {
        var one = await CaseAsync(caseId);
        return await AsFamilyAsync(services => Task.FromResult(services.GetRequiredService<ProtectedForms>().Read(one).PapersMissing()));
    }

    private async Task<string?> PromisedToPoliceAsync()
    {
        await DeliverAsync();
        return Department.Last(ServiceGraph.Household).Fields.GetValueOrDefault("promisedPapers");
    }

    private async Task LookAsync()
    {
        await Running.InScopeAsync(services => services.GetRequiredService<PromiseWatch>().LookAsync(Stop));
        await Running.InScopeAsync(services => services.GetRequiredService<DeadlineWatch>().LookAsync(Stop));
    }

    private Task<List<Notice>> InboxAsync(string account) => Running.InScopeAsync(services => services.GetRequiredService<Notifier>().InboxOf(Guid.ParseExact(account, "N")).ToListAsync(Stop));
}

public sealed class SqlitePromiseTests() : PromiseTests(null);

public sealed class PostgreSqlPromiseTests(PostgreSqlServer server) : PromiseTests(server);
