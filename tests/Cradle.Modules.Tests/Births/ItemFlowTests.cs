using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Platform.Accounts;
using Cradle.Platform.Connectors;
using Cradle.Platform.Notifications;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cradle.Births.Items.ServiceGraph;

namespace Cradle.Modules.Tests.Births;

public abstract class ItemFlowTests(PostgreSqlServer? server) : CaseSuite(server)
{
    [Fact]
    public async Task S05_1_Taiyuan_has_five_items_and_Jilin_four_with_the_vaccination_record_beside_them()
    {
        var taiyuan = await ItemsAsync((await SubmitAsync(Form(Taiyuan))).Id);
        Assert.Equal(All.Except([Bills]), taiyuan.Select(item => item.Service));
        Assert.All(taiyuan, item => Assert.False(item.IsExtra));
        var jilin = await ItemsAsync((await SubmitAsync(Form(Primitives.DivisionCode.Parse("220202")) with { BirthDate = new DateOnly(2026, 2, 19), Children = [new("另一宝宝", Primitives.Sex.Male, "A260000009")] })).Id);
        Assert.Equal([Certificate, Household, Insurance, Card, Vaccination], jilin.Select(item => item.Service));
        Assert.Equal([Vaccination], jilin.Where(item => item.IsExtra).Select(item => item.Service));
    }

    [Fact]
    public async Task S05_2_While_the_certificate_is_not_there_household_insurance_and_card_wait_and_vaccination_does_not()
    {
        var one = await SubmitAsync(Form(Taiyuan) with { Children = [new("样例宝宝", Primitives.Sex.Female, null)] });
        await DeliverAsync();
        Assert.Equal("birth-certificate:Sent vaccination-record:Sent household-registration:Waiting medical-insurance:Waiting social-security-card:Waiting", await StatesAsync(one.Id));
        Assert.Equal([Certificate, Vaccination], Department.Requests.Select(request => request.Service).Order());
        await DoneAsync(one.Id, Certificate);
        Assert.Equal("birth-certificate:Done vaccination-record:Sent household-registration:Sent medical-insurance:Waiting social-security-card:Waiting", await StatesAsync(one.Id));
        Assert.Equal("NO-birth-certificate", Department.Last(Household).Fields["birth-certificate-number"]);
        Assert.False(Department.Last(Vaccination).Fields.ContainsKey("fatherId"));
    }

