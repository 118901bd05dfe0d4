using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

public abstract class IntakeTests(PostgreSqlServer? server) : CaseSuite(server)
{
    [Fact]
    public async Task A_form_sent_twice_under_one_key_is_one_case_even_at_once()
    {
        var key = Guid.NewGuid();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TrySubmitAsync(Form(), key))));
        Assert.Single(sent.Select(outcome => Assert.Single(outcome.Cases).Number).Distinct());
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<JointCase>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_key_that_another_family_used_neither_gives_its_case_nor_swallows_the_form()
    {
        var first = Assert.Single((await TrySubmitAsync(Form(), Guid.Empty)).Cases);
        var second = Assert.Single((await TrySubmitAsync(Other("A260000002"), Guid.Empty, "family-2")).Cases);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(("family-2", CaseState.InProgress), ((await CaseAsync(second.Id)).Applicant, second.State));
    }

    [Fact]
    public async Task A_form_that_somebody_went_back_to_and_filled_in_for_another_child_is_another_form()
    {
        var key = Guid.NewGuid();
        var first = Assert.Single((await TrySubmitAsync(Form(), key)).Cases);
        var second = Assert.Single((await TrySubmitAsync(Other("A260000002"), key)).Cases);
        Assert.NotEqual(first.Number, second.Number);
        Assert.Equal(2, await InDatabaseAsync(database => database.Set<JointCase>().CountAsync(Stop)));
    }

    [Theory]
    [InlineData("𠮷田")]
    [InlineData("王𬭎")]
    [InlineData("买买提·艾力")]
    [InlineData("O'Brien Li")]
    public async Task Names_with_rare_characters_are_names(string name) =>
        Assert.Equal(CaseState.InProgress, (await SubmitAsync(Form() with { Mother = Form().Mother with { Name = name }, Children = [new(name, Sex.Female, "A260000001")] })).State);

    [Theory]
    [InlineData("😀")]
    [InlineData("·田")]
    [InlineData("张3")]
    [InlineData("a\0b")]
    public async Task What_holds_signs_of_no_name_is_none(string name) =>
        Assert.Equal(["mother.name name"], Assert.IsType<CaseError.Form>((await TrySubmitAsync(Form() with { Mother = Form().Mother with { Name = name } })).Error).Problems.Select(problem => $"{problem.Field} {problem.Code}"));

    [Fact]
    public async Task A_reason_longer_than_is_kept_is_refused_and_one_that_just_fits_is_kept_whole()
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = new DateOnly(2026, 3, 20) });
        Assert.Equal(new CaseError.TooManyWords(JointCase.TextLength), await DecideAsync(one, CaseAction.Reject, new string('长', JointCase.TextLength + 1)));
        Assert.Null(await DecideAsync(one, CaseAction.Reject, new string('长', JointCase.TextLength)));
        Assert.Equal(JointCase.TextLength, (await CaseAsync(one.Id)).Reason!.Length);
    }

    [Fact]
    public async Task A_case_that_was_put_away_unfinished_holds_its_certificate_no_more()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate, ServiceGraph.Household, ServiceGraph.Insurance);
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Card), 1, Cradle.Platform.Connectors.RequestState.Refused));
        Assert.Null(await DecideAsync(await CaseAsync(one.Id), CaseAction.Archive, "不再办社保卡"));
        var anew = await SubmitAsync(Form(), "family-2");
        Assert.Null(await DecideAsync(anew, CaseAction.Accept));
        Assert.Equal(CaseState.InProgress, (await CaseAsync(anew.Id)).State);
    }

    [Fact]
    public async Task A_refused_case_whose_certificate_has_a_case_in_hand_meanwhile_does_not_go_on_beside_it()
    {
        var first = await SubmitAsync(Form());
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(first.Id, ServiceGraph.Certificate), 1, Cradle.Platform.Connectors.RequestState.Refused));
        Assert.Equal(CaseState.Rejected, (await CaseAsync(first.Id)).State);
        var second = await SubmitAsync(Form(), "family-2");
        Assert.Equal(CaseState.InProgress, second.State);
        var refused = await ItemAsync(first.Id, ServiceGraph.Certificate);
        Task<CaseError?> AppealAsync() => AsFamilyAsync(services => services.GetRequiredService<ItemService>().AppealAsync(refused.Id, refused.Version, "是本院出生的", Stop));
        Assert.IsType<CaseError.CertificateTaken>(await AppealAsync());
        Assert.Equal(CaseState.Rejected, (await CaseAsync(first.Id)).State);
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().WithdrawAsync(second.Id, second.Version, Stop), "family-2"));
        Assert.Null(await AppealAsync());
        Assert.Equal((CaseState.InProgress, true), ((await CaseAsync(first.Id)).State, (await CaseAsync(first.Id)).HoldsCertificate));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_form_is_said_at_once_and_nothing_is_kept()
    {
        var (cases, error) = await TrySubmitAsync(Form() with
        {
            BirthDate = new DateOnly(2026, 3, 3), Phone = "12", Mother = new Person("样例1", "220104199503040025", null),
            Children = [new("大宝", Sex.Female, "A260000001"), new("小宝", Sex.Male, "a260000001"), new("三宝", Sex.Male, "260000003")],
        });
        Assert.Empty(cases);
        Assert.Equal(["birthDate future", "children[1].certificate sameCertificate", "children[2].certificate certificate", "mother.idNumber idNumber", "mother.name name", "phone phone"],
            Assert.IsType<CaseError.Form>(error).Problems.Select(problem => $"{problem.Field} {problem.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<JointCase>().CountAsync(Stop)));
    }

    [Fact]
    public async Task Numbers_that_can_not_be_a_mothers_or_a_fathers_and_a_promise_too_far_ahead_are_said_at_once()
    {
        // the mother's number is a man's, the father's the same; another mother is 11 at the birth, another father a woman
        var (_, swapped) = await TrySubmitAsync(Form() with { Mother = Form().Mother with { IdNumber = "220104199311200011" }, Birthplace = null, Children = [new Newborn("样例宝宝", Sex.Female, null)], PromisedBy = new DateOnly(2027, 3, 3) });
        Assert.Equal(["country country", "father.idNumber sameParent", "mother.idNumber sex", "promisedBy tooFar"], Assert.IsType<CaseError.Form>(swapped).Problems.Select(problem => $"{problem.Field} {problem.Code}").Order(StringComparer.Ordinal));
        var (_, young) = await TrySubmitAsync(Form() with { BirthDate = new DateOnly(2006, 2, 20), Father = Form().Father! with { IdNumber = "140105199503040020" } });
        Assert.Equal(["father.idNumber sex", "mother.idNumber tooYoung"], Assert.IsType<CaseError.Form>(young).Problems.Select(problem => $"{problem.Field} {problem.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<JointCase>().CountAsync(Stop)));
    }

    [Theory]
    [InlineData("见 220104199503040024 的材料")]
    [InlineData("请打 13800000000")]
    public async Task A_reason_with_an_identity_or_mobile_number_is_refused_and_nothing_of_it_is_kept(string reason)
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = new DateOnly(2026, 3, 20) });
        Assert.IsType<CaseError.NumberInWords>(await DecideAsync(one, CaseAction.Reject, reason));
        Assert.Equal((CaseState.PreCheck, 0), ((await CaseAsync(one.Id)).State, await InDatabaseAsync(database => database.AuditEntries.CountAsync(entry => entry.Reason == reason, Stop))));
        Assert.Null(await DecideAsync(one, CaseAction.Reject, "材料不实"));
        var refused = await CaseAsync(one.Id);
        Assert.IsType<CaseError.NumberInWords>(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().AppealAsync(one.Id, refused.Version, reason, Stop)));
        Assert.IsType<CaseError.NumberInWords>(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().RateAsync(one.Id, 1, reason, Stop)));
    }

    [Fact]
    public async Task A_father_who_is_not_named_stands_in_no_way() =>
        Assert.Equal(CaseState.InProgress, (await SubmitAsync(Form() with { Father = null })).State);

    [Fact]
    public async Task A_second_case_of_one_certificate_is_held_shown_beside_the_first_and_never_merged()
    {
        var first = await SubmitAsync(Form());
        var second = await SubmitAsync(Form() with { Mother = new Person("别的母亲", "140105199503040020", null) }, "family-2");
        Assert.Equal((CaseState.InProgress, CaseState.PreCheck), (first.State, second.State));
        Assert.Equal([first.Id], await AsOfficerAsync(services => services.GetRequiredService<CaseIntake>().Duplicates(second).Select(one => one.Id).ToListAsync(Stop)));
        Assert.IsType<CaseError.CertificateTaken>(await DecideAsync(second, CaseAction.Accept));
        Assert.Null(await DecideAsync(second, CaseAction.Reject, "与另一件是同一个孩子"));
        Assert.Equal(CaseState.InProgress, (await CaseAsync(first.Id)).State);
    }

    [Fact]
    public async Task Forms_of_one_child_without_a_certificate_at_once_leave_one_case_in_hand_and_an_officer_may_let_another_in()
    {
        var form = Form() with { Children = [new("样例宝宝", Sex.Female, null)] };
        var cases = (await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Task.Run(() => TrySubmitAsync(form, who: $"family-{number}"))))).Select(outcome => Assert.Single(outcome.Cases)).ToList();
        Assert.Equal([CaseState.PreCheck, CaseState.PreCheck, CaseState.InProgress], cases.Select(one => one.State).Order());
        var held = cases.First(one => one.State == CaseState.PreCheck);
        Assert.Null(await AsOfficerAsync(services => services.GetRequiredService<CaseService>().DecideAsync(held.Id, CaseAction.Accept, held.Version, null, Stop)));
        Assert.Equal(CaseState.InProgress, (await CaseAsync(held.Id)).State);
    }

    [Fact]
    public async Task Two_forms_of_one_certificate_at_once_leave_one_case_in_hand_and_the_other_held()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(number => Task.Run(() => SubmitAsync(Form(), $"family-{number}"))));
        Assert.Equal([CaseState.InProgress, CaseState.PreCheck], (await Task.WhenAll(sent.Select(one => CaseAsync(one.Id)))).Select(one => one.State).Order().Reverse());
    }

    [Fact]
    public async Task Without_a_certificate_mother_birth_date_and_order_tell_a_second_case()
    {
        var bare = Form() with { Children = [new("样例宝宝", Sex.Female, null)] };
        await SubmitAsync(bare);
        Assert.Equal(CaseState.PreCheck, (await SubmitAsync(bare with { Residence = Taiyuan, Household = Taiyuan }, "family-2")).State);
        Assert.Equal(CaseState.InProgress, (await SubmitAsync(bare with { BirthDate = new DateOnly(2025, 2, 20) }, "family-3")).State);
    }

    [Fact]
    public async Task A_second_case_of_one_certificate_is_found_while_the_key_is_changed_and_afterwards_and_every_form_still_opens()
    {
        await SubmitAsync(Form());
        Running.Services.GetRequiredService<FieldKeyRing>().Add();
        Assert.Equal(CaseState.PreCheck, (await SubmitAsync(Form(), "family-2")).State);
        // form, certificate and birth of the first; the second was sealed with the new key already
        Assert.Equal(3, await Running.InScopeAsync(services => services.GetRequiredService<FieldRotation>().RunAsync(cancellationToken: Stop)));
        Assert.Equal(CaseState.PreCheck, (await SubmitAsync(Form(), "family-3")).State);
        await DeliverAsync();
        Assert.Equal("样例宝宝", Department.Last(ServiceGraph.Certificate).Fields["childName"]);
    }

    [Fact]
    public async Task A_missing_paper_is_asked_for_and_a_corrected_form_goes_on()
    {
        var abroad = Abroad();
        var one = await SubmitAsync(abroad);
        Assert.Equal(CaseState.NeedsCorrection, one.State);
        Assert.Contains("国外出生证明", CaseWords.ReasonOf(one, abroad)!.Value.Zh, StringComparison.Ordinal);
        Assert.Null(await AsFamilyAsync(async services => await services.GetRequiredService<CaseIntake>()
            .CorrectAsync((await services.GetRequiredService<CaseService>().OwnAsync(one.Id, Stop))!, abroad with { Papers = [Paper.ForeignBirthCertificate], Children = [new Newborn("样例宝宝", Sex.Female, null, "TYO-2026-118")] }, one.Version, Stop)));
        Assert.Equal(CaseState.InProgress, (await CaseAsync(one.Id)).State);
    }

    [Fact]
    public async Task A_promised_paper_is_accepted_by_an_officer_with_a_reason_and_kept_with_its_day()
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = new DateOnly(2026, 3, 20) });
        Assert.Equal(CaseState.PreCheck, one.State);
        Assert.Equal(new CaseError.NotMoved(new MoveError.ReasonMissing()), await DecideAsync(one, CaseAction.AcceptWithPromise));
        Assert.Null(await DecideAsync(one, CaseAction.AcceptWithPromise, "收养登记证正在补办"));
        Assert.Equal((CaseState.InProgress, new DateOnly(2026, 3, 20)), ((await CaseAsync(one.Id)).State, (await CaseAsync(one.Id)).PromisedBy));
    }

    [Fact]
    public async Task Why_a_case_was_sent_back_is_gone_once_it_is_corrected_accepted_or_withdrawn()
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = new DateOnly(2026, 3, 20) });
        Assert.Null(await DecideAsync(one, CaseAction.AskCorrection, "写清收养人"));
        Task<string?> ReasonAsync() => AsFamilyAsync(async services => (await services.GetRequiredService<CaseReader>().AnswerAsync(await CaseAsync(one.Id), Stop)).Reason);
        Assert.Equal("写清收养人", await ReasonAsync());
        Assert.Null(await AsFamilyAsync(async services => await services.GetRequiredService<CaseIntake>().CorrectAsync((await services.GetRequiredService<CaseService>().OwnAsync(one.Id, Stop))!, Adopted() with { PromisedBy = new DateOnly(2026, 3, 25) }, 2, Stop)));
        Assert.Null(await ReasonAsync());
        Assert.Null(await DecideAsync(await CaseAsync(one.Id), CaseAction.AcceptWithPromise, "正在补办"));
        Assert.Null(await ReasonAsync());
        var other = await SubmitAsync(Abroad() with { Mother = new("别的母亲", "140105199503040020", null), Father = null, PromisedBy = new DateOnly(2026, 3, 20) });
        Assert.Null(await DecideAsync(other, CaseAction.AskCorrection, "写清城市"));
        Assert.Null(await AsFamilyAsync(async services => await services.GetRequiredService<CaseService>().WithdrawAsync(other.Id, (await CaseAsync(other.Id)).Version, Stop)));
        Assert.Null((await CaseAsync(other.Id)).Reason);
    }

    [Fact]
    public async Task A_case_whose_paper_is_missing_is_not_simply_accepted()
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = new DateOnly(2026, 3, 20) });
        var error = Assert.IsType<CaseError.PapersMissing>(await DecideAsync(one, CaseAction.Accept));
        Assert.Equal([Paper.AdoptionRegistration], error.Papers);
        Assert.Contains("收养登记证", CaseWords.Of(error).Zh, StringComparison.Ordinal);
        Assert.Contains("容缺受理", CaseWords.Of(error).Zh, StringComparison.Ordinal);
        Assert.Equal(CaseState.PreCheck, (await CaseAsync(one.Id)).State);
        Assert.Empty(await ItemsAsync(one.Id));
    }

    [Fact]
    public async Task A_corrected_residence_before_acceptance_moves_the_case_there()
    {
        var one = await SubmitAsync(Abroad());
        Assert.Null(await AsFamilyAsync(async services => await services.GetRequiredService<CaseIntake>()
            .CorrectAsync((await services.GetRequiredService<CaseService>().OwnAsync(one.Id, Stop))!, Form(Taiyuan), one.Version, Stop)));
        Assert.Equal((CaseState.InProgress, Taiyuan), ((await CaseAsync(one.Id)).State, (await CaseAsync(one.Id)).Division));
    }

    [Fact]
    public async Task An_appeal_against_a_refusal_is_decided_by_another_officer()
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = new DateOnly(2026, 3, 20) });
        Assert.Null(await DecideAsync(one, CaseAction.Reject, "材料不实"));
        var refused = await CaseAsync(one.Id);
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().AppealAsync(one.Id, refused.Version, "材料是真的，请再核", Stop)));
        var appealed = await CaseAsync(one.Id);
        Assert.Equal(new CaseError.NotMoved(new MoveError.SamePerson()), await DecideAsync(appealed, CaseAction.Reject, "维持"));
        Assert.Null(await DecideAsync(appealed, CaseAction.AcceptWithPromise, "经核实属实", "officer-2"));
    }

    [Fact]
    public async Task A_withdrawn_case_cancels_its_items_and_the_departments_hear_of_it()
    {
        var one = await SubmitAsync(Form());
        await DeliverAsync();
        await AnswerAsync(Answer(await ItemAsync(one.Id, ServiceGraph.Certificate), 2, Cradle.Platform.Connectors.RequestState.Returned));
        var seen = await CaseAsync(one.Id);
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().WithdrawAsync(one.Id, seen.Version, Stop)));
        await DeliverAsync();
        Assert.All(await ItemsAsync(one.Id), item => Assert.Equal((ItemState.Cancelled, null), (item.State, item.Reason)));
        Assert.Equal(2, Department.Cancelled.Count);   // certificate and vaccination; the others had not been sent
        Assert.Equal(CaseState.InProgress, (await SubmitAsync(Form(), "family-2")).State);
    }

    [Fact]
    public async Task A_case_of_which_something_was_done_is_not_withdrawn()
    {
        var one = await SubmitAsync(Form());
        await DoneAsync(one.Id, ServiceGraph.Certificate);
        Assert.IsType<CaseError.AlreadyDone>(await AsFamilyAsync(async services => await services.GetRequiredService<CaseService>().WithdrawAsync(one.Id, (await CaseAsync(one.Id)).Version, Stop)));
    }

    [Fact]
    public async Task An_officer_of_another_city_a_citizen_and_another_family_decide_and_see_nothing()
    {
        var one = await SubmitAsync(Adopted() with { PromisedBy = new DateOnly(2026, 3, 20) });
        Assert.IsType<CaseError.Missing>(await AsOfficerAsync(services => services.GetRequiredService<CaseService>().DecideAsync(one.Id, CaseAction.Accept, one.Version, null, Stop), place: "1401"));
        Assert.IsType<CaseError.Missing>(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().DecideAsync(one.Id, CaseAction.Accept, one.Version, null, Stop)));
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().OwnAsync(one.Id, Stop), "family-2"));
    }

    [Fact]
    public async Task A_child_of_three_is_told_that_the_joint_application_is_not_offered() =>
        Assert.IsType<CaseError.NotOffered>((await TrySubmitAsync(Form() with { BirthDate = new DateOnly(2023, 3, 2), Children = [new("大孩子", Sex.Female, null)] })).Error);

    [Theory]
    [InlineData("220104", "2024-01-10", "2024-04-09")]   // S23.1: 21 days in January, 29, 31, 9 = 90
    [InlineData("620102", "2024-01-10", "2024-04-09")]   // S23.6: no local rule; the safe day all the same
    [InlineData("220104", "2024-11-20", "2025-02-18")]   // S23.3: 10 in November, 31, 31, 18 = 90
    public void S23_The_last_safe_day_of_insurance_is_day_90_after_birth(string place, string birth, string last)
    {
        var window = Running.Services.GetRequiredService<INewbornPolicies>().InsuranceIn(DivisionCode.Parse(place), DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture), false);
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), window!.LastDay);
        Assert.False(window.IsConfirmed);
    }

    private static NewbornForm Other(string certificate) => Form() with { Mother = new Person("别的母亲", "140105199503040020", null), Father = null, Children = [new("样例宝宝", Sex.Male, certificate)] };

    private Task<CaseError?> DecideAsync(JointCase one, CaseAction action, string? reason = null, string officer = "officer-1") =>
        AsOfficerAsync(services => services.GetRequiredService<CaseService>().DecideAsync(one.Id, action, one.Version, reason, Stop), officer);
}

public sealed class SqliteIntakeTests() : IntakeTests(null);

public sealed class PostgreSqlIntakeTests(PostgreSqlServer server) : IntakeTests(server);
