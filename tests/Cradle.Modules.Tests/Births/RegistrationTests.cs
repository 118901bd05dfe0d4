using Cradle.Births;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Births.Registrations;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests.Births;

public abstract class RegistrationTests(PostgreSqlServer? server) : CaseSuite(server)
{
    [Fact]
    public async Task S04_1_A_couple_of_Lanzhou_living_in_Taiyuan_is_registered_there_at_once_and_Gansu_is_asked()
    {
        var one = await RegisterAsync(Declared(Taiyuan) with { Mother = new("样例母亲", "220104199503040024", Lanzhou), OtherParent = new("样例父亲", "220104199311200011", Lanzhou) });
        Assert.Equal((RegistrationState.Registered, Taiyuan), (one.State, one.Division));
        var query = Assert.Single(await QueriesAsync(one.Id));
        Assert.Equal((Lanzhou, PlaceQueryState.Asked), (query.Division, query.State));
        foreach (var (place, sees) in new[] { ("1401", true), ("6201", true), ("2201", false) })
            Assert.Equal(sees, await AsOfficerAsync(async services => await Service(services).InScopeAsync(one.Id, BirthsModule.Read, Stop) is not null, place: place));
        Assert.IsType<CaseError.Missing>(await AsOfficerAsync(services => Service(services).AnswerAsync(query.Id, PlaceQueryAction.Confirm, 0, null, Stop), place: "1401"));
        Assert.Null(await AsOfficerAsync(services => Service(services).AnswerAsync(query.Id, PlaceQueryAction.Differ, 0, "户籍在兰州市七里河区", Stop), place: "6201"));
        Assert.Equal((PlaceQueryState.Differs, RegistrationState.Registered), (Assert.Single(await QueriesAsync(one.Id)).State, (await ReadAsync(one.Id)).State));
    }