    [Fact]
    public async Task S05_3_A_return_by_the_police_is_corrected_and_only_that_item_starts_again()
    {
        var one = await SubmitAsync(Form(Taiyuan));
        await DoneAsync(one.Id, Certificate);
        var first = await ItemAsync(one.Id, Household);
        await AnswerAsync(Answer(first, 1, RequestState.Returned));
        Assert.Equal(ItemState.Returned, (await ItemAsync(one.Id, Household)).State);
        var sent = Department.Requests.Count;
        var returned = await ItemAsync(one.Id, Household);
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<ItemService>()
            .CorrectAsync(returned.Id, Form(Taiyuan) with { Children = [new("改名宝宝", Primitives.Sex.Female, "A260000001")] }, returned.Version, Stop)));
        await DeliverAsync();
        Assert.Equal(sent + 1, Department.Requests.Count);
        Assert.Equal(("改名宝宝", ItemState.Sent), (Department.Last(Household).Fields["childName"], (await ItemAsync(one.Id, Household)).State));
        // what the police answer late about the first request changes nothing any more
        Assert.False((await AnswerAsync(Answer(first, 2, RequestState.Done))).Read<AnswerReceipt>().Applied);
        Assert.Equal(ItemState.Sent, (await ItemAsync(one.Id, Household)).State);
    }

    [Fact]
    public async Task A_correction_after_something_was_done_can_not_turn_the_case_into_another_childs()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, Certificate, Household, Insurance, Card);
        await AnswerAsync(Answer(await ItemAsync(one.Id, Vaccination), 1, RequestState.Returned));
        var other = Form() with
        {
            BirthDate = new DateOnly(2026, 2, 21), Household = Lanzhou, Mother = Form().Mother with { IdNumber = "140105199503040020" }, Father = null, Children = [new("改名宝宝", Primitives.Sex.Male, "A260000002")],
        };
        var error = Assert.IsType<CaseError.Form>(await CorrectAsync(one.Id, Vaccination, other));
        Assert.Equal(["birthDate", "children[0].certificate", "children[0].name", "children[0].sex", "father.idNumber", "household", "mother.idNumber"],
            error.Problems.Where(problem => problem.Code == "fixed").Select(problem => problem.Field).Order(StringComparer.Ordinal));
        Assert.All(error.Problems, problem => Assert.Contains("窗口", problem.Remedy.Zh, StringComparison.Ordinal));
        Assert.Contains("出生日期", error.Problems.Single(problem => problem.Field == "birthDate").Reason.Zh, StringComparison.Ordinal);
        // what is no identity can be corrected, and only that item starts again
        Assert.Null(await CorrectAsync(one.Id, Vaccination, Form() with { Phone = "13900000000" }));
        await DeliverAsync();
        Assert.Equal(("13900000000", "样例宝宝", "2026-02-20"), (Department.Last(Vaccination).Fields["phone"], Department.Last(Vaccination).Fields["childName"], Department.Last(Vaccination).Fields["birthDate"]));
        Assert.Equal((CaseState.Completed, new DateOnly(2026, 2, 20)), ((await CaseAsync(one.Id)).State, (await CaseAsync(one.Id)).BirthDate));
    }

    [Fact]
    public async Task Before_anything_was_done_the_case_follows_a_corrected_form_in_its_list_its_last_day_and_the_look_for_duplicates()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, Certificate), 1, RequestState.Returned));
        var corrected = Form() with { BirthDate = new DateOnly(2026, 2, 21), Children = [new("样例宝宝", Primitives.Sex.Male, "A260000002")] };
        // the items lie with departments of the old places
        var error = Assert.IsType<CaseError.Form>(await CorrectAsync(one.Id, Certificate, corrected with { Residence = Taiyuan }));
        Assert.Equal("residence fixed", $"{Assert.Single(error.Problems).Field} {error.Problems[0].Code}");
        Assert.Null(await CorrectAsync(one.Id, Certificate, corrected));
        // day 90 after 21 February 2026 is one after that of 20 February
        Assert.Equal((new DateOnly(2026, 2, 21), new DateOnly(2026, 5, 22)), ((await CaseAsync(one.Id)).BirthDate, (await CaseAsync(one.Id)).InsureBy));
        Assert.Equal(CaseState.PreCheck, (await SubmitAsync(corrected, "family-2")).State);
    }

    [Fact]
    public async Task S05_4_Twins_of_one_form_are_two_cases_with_a_certificate_and_a_set_of_items_each()
    {
        var (cases, error) = await TrySubmitAsync(Form() with { Children = [new("大宝", Primitives.Sex.Female, "A260000001"), new("小宝", Primitives.Sex.Male, "A260000002")] });
        Assert.Null(error);
        Assert.Equal(2, cases.Select(one => one.Number).Distinct().Count());
        await DeliverAsync();
        Assert.Equal(["大宝 A260000001 1/2", "小宝 A260000002 2/2"], Department.Requests.Where(request => request.Service == Certificate)
            .Select(request => $"{request.Fields["childName"]} {request.Fields["certificateNumber"]} {request.Fields["orderInBirth"]}").Order());
        await DoneAsync(cases[0].Id, Certificate, Household, Insurance, Card);
        Assert.Equal((CaseState.Completed, CaseState.InProgress), ((await CaseAsync(cases[0].Id)).State, (await CaseAsync(cases[1].Id)).State));
    }

    [Fact]
    public async Task A_completed_case_opens_the_childs_record_and_offers_entitlements_with_their_last_days()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, Certificate, Household, Insurance, Card);
        var child = await InDatabaseAsync(database => database.Set<ChildRecord>().AsNoTracking().SingleAsync(row => row.CaseId == one.Id, Stop));
        Assert.Equal(new DateOnly(2026, 3, 2), child.SettledOn);
        var offers = await InDatabaseAsync(database => database.Set<EntitlementOffer>().AsNoTracking().Where(offer => offer.About == child.Id).ToListAsync(Stop));
        Assert.True(offers.Count > 5, $"{offers.Count} offers");
        // day 90 after 20 February 2026: 8 days to the end of February, 31 in March (39), 30 in April (69), 21 May (90)
        Assert.Equal(new DateOnly(2026, 5, 21), offers.Single(offer => offer.Quantity == "newborn-medical-insurance").Until);
        Assert.Equal(new DateOnly(2026, 5, 21), (await CaseAsync(one.Id)).InsureBy);
        Assert.True(await AuditHoldsAsync());

        // what the case has brought about is marked, and comes last; what is over is left out
        var lines = await LinesAsync(child.Id);
        Assert.Equal(["birth-one-thing-items", "newborn-enrolment-service", "newborn-medical-insurance"], lines.Where(line => line.IsDone).Select(line => line.Offer.Quantity).Order(StringComparer.Ordinal));
        Assert.True(lines.Count > 5 && lines.SkipWhile(line => !line.IsDone).All(line => line.IsDone));
        Clock.Advance(TimeSpan.FromDays(81));   // 22 May
        Assert.DoesNotContain(await LinesAsync(child.Id), line => line.Offer.Quantity == "newborn-medical-insurance" || line.Offer.Until < new DateOnly(2026, 5, 22));
    }

    [Fact]
    public async Task A_mother_from_a_third_province_than_where_the_child_is_born_and_registered_each_place_does_its_part_and_no_paper_from_home_is_asked()
    {
        // the mother is of Lanzhou in Gansu, the child is born and lives in Changchun in Jilin, and is registered with its father in Taiyuan in Shanxi
        var one = await SubmitAsync(Form() with { Mother = new("样例母亲", "220104199503040024", Lanzhou), Father = new("样例父亲", "220104199311200011", Taiyuan), Household = Taiyuan });
        Assert.Equal((CaseState.InProgress, Changchun), (one.State, one.Division));
        Assert.Equal([(Card, Taiyuan), (Certificate, Changchun), (Household, Taiyuan), (Insurance, Taiyuan), (ServiceGraph.Vaccination, Changchun)], (await ItemsAsync(one.Id)).Select(item => (item.Service, item.Division)).OrderBy(row => row.Service == Card ? 0 : row.Service == Certificate ? 1 : row.Service == Household ? 2 : row.Service == Insurance ? 3 : 4));
        foreach (var (place, sees) in new[] { ("2201", true), ("1401", true), ("6201", false) })
            Assert.Equal(sees, await AsOfficerAsync(async services => await services.GetRequiredService<CaseService>().InScopeAsync(one.Id, Cradle.Births.BirthsModule.Read, Stop) is not null, place: place));
        await DoneAsync(one.Id, Certificate, Household, Insurance, Card);
        var child = await InDatabaseAsync(database => database.Set<ChildRecord>().AsNoTracking().SingleAsync(row => row.CaseId == one.Id, Stop));
        Assert.Equal((Taiyuan, Changchun, Lanzhou, Taiyuan), (child.Division, child.Residence, child.MotherHousehold!.Value, child.FatherHousehold!.Value));
        // from somewhere else than where it is registered: the family is told of equal treatment from that day
        Assert.Equal(new DateOnly(2026, 3, 2), (await AsFamilyAsync(services => services.GetRequiredService<ChildRecords>().EqualTreatmentAsync(one.Id, Stop))).From);
    }

    [Fact]
    public async Task An_answer_that_is_doubled_late_or_overtaken_changes_nothing()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        var item = await ItemAsync(one.Id, Certificate);
        Assert.True((await AnswerAsync(Answer(item, 2, RequestState.Done))).Read<AnswerReceipt>().Applied);
        var version = (await ItemAsync(one.Id, Certificate)).Version;
        // the same delivery again, the same answer under another key, and the one before it, late
        Assert.True((await AnswerAsync(Answer(item, 2, RequestState.Done))).Read<AnswerReceipt>().Applied);
        Assert.False((await AnswerAsync(Answer(item, 2, RequestState.Done), "other")).Read<AnswerReceipt>().Applied);
        Assert.False((await AnswerAsync(Answer(item, 1, RequestState.Processing))).Read<AnswerReceipt>().Applied);
        Assert.Equal((ItemState.Done, version), ((await ItemAsync(one.Id, Certificate)).State, (await ItemAsync(one.Id, Certificate)).Version));
    }

    [Fact]
    public async Task An_answer_that_overtakes_our_own_record_of_having_sent_counts()
    {
        var one = await SubmitAsync(Form());
        Assert.True((await AnswerAsync(Answer(await ItemAsync(one.Id, Certificate), 1, RequestState.Done))).Read<AnswerReceipt>().Applied);
        await DeliverAsync();
        Assert.Equal(ItemState.Done, (await ItemAsync(one.Id, Certificate)).State);
    }

    [Fact]
    public async Task Done_without_the_departments_number_is_refused()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        Assert.Equal(400, (await AnswerAsync(Answer(await ItemAsync(one.Id, Certificate), 1, RequestState.Done) with { Number = " " })).Status);
        Assert.Equal(ItemState.Sent, (await ItemAsync(one.Id, Certificate)).State);
    }

    [Fact]
    public async Task Answers_about_all_items_at_once_complete_the_case_once()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, Certificate, Household);
        var items = await ItemsAsync(one.Id);
        await Task.WhenAll(items.Where(item => item.Service is Insurance or Card or Vaccination).Select(item => Task.Run(() => AnswerAsync(Answer(item, 1, RequestState.Done)))));
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<ChildRecord>().CountAsync(row => row.CaseId == one.Id, Stop)));
    }

    [Fact]
    public async Task A_refused_item_blocks_nothing_independent_of_it_and_an_appeal_takes_the_case_up_again()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, Certificate, Household, Insurance);
        await AnswerAsync(Answer(await ItemAsync(one.Id, Card), 1, RequestState.Refused));
        Assert.Equal(CaseState.PartlyCompleted, (await CaseAsync(one.Id)).State);
        var refused = await ItemAsync(one.Id, Card);
        Assert.Equal("姓名与证明不一致", refused.Reason);
        Assert.IsType<CaseError.NotMoved>(await AsFamilyAsync(services => services.GetRequiredService<ItemService>().AppealAsync(refused.Id, refused.Version, " ", Stop)));
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<ItemService>().AppealAsync(refused.Id, refused.Version, "姓名和证明是一致的", Stop)));
        Assert.Equal(CaseState.InProgress, (await CaseAsync(one.Id)).State);
        await DeliverAsync();
        Assert.Equal("姓名和证明是一致的", Department.Last(Card).Fields["appealReason"]);
        await DoneAsync(one.Id, Card);
        Assert.Equal(CaseState.Completed, (await CaseAsync(one.Id)).State);
    }

    [Fact]
    public async Task A_child_whose_household_is_registered_has_its_record_and_offers_whatever_becomes_of_its_card()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, Certificate, Household);
        var child = await InDatabaseAsync(database => database.Set<ChildRecord>().AsNoTracking().SingleAsync(row => row.CaseId == one.Id, Stop));
        Assert.False((await LinesAsync(child.Id)).Single(line => line.Offer.Quantity == "newborn-medical-insurance").IsDone);   // its last day is still to be kept
        await AnswerAsync(Answer(await ItemAsync(one.Id, Card), 1, RequestState.Refused));
        await DoneAsync(one.Id, Insurance);
        Assert.Equal(CaseState.PartlyCompleted, (await CaseAsync(one.Id)).State);
        Assert.True((await LinesAsync(child.Id)).Single(line => line.Offer.Quantity == "newborn-medical-insurance").IsDone);
        var report = await ReportAsync();
        Assert.Equal((1, 1, true), (report.Settled, report.ChildRecords, report.Balances));
        Assert.Equal(0m, await FigureAsync());

        // put away with its card undone it still is not one that was completed
        Assert.Null(await AsOfficerAsync(async services => await services.GetRequiredService<CaseService>().DecideAsync(one.Id, CaseAction.Archive, (await CaseAsync(one.Id)).Version, "社保卡改到窗口办", Stop)));
        Assert.Equal((0m, true), (await FigureAsync(), (await ReportAsync()).Balances));
    }

    [Fact]
    public async Task What_was_refused_is_not_taken_up_again_once_the_case_was_withdrawn_or_put_away()
    {
        var withdrawn = await SubmitAsync(Form());
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(withdrawn.Id, Certificate), 1, RequestState.Refused));
        Assert.Null(await AppealAsync(withdrawn.Id, Certificate));
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(withdrawn.Id, Vaccination), 1, RequestState.Refused));
        Assert.Null(await AsFamilyAsync(async services => await services.GetRequiredService<CaseService>().WithdrawAsync(withdrawn.Id, (await CaseAsync(withdrawn.Id)).Version, Stop)));
        Assert.IsType<CaseError.NotMoved>(await AppealAsync(withdrawn.Id, Vaccination));

        var away = await SubmitAsync(Form());
        await DoneAsync(away.Id, Certificate, Household, Insurance);
        await AnswerAsync(Answer(await ItemAsync(away.Id, Card), 1, RequestState.Refused));
        Assert.Null(await AsOfficerAsync(async services => await services.GetRequiredService<CaseService>().DecideAsync(away.Id, CaseAction.Archive, (await CaseAsync(away.Id)).Version, "家长另行办理", Stop)));
        Assert.IsType<CaseError.NotMoved>(await AppealAsync(away.Id, Card));
        Assert.Equal((ItemState.Refused, ItemState.Refused), ((await ItemAsync(withdrawn.Id, Vaccination)).State, (await ItemAsync(away.Id, Card)).State));
    }

    [Fact]
    public async Task A_department_that_is_away_is_tried_later_and_at_last_somebody_decides()
    {
        Department.Status = 503;
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        Assert.Equal((ItemState.RetryWait, 1), ((await ItemAsync(one.Id, Certificate)).State, (await ItemAsync(one.Id, Certificate)).Failures));
        for (var tries = 0; tries < 8; tries++)
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            await DeliverAsync();
        }

        var stuck = await ItemAsync(one.Id, Certificate);
        Assert.Equal((ItemState.ManualQueue, 8), (stuck.State, stuck.Failures));
        Department.Status = 202;
        Assert.Null(await AsOfficerAsync(services => services.GetRequiredService<ItemService>().SendAgainAsync(stuck.Id, stuck.Version, "对方系统已恢复", Stop)));
        await DeliverAsync();
        Assert.Equal(ItemState.Sent, (await ItemAsync(one.Id, Certificate)).State);
    }

    [Fact]
    public async Task An_item_of_a_place_that_is_not_connected_is_seen_to_by_the_office_of_the_case_and_by_no_other()
    {
        Department.Status = 404;
        var one = await SubmitAsync(Form() with { Birthplace = Primitives.DivisionCode.Parse("110105") });
        await DeliverAsync();
        var stuck = await ItemAsync(one.Id, Certificate);
        Assert.Equal(ItemState.ManualQueue, stuck.State);
        Task<ReconciliationReport> ReportAsync(string place) => AsOfficerAsync(services => services.GetRequiredService<CaseReconciliation>().ReadAsync(services.GetRequiredService<Cradle.Platform.Processes.ProcessScope>().Current.Authority.RolesGiving(Cradle.Births.BirthsModule.Supervise), Stop), place: place);
        Assert.Contains(new HangingItems(Certificate, "110105", 1), (await ReportAsync("2201")).Stuck);
        Assert.Empty((await ReportAsync("1401")).Stuck);
        Task<CaseError?> RecordAsync(string place, string number = "Q110000001") => AsOfficerAsync(services => services.GetRequiredService<ItemService>().RecordByHandAsync(stuck.Id, stuck.Version, number, "家长出示原件，已电话核实", Stop), place: place);
        Assert.IsType<CaseError.Missing>(await RecordAsync("1401"));
        Assert.Equal(new CaseError.TooManyWords(CaseItem.NumberLength), await RecordAsync("2201", new string('9', CaseItem.NumberLength + 1)));
        Assert.Null(await RecordAsync("2201"));
        Assert.Equal((ItemState.Done, "Q110000001"), ((await ItemAsync(one.Id, Certificate)).State, (await ItemAsync(one.Id, Certificate)).Number));
    }

    [Fact]
    public async Task A_number_longer_than_is_kept_is_not_cut_short_but_sent_back_and_signs_that_no_database_keeps_are_left_out()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        var item = await ItemAsync(one.Id, Certificate);
        Assert.Equal(400, (await AnswerAsync(Answer(item, 2, RequestState.Done) with { Number = new string('9', CaseItem.NumberLength + 1) })).Status);
        Assert.Equal(ItemState.Sent, (await ItemAsync(one.Id, Certificate)).State);
        var reply = await AnswerAsync(Answer(item, 3, RequestState.Returned) with { Reason = "姓名\0不一致", Remedy = "改\u0001成证明上的" });
        Assert.True(reply.Read<AnswerReceipt>().Applied);
        Assert.Equal(("姓名不一致", "改成证明上的"), ((await ItemAsync(one.Id, Certificate)).Reason, (await ItemAsync(one.Id, Certificate)).Remedy));
    }

    [Theory]
    [InlineData(RequestState.Returned)]
    [InlineData(RequestState.Refused)]
    [InlineData(RequestState.Done)]
    public async Task An_answer_without_its_reason_or_number_is_sent_back_and_not_taken_without_effect(RequestState state)
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        var item = await ItemAsync(one.Id, Certificate);
        Assert.Equal(400, (await AnswerAsync(Answer(item, 2, state) with { Number = "\u0001", Reason = " " })).Status);
        Assert.Equal((ItemState.Sent, 0), ((await ItemAsync(one.Id, Certificate)).State, (await ItemAsync(one.Id, Certificate)).Sequence));
        Assert.True((await AnswerAsync(Answer(item, 3, state))).Read<AnswerReceipt>().Applied);
    }

    [Fact]
    public async Task A_lost_answer_is_found_by_asking()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        Clock.Advance(TimeSpan.FromHours(2));
        Department.Standing = Answer(await ItemAsync(one.Id, Certificate), 2, RequestState.Done);
        Assert.True(await Running.Services.GetRequiredService<ItemPollJob>().AskAsync(Stop) >= 1);
        Assert.Equal((ItemState.Done, "NO-birth-certificate"), ((await ItemAsync(one.Id, Certificate)).State, (await ItemAsync(one.Id, Certificate)).Number));
    }

    [Fact]
    public async Task A_name_chosen_later_holds_up_only_what_carries_the_name()
    {
        var one = await SubmitAsync(Form(Taiyuan) with { Children = [new(null, Primitives.Sex.Female, null)] });
        await DeliverAsync();
        Assert.Equal("birth-certificate:Waiting vaccination-record:Sent household-registration:Waiting medical-insurance:Waiting social-security-card:Waiting", await StatesAsync(one.Id));
        Assert.IsType<CaseError.Form>(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().NameAsync(one.Id, "样例1", (one.Version), Stop)));
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().NameAsync(one.Id, "样例宝宝", one.Version, Stop)));
        await DeliverAsync();
        Assert.Equal("样例宝宝", Department.Last(Certificate).Fields["childName"]);
    }

    [Fact]
    public async Task What_waits_for_the_name_says_so()
    {
        var one = await SubmitAsync(Form() with { Children = [new(null, Primitives.Sex.Female, null)] });
        Assert.Equal(("等起名", "等前一项"), (CaseWords.Of(await ItemAsync(one.Id, Certificate)).Zh, CaseWords.Of(await ItemAsync(one.Id, Household)).Zh));
    }

    [Fact]
    public async Task The_family_is_told_of_what_is_returned_refused_and_done_and_of_nothing_that_hurts_after_a_loss()
    {
        var account = (await AsOfficerAsync(services => services.GetRequiredService<AccountService>().CreateAsync("li", "li"))).Account!.Id;
        var one = await SubmitAsync(Form(), $"{account:N}");
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, Vaccination), 1, RequestState.Returned));
        await DoneAsync(one.Id, Certificate, Household, Insurance);
        await AnswerAsync(Answer(await ItemAsync(one.Id, Card), 1, RequestState.Refused));
        string[] told = [$"{one.Number} 部分办结，请看没有办成的事项", $"{one.Number}：出生医学证明办好了", $"{one.Number}：户口登记办好了", $"{one.Number}：社保卡申领没有通过，请看理由；有异议可以申请复核"];
        Assert.Subset((await InboxAsync(account)).ToHashSet(), told.ToHashSet());
        Assert.Contains($"{one.Number}：儿童预防接种退回了，请看理由，改好再交", await InboxAsync(account));
        await AsOfficerAsync(async services =>
        {
            await services.GetRequiredService<Notifier>().StopAsync(one.Id, SilenceReason.InfantDeath, Stop);
            return await services.GetRequiredService<Cradle.Platform.Data.PlatformDbContext>().SaveChangesAsync(Stop);
        });
        Assert.DoesNotContain(await InboxAsync(account), text => text.Contains("接种", StringComparison.Ordinal));
    }

    private Task<List<string>> InboxAsync(Guid account) => Running.InScopeAsync(services => services.GetRequiredService<Notifier>().InboxOf(account).Select(notice => notice.TextZh).ToListAsync(Stop));

    [Fact]
    public async Task A_family_in_Changchun_registers_the_child_in_Lanzhou_and_both_cities_see_it_and_no_third()
    {
        var one = await SubmitAsync(Form() with { Household = Lanzhou });
        Assert.Equal(["220104 birth-certificate", "220104 vaccination-record", "620102 household-registration", "620102 medical-insurance", "620102 social-security-card"],
            (await ItemsAsync(one.Id)).Select(item => $"{item.Division} {item.Service}").Order());
        foreach (var (place, sees) in new[] { ("2201", true), ("62", true), ("1401", false) })
        {
            Assert.Equal(sees, await AsOfficerAsync(async services => await services.GetRequiredService<CaseService>().InScopeAsync(one.Id, Cradle.Births.BirthsModule.Read, Stop) is not null, place: place));
        }
    }

    private async Task<CaseError?> AppealAsync(Guid caseId, string service)
    {
        var item = await ItemAsync(caseId, service);
        return await AsFamilyAsync(services => services.GetRequiredService<ItemService>().AppealAsync(item.Id, item.Version, "请再核对", Stop));
    }

    private Task<ReconciliationReport> ReportAsync() =>
        AsOfficerAsync(services => services.GetRequiredService<CaseReconciliation>().ReadAsync([new(Cradle.Platform.Access.Role.Supervisor, Primitives.DivisionCode.Parse("2201"))], Stop));

    private Task<decimal?> FigureAsync() => InDatabaseAsync(database => new CaseFigures(database).CountAsync("joint-cases-completed", Primitives.DivisionCode.Parse("2201"), Stop));

    private async Task<CaseError?> CorrectAsync(Guid caseId, string service, NewbornForm form)
    {
        var item = await ItemAsync(caseId, service);
        return await AsFamilyAsync(services => services.GetRequiredService<ItemService>().CorrectAsync(item.Id, form, item.Version, Stop));
    }

    private Task<IReadOnlyList<OfferLine>> LinesAsync(Guid about) => AsFamilyAsync(services => services.GetRequiredService<OfferList>().OfAsync([about], Stop));
}

public sealed class SqliteItemFlowTests() : ItemFlowTests(null);

public sealed class PostgreSqlItemFlowTests(PostgreSqlServer server) : ItemFlowTests(server);