    [Fact]
    public async Task S04_2_The_pregnancy_registered_in_Lanzhou_yesterday_is_given_in_Taiyuan_and_no_second_made()
    {
        var first = await RegisterAsync(Declared(Lanzhou));
        Clock.Advance(TimeSpan.FromDays(1));
        var (second, _) = await AsWorkerAsync(services => Service(services).SubmitAsync(Guid.NewGuid(), Declared(Taiyuan) with { DueOn = new DateOnly(2026, 8, 20), HasConsent = true }, Stop));
        Assert.Equal((first.Id, first.Number), (second!.Id, second.Number));
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().CountAsync(Stop)));
    }

    [Fact]
    public async Task Whoever_knows_a_mothers_number_is_told_nothing_of_her_registration_and_she_finds_that_somebody_came_upon_it()
    {
        var account = await AccountAsync("li");
        var one = await RegisterAsync(Declared(Changchun), account);
        var (told, error) = await TryRegisterAsync(Declared(Taiyuan) with { Mother = new("陌生人", "220104199503040024", null) }, "stranger");
        Assert.Null(told);
        Assert.DoesNotContain(one.Number, CaseWords.Of(Assert.IsType<CaseError.OnRecord>(error)).Zh, StringComparison.Ordinal);
        Assert.Equal("stranger", await InDatabaseAsync(database => database.AuditEntries.Where(entry => entry.Action == "viewed" && entry.SubjectId == one.Id && entry.PersonId == Guid.Parse(account)).Select(entry => entry.ActorId).SingleAsync(Stop)));
        Assert.Equal(one.Id, (await RegisterAsync(Declared(Changchun) with { DueOn = new DateOnly(2026, 8, 3) }, account)).Id);   // her own is given
    }

    [Fact]
    public async Task One_pregnancy_declared_at_four_counters_at_once_is_one_registration()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => AsWorkerAsync(services => Service(services).SubmitAsync(Guid.NewGuid(), Declared(Changchun) with { HasConsent = true }, Stop), $"worker-{number}"))));
        Assert.Single(sent.Select(one => one.Registration!.Number).Distinct());
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().CountAsync(Stop)));
    }

    [Fact]
    public async Task S04_3_A_fourth_child_is_registered_like_the_first_and_opens_what_the_rules_say_and_no_more()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        ChildbearingRegistration? last = null;
        foreach (var year in new[] { 2020, 2022, 2024, 2026 })
            last = await RegisterAsync(Declared(Changchun) with { DueOn = null, BornOn = new DateOnly(year, 2, 1) });
        Assert.Equal(RegistrationState.Registered, last!.State);
        Assert.Equal(4, await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().CountAsync(row => row.State == RegistrationState.Registered, Stop)));
        await DeliverAsync();
        var facts = new Cradle.Platform.Contracts.Entitlements.ExpectingFacts(Changchun, null, new DateOnly(2026, 2, 1), Changchun, null);
        var byRules = Running.Services.GetRequiredService<Cradle.Platform.Contracts.Entitlements.INewbornPolicies>().GuidanceFor(facts, new DateOnly(2026, 3, 3)).Select(offer => offer.Quantity).Distinct().Order().ToList();
        Assert.Equal(byRules, (await OffersAsync(last.Id)).Select(offer => offer.Quantity).Order());
        Assert.DoesNotContain(typeof(RegistrationForm).GetProperties(), property => property.Name.Contains("Order", StringComparison.Ordinal) || property.Name.Contains("Count", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S04_4_A_wrong_check_digit_is_told_at_its_field_and_nothing_is_kept()
    {
        var (one, error) = await TryRegisterAsync(Declared(Taiyuan) with { Mother = new("样例母亲", "220104199503040025", null), Phone = "1" });
        Assert.Null(one);
        Assert.Equal(["mother.idNumber idNumber", "phone phone"], Assert.IsType<CaseError.Form>(error).Problems.Select(problem => $"{problem.Field} {problem.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().CountAsync(Stop)));
    }

    [Fact]
    public async Task S04_5_Without_a_reply_at_the_limit_the_registration_stands_on_the_declaration_and_the_question_stays_a_task_that_is_escalated()
    {
        Running.Services.GetRequiredService<IOptions<ItemOptions>>().Value.ReplyWithin = 3;
        var one = await RegisterAsync(Declared(Taiyuan) with { Mother = new("样例母亲", "220104199503040024", Lanzhou) });
        Assert.Equal(new DateOnly(2026, 3, 5), Assert.Single(await QueriesAsync(one.Id)).Due);   // Monday 2 March; Tuesday, Wednesday, Thursday
        Clock.Advance(TimeSpan.FromDays(4));
        await Running.InScopeAsync(services => services.GetRequiredService<DeadlineWatch>().LookAsync(Stop));
        Assert.Equal((RegistrationState.Registered, PlaceQueryState.Asked), ((await ReadAsync(one.Id)).State, Assert.Single(await QueriesAsync(one.Id)).State));
        Assert.NotNull((await InDatabaseAsync(database => database.Set<Deadline>().AsNoTracking().SingleAsync(row => row.SubjectType == "place-query", Stop))).Escalated);
    }

    [Fact]
    public async Task Without_a_limit_set_here_a_question_has_none() =>
        Assert.Null(Assert.Single(await QueriesAsync((await RegisterAsync(Declared(Taiyuan) with { Mother = new("样例母亲", "220104199503040024", Lanzhou) })).Id)).Due);

    [Fact]
    public async Task A_worker_files_for_a_family_with_its_consent_where_it_belongs_and_both_places_see_it()
    {
        Assert.Equal("hasConsent", Assert.Single(Assert.IsType<CaseError.Form>((await AsWorkerAsync(services => Service(services).SubmitAsync(Guid.NewGuid(), Declared(Changchun), Stop))).Error).Problems).Field);
        var (one, _) = await AsWorkerAsync(services => Service(services).SubmitAsync(Guid.NewGuid(), Declared(Changchun) with { HasConsent = true }, Stop));
        Assert.Equal((Changchun, Taiyuan, "worker-1"), (one!.Division, one.FiledAt, one.FiledBy));
        foreach (var (place, sees) in new[] { ("2201", true), ("1401", true), ("6201", false) })
            Assert.Equal(sees, await AsOfficerAsync(async services => await Service(services).InScopeAsync(one.Id, BirthsModule.Read, Stop) is not null, place: place));
        var entry = await InDatabaseAsync(database => database.AuditEntries.AsNoTracking().FirstAsync(row => row.SubjectId == one.Id, Stop));
        Assert.Equal("worker-1", entry.ActorId);
        Assert.StartsWith("family-", entry.OnBehalfOfId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passport_seen_at_a_counter_elsewhere_is_listed_and_compared_there_too_and_nowhere_else()
    {
        var (one, _) = await AsWorkerAsync(services => Service(services).SubmitAsync(Guid.NewGuid(), Declared(Changchun) with { HasConsent = true, Identity = IdentityPaper.Other, Mother = new("Anna Meyer", "C01X00T47", null) }, Stop));
        Assert.Equal((RegistrationState.BeingChecked, Changchun, Taiyuan), (one!.State, one.Division, one.FiledAt));
        Task<int> ListedAsync(string place) => InDatabaseAsync(database => database.Set<ChildbearingRegistration>().SeenFrom([new(Role.DepartmentOfficer, DivisionCode.Parse(place))]).GroupBy(row => row.State).CountAsync(Stop));
        foreach (var (place, count) in new[] { ("2201", 1), ("1401", 1), ("00", 1), ("6201", 0) })
            Assert.Equal(count, await ListedAsync(place));
        Assert.IsType<CaseError.Missing>(await AsOfficerAsync(services => Service(services).DecideAsync(one.Id, RegistrationAction.Confirm, one.Version, null, Stop), place: "6201"));
        Assert.Null(await AsOfficerAsync(services => Service(services).DecideAsync(one.Id, RegistrationAction.Confirm, one.Version, null, Stop), place: "1401"));
        Assert.Equal(RegistrationState.Registered, (await ReadAsync(one.Id)).State);
    }

    [Fact]
    public async Task A_passport_is_compared_by_an_officer_sent_back_once_and_registered()
    {
        var declared = Declared(Changchun) with { Identity = IdentityPaper.Other, Mother = new("Anna Meyer", "C01X00T4", null) };
        var one = await RegisterAsync(declared);
        Assert.Equal(RegistrationState.BeingChecked, one.State);
        Assert.Equal(new CaseError.NotMoved(new MoveError.ReasonMissing()), await AsOfficerAsync(services => Service(services).DecideAsync(one.Id, RegistrationAction.AskCorrection, one.Version, null, Stop)));
        Assert.Null(await AsOfficerAsync(services => Service(services).DecideAsync(one.Id, RegistrationAction.AskCorrection, one.Version, "护照号少一位", Stop)));
        one = await ReadAsync(one.Id);
        Assert.Null(await AsFamilyAsync(services => Service(services).AmendAsync(one.Id, declared with { Mother = declared.Mother with { IdNumber = "C01X00T47" } }, one.Version, Stop)));
        one = await ReadAsync(one.Id);
        Assert.Equal((RegistrationState.BeingChecked, null), (one.State, one.Reason));
        Assert.Null(await AsOfficerAsync(services => Service(services).DecideAsync(one.Id, RegistrationAction.Confirm, one.Version, null, Stop)));
        Assert.Equal(RegistrationState.Registered, (await ReadAsync(one.Id)).State);
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task What_a_registration_opens_is_listed_told_in_one_notice_follows_an_amendment_and_goes_with_a_cancellation()
    {
        var account = (await AsOfficerAsync(services => services.GetRequiredService<AccountService>().CreateAsync("li", "li"))).Item1!.Id;
        var one = await RegisterAsync(Declared(Changchun), account.ToString("N"));
        await DeliverAsync();
        Assert.NotEmpty(await OffersAsync(one.Id));
        Assert.Equal($"~/births/registrations/{one.Id}", Assert.Single(await InboxAsync(account)).Href);
        Assert.Null(await AsFamilyAsync(services => Service(services).AmendAsync(one.Id, Declared(Changchun) with { DueOn = null, BornOn = new DateOnly(2026, 3, 1) }, one.Version, Stop), account.ToString("N")));
        await DeliverAsync();
        // day 90 after 1 March: 30 days in March, 30 in April, 30 in May
        Assert.Equal(new DateOnly(2026, 5, 30), (await OffersAsync(one.Id)).Single(offer => offer.Quantity == "newborn-medical-insurance").Until);
        one = await ReadAsync(one.Id);
        Assert.Equal(RegistrationState.Amended, one.State);
        Assert.Equal(new CaseError.NotMoved(new MoveError.Changed(one.Version)), await AsFamilyAsync(services => Service(services).CancelAsync(one.Id, one.Version - 1, Stop), account.ToString("N")));
        Assert.Null(await AsFamilyAsync(services => Service(services).CancelAsync(one.Id, one.Version, Stop), account.ToString("N")));
        Assert.Empty(await OffersAsync(one.Id));
        // the pregnancy may be registered anew
        Assert.NotEqual(one.Id, (await RegisterAsync(Declared(Changchun), "family-2")).Id);
    }

    [Fact]
    public async Task Advice_is_noted_by_a_worker_of_the_place_read_by_the_family_and_sealed()
    {
        var one = await RegisterAsync(Declared(Taiyuan));
        Assert.IsType<CaseError.Form>(await AsWorkerAsync(services => Service(services).NoteAsync(one.Id, ConsultationChannel.Phone, " ", Stop)));
        Assert.Null(await AsWorkerAsync(services => Service(services).NoteAsync(one.Id, ConsultationChannel.Phone, "问补办时限，已答复随时可以补办", Stop)));
        Assert.IsType<CaseError.Missing>(await AsOfficerAsync(services => Service(services).NoteAsync(one.Id, ConsultationChannel.Phone, "别处", Stop), place: "6201"));
        var (note, text) = Assert.Single(await AsFamilyAsync(services => Service(services).NotesAsync(one.Id, Stop)));
        Assert.Equal((ConsultationChannel.Phone, "问补办时限，已答复随时可以补办", "worker-1", "•••"), (note.Channel, text, note.By, note.Note.ToString()));
    }

    [Fact]
    public async Task A_registration_closes_when_the_child_has_its_papers()
    {
        var registered = await RegisterAsync(Declared(Changchun) with { DueOn = new DateOnly(2026, 2, 25) });
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household, ServiceGraph.Insurance, ServiceGraph.Card);
        registered = await ReadAsync(registered.Id);
        Assert.Equal((RegistrationState.Closed, one.Id), (registered.State, registered.CaseId));
    }

    [Fact]
    public async Task An_adoption_closes_no_registration_of_whoever_adopts_and_is_expecting_too()
    {
        var registered = await RegisterAsync(Declared(Changchun) with { DueOn = new DateOnly(2026, 4, 25) });
        var one = await SubmitAsync(Adopted() with { Papers = [Paper.AdoptionRegistration], Children = [new("样例宝宝", Sex.Female, null, "收字1号")] });
        await DoneAsync(one.Id, ServiceGraph.Household, ServiceGraph.Insurance, ServiceGraph.Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
        Assert.Equal(RegistrationState.Registered, (await ReadAsync(registered.Id)).State);
    }

    [Fact]
    public async Task A_mother_of_an_unusual_age_is_only_asked_to_look_again()
    {
        var declared = Declared(Changchun) with { Mother = new("样例母亲", IdOf("22010419640304002"), null) };
        Assert.Equal(RegistrationState.Registered, (await RegisterAsync(declared)).State);
        Assert.Single(RegistrationCheck.Doubts(declared));   // 62 in 2026
        Assert.Empty(RegistrationCheck.Doubts(Declared(Changchun)));
    }

    private static string IdOf(string first) => first + ResidentId.CheckDigitOf(first);

    private static RegistrationForm Declared(DivisionCode residence) => new()
    {
        Residence = residence, Mother = new Person("样例母亲", "220104199503040024", residence), Phone = "13800000000", DueOn = new DateOnly(2026, 8, 1),
    };

    private static RegistrationService Service(IServiceProvider services) => services.GetRequiredService<RegistrationService>();

    private Task<(ChildbearingRegistration? Registration, CaseError? Error)> TryRegisterAsync(RegistrationForm form, string who = Family) =>
        AsFamilyAsync(services => Service(services).SubmitAsync(Guid.NewGuid(), form, Stop), who);

    private async Task<ChildbearingRegistration> RegisterAsync(RegistrationForm form, string who = Family)
    {
        var (one, error) = await TryRegisterAsync(form, who);
        Assert.Null(error);
        return one!;
    }

    private Task<T> AsWorkerAsync<T>(Func<IServiceProvider, Task<T>> act, string who = "worker-1") => AsAsync(ActorKind.Worker, who, "140105", [BirthsModule.Apply, BirthsModule.Read], act);

    private Task<ChildbearingRegistration> ReadAsync(Guid id) => InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(row => row.Id == id, Stop));

    private Task<List<PlaceQuery>> QueriesAsync(Guid id) => InDatabaseAsync(database => database.Set<PlaceQuery>().AsNoTracking().Where(row => row.RegistrationId == id).ToListAsync(Stop));

    private Task<List<EntitlementOffer>> OffersAsync(Guid about) => InDatabaseAsync(database => database.Set<EntitlementOffer>().AsNoTracking().Where(offer => offer.About == about).ToListAsync(Stop));

    private Task<List<Notice>> InboxAsync(Guid account) => Running.InScopeAsync(services => services.GetRequiredService<Notifier>().InboxOf(account).ToListAsync(Stop));
}

public sealed class SqliteRegistrationTests() : RegistrationTests(null);

public sealed class PostgreSqlRegistrationTests(PostgreSqlServer server) : RegistrationTests(server);
