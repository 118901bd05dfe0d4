using System.Text;
using Cradle.Births;
using Cradle.Births.Cases;
using Cradle.Births.LegacyFees;
using Cradle.Births.Prints;
using Cradle.Platform.Access;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

public abstract class LegacyFeeTests(PostgreSqlServer? server) : CaseSuite(server)
{
    private const string Person = "22010419850304002X";
    private const string Spouse = "220104199503040024";
    private static readonly string[] Columns = ["决定书文号", "决定日期", "当事人姓名", "身份证号", "另一当事人", "另一当事人身份证号", "决定书所写孩次", "决定金额（元）", "已收金额（元）", "执行情况"];
    private static readonly DivisionCode City = DivisionCode.Parse("2201");

    [Fact]
    public async Task S03_1_A_decision_that_was_paid_in_full_stays_with_nothing_waived_and_nothing_refunded()
    {
        var one = await DisposedAsync(Row("长南计征〔2018〕12号", "2018-05-02", 3, "40000", "40000"));
        Assert.Equal((LegacyFeeDisposal.Maintained, Money.Zero, Money.FromYuan(40_000)), (one.Disposal!.Value, one.Waived, one.Collected));
    }

    [Fact]
    public async Task S03_2_Of_40000_with_25000_paid_15000_are_dropped_nothing_is_refunded_and_nothing_can_be_collected_any_more()
    {
        var one = await DisposedAsync(Row("长南计征〔2018〕13号", "2018-05-02", 3, "40000", "25000"));
        Assert.Equal((LegacyFeeDisposal.RemainderWaived, Money.FromYuan(15_000), Money.FromYuan(25_000)), (one.Disposal!.Value, one.Waived, one.Collected));
        Assert.All([nameof(LegacyFeeCase.CollectedFen), nameof(LegacyFeeCase.DecidedFen)], name =>
            Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), typeof(LegacyFeeCase).GetProperty(name)!.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
        // imported again with more collected, it is told and not taken over
        var again = await ImportAsync(Row("长南计征〔2018〕13号", "2018-05-02", 3, "40000", "30000"));
        Assert.Equal((0, 1), (again.Kept, again.Findings.Count));
        Assert.Equal(Money.FromYuan(25_000), (await OneAsync()).Collected);
    }

    [Theory]
    [InlineData("", "", "没有立案")]
    [InlineData("长南计征〔2022〕1号", "2022-01-04", "2021-08-20 起不再征收")]
    [InlineData("长南计征〔2021〕9号", "2021-08-20", "2021-08-20 起不再征收")]
    public async Task S03_3_A_case_that_was_never_decided_or_was_decided_after_the_end_is_refused_and_the_attempt_logged(string number, string day, string told)
    {
        var outcome = await ImportAsync(Row(number, day, 3, "40000", "0"));
        Assert.Equal(0, outcome.Kept);
        Assert.Contains(outcome.Findings, finding => finding.Zh.Contains(told, StringComparison.Ordinal));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<LegacyFeeCase>().CountAsync(Stop)));
        Assert.Single(await InDatabaseAsync(database => database.AuditEntries.AsNoTracking().Where(entry => entry.Action == "new-fee-case-refused").ToListAsync(Stop)));
        var figures = await AsOfficerAsync(services => Service(services).FiguresAsync([new HeldRole(Role.Supervisor, City)], Stop));
        Assert.Equal(1, figures.Attempts);
        // no other way in: neither a page nor the API opens one
        Assert.DoesNotContain(typeof(LegacyFeeService).GetMethods(), method => method.IsPublic && method.Name.Contains("Open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S03_4_More_collected_than_decided_goes_to_the_errors_with_its_row_and_the_rest_is_imported()
    {
        var outcome = await ImportAsync(Row("长南计征〔2018〕14号", "2018-05-02", 3, "40000", "45000"), Row("长南计征〔2018〕15号", "2018-05-02", 3, "40000", "100"));
        Assert.Equal((1, 2), (outcome.Kept, Assert.Single(outcome.Findings).Line));
        Assert.Equal("长南计征〔2018〕15号", (await OneAsync()).DecisionNumber);
    }

    [Fact]
    public async Task S03_5_A_decision_on_a_second_child_in_Changchun_is_decided_by_hand_because_the_clause_names_the_third_only()
    {
        await ImportAsync(Row("长南计征〔2018〕16号", "2018-05-02", 2, "40000", "10000"));
        var one = await OneAsync();
        Assert.Equal((LegacyFeeState.ByHand, null), (one.State, one.Disposal));
        var reason = await AsOfficerAsync(services => Task.FromResult(Service(services).ReasonOf(one)!.Value));
        Assert.Equal(("001/2 没有写第 2 孩。", "001/2 does not name birth 2."), (reason.Zh, reason.En));
        Assert.Equal(new CaseError.NotMoved(new MoveError.ReasonMissing()), await MoveAsync(one, LegacyFeeAction.ClassifyByHand));
        Assert.Null(await MoveAsync(one, LegacyFeeAction.ClassifyByHand, "按2021年国家说明，余款不再收"));
        Assert.Equal((LegacyFeeState.Classified, LegacyFeeDisposal.RemainderWaived), ((await OneAsync()).State, (await OneAsync()).Disposal));
        // elsewhere no text names births: the national explanation speaks of all
        await ImportInAsync("6201", Row("兰计征〔2018〕1号", "2018-05-02", 2, "100", "0"));
        Assert.Equal(LegacyFeeState.Classified, await InDatabaseAsync(database => database.Set<LegacyFeeCase>().Where(other => other.DecisionNumber == "兰计征〔2018〕1号").Select(other => other.State).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_number_longer_than_a_decision_has_is_told_of_its_row_and_a_notice_that_does_not_fit_is_refused()
    {
        var outcome = await ImportAsync(Row(new string('9', LegacyFeeCase.NumberLength + 1), "2018-05-02", 3, "40000", "100"), Row("长南计征〔2018〕21号", "2018-05-02", 3, "40000", "40000"));
        Assert.Equal((1, "决定书文号"), (outcome.Kept, Assert.Single(outcome.Findings).Column));
        Assert.Equal(new CaseError.TooManyWords(LegacyFeeCase.NumberLength), await MoveAsync(await OneAsync(), LegacyFeeAction.GiveNotice, new string('9', LegacyFeeCase.NumberLength + 1)));
    }

    [Fact]
    public async Task Who_classified_does_not_dispose_and_the_person_concerned_finds_the_own_case_only()
    {
        await ImportAsync(Row("长南计征〔2018〕17号", "2018-05-02", 3, "40000", "10000"));
        var one = await OneAsync();
        Assert.Equal(new CaseError.NotMoved(new MoveError.SamePerson()), await MoveAsync(one, LegacyFeeAction.Dispose));
        Assert.IsType<CaseError.Missing>(await AsOfficerAsync(services => Service(services).MoveAsync(one.Id, LegacyFeeAction.Dispose, one.Version, null, Stop), place: "1401"));
        Assert.Equal(one.Id, (await AskAsync(one.DecisionNumber, Person)).One!.Id);
        Assert.Equal(one.Id, (await AskAsync(" 长南计征[２０１８]17号", "２２０１０４１９８５０３０４００２ｘ")).One!.Id);   // as people write it
        Assert.Null((await AskAsync(one.DecisionNumber, Spouse)).One);
        Assert.Equal("2201****2X", Assert.Single(await AsOfficerAsync(services => Task.FromResult(Service(services).PersonsOf(one)))).IdNumber.ToString());
    }

    [Fact]
    public async Task Either_spouse_of_a_decision_on_both_finds_it_also_while_and_after_the_key_is_changed()
    {
        var row = Row("长南计征〔2018〕18号", "2018-05-02", 3, "40000", "10000", $"样例配偶,{Spouse}");
        Assert.Equal(1, (await ImportAsync(row)).Kept);
        var again = await ImportAsync(row);
        Assert.Equal((0, 0), (again.Kept, again.Findings.Count));
        var alone = await ImportAsync(Row("长南计征〔2018〕18号", "2018-05-02", 3, "40000", "10000"));   // the other is part of what it says
        Assert.Contains("内容不同", Assert.Single(alone.Findings).Zh, StringComparison.Ordinal);

        var id = (await OneAsync()).Id;
        await BothFindItAsync();
        Running.Services.GetRequiredService<FieldKeyRing>().Add();
        await BothFindItAsync();
        Assert.Equal(4, await Running.InScopeAsync(services => services.GetRequiredService<FieldRotation>().RunAsync(cancellationToken: Stop)));   // two names, two numbers
        await BothFindItAsync();
        Assert.Null((await AskAsync("长南计征〔2018〕18号", "220104199311200011")).One);

        async Task BothFindItAsync()
        {
            foreach (var person in new[] { Person, Spouse })
                Assert.Equal(id, (await AskAsync("长南计征〔2018〕18号", person)).One?.Id);
        }
    }

    [Theory]
    [InlineData("样例配偶,", "另一当事人身份证号")]
    [InlineData("," + Spouse, "另一当事人")]
    [InlineData("样例配偶," + Person, "另一当事人身份证号")]
    [InlineData(Spouse + "," + Spouse, "另一当事人")]
    [InlineData("样例配偶,220104201903040023", "决定日期")]
    public async Task A_second_person_without_name_or_number_twice_the_same_or_younger_than_the_decision_is_told_at_the_cell(string other, string column)
    {
        var outcome = await ImportAsync(Row("长南计征〔2018〕19号", "2018-05-02", 3, "40000", "10000", other));
        Assert.Equal((0, column), (outcome.Kept, Assert.Single(outcome.Findings).Column));
    }

    [Fact]
    public async Task A_row_imported_wrongly_is_taken_out_for_a_reason_and_the_right_one_imported()
    {
        await ImportAsync(Row("长南计征〔2018〕50号", "2018-05-02", 3, "50000", "10000"));
        var wrong = await OneAsync();
        Assert.Equal(new CaseError.NotMoved(new MoveError.ReasonMissing()), await MoveAsync(wrong, LegacyFeeAction.TakeOut));
        Assert.IsType<CaseError.Missing>(await AsOfficerAsync(services => Service(services).MoveAsync(wrong.Id, LegacyFeeAction.TakeOut, wrong.Version, "金额录错", Stop), place: "1401"));
        Assert.IsType<CaseError.NotMoved>(await AsOfficerAsync(services => Service(services).MoveAsync(wrong.Id, LegacyFeeAction.TakeOut, wrong.Version - 1, "金额录错", Stop)));
        Assert.Null(await MoveAsync(wrong, LegacyFeeAction.TakeOut, "金额录错，决定书是 40000 元"));
        var gone = await OneAsync();
        Assert.Equal((LegacyFeeState.TakenOut, wrong.Version + 1, "金额录错，决定书是 40000 元"), (gone.State, gone.Version, gone.Reason));
        Assert.Equal(gone.Reason, await InDatabaseAsync(database => database.AuditEntries.Where(entry => entry.Action == "TakeOut" && entry.SubjectId == wrong.Id).Select(entry => entry.Reason).SingleAsync(Stop)));
        Assert.Null((await AskAsync(wrong.DecisionNumber, Person)).One);
        Assert.Equal((Money.Zero, Money.Zero), await SumsAsync());

        Assert.Equal(1, (await ImportAsync(Row("长南计征〔2018〕50号", "2018-05-02", 3, "40000", "10000"))).Kept);
        Assert.Equal((Money.FromYuan(40_000), Money.FromYuan(10_000)), await SumsAsync());
        var right = (await AskAsync(wrong.DecisionNumber, Person)).One!;
        Assert.Equal((LegacyFeeState.Classified, Money.FromYuan(40_000)), (right.State, right.Decided));
        // what was taken out by mistake comes in again, and again
        Assert.Null(await MoveAsync(right, LegacyFeeAction.TakeOut, "点错了"));
        Assert.Equal(1, (await ImportAsync(Row("长南计征〔2018〕50号", "2018-05-02", 3, "40000", "10000"))).Kept);
        Assert.Equal(Money.FromYuan(40_000), (await SumsAsync()).Decided);
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task A_case_left_to_hand_can_be_taken_out_and_one_that_was_disposed_of_or_told_cannot()
    {
        await ImportAsync(Row("长南计征〔2018〕51号", "2018-05-02", 2, "40000", "10000"));
        Assert.Null(await MoveAsync(await OneAsync(), LegacyFeeAction.TakeOut, "孩次录错"));
        await ImportAsync(Row("长南计征〔2018〕51号", "2018-05-02", 3, "40000", "10000"));
        foreach (var (action, officer) in new[] { (LegacyFeeAction.Dispose, "officer-2"), (LegacyFeeAction.GiveNotice, "officer-1"), (LegacyFeeAction.Archive, "officer-1") })
        {
            Assert.Null(await MoveAsync(await OnListAsync(), action, "长南告〔2026〕2号", officer));
            Assert.IsType<MoveError.Illegal>(Assert.IsType<CaseError.NotMoved>(await MoveAsync(await OnListAsync(), LegacyFeeAction.TakeOut, "金额录错")).Why);
        }

        Task<LegacyFeeCase> OnListAsync() => InDatabaseAsync(database => database.Set<LegacyFeeCase>().AsNoTracking().SingleAsync(one => one.State != LegacyFeeState.TakenOut, Stop));
    }

    [Fact]
    public async Task Who_tries_numbers_of_decisions_with_a_neighbours_identity_number_is_locked_out_for_a_while()
    {
        await ImportAsync(Row("长南计征〔2018〕30号", "2018-05-02", 3, "40000", "10000"));
        for (var number = 31; number < 36; number++)
            Assert.Equal((null, false), await AskAsync($"长南计征〔2018〕{number}号", Person));
        Assert.Equal((null, true), await AskAsync("长南计征〔2018〕30号", Person));
        Assert.NotNull((await AskAsync("长南计征〔2018〕30号", Person, "family-2")).One);
        Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.NotNull((await AskAsync("长南计征〔2018〕30号", Person)).One);
    }

    [Fact]
    public async Task A_decision_written_with_other_brackets_is_the_same_and_one_that_names_another_person_is_told_and_not_passed_over()
    {
        Assert.Equal(1, (await ImportAsync(Row("长南计征〔2018〕40号", "2018-05-02", 3, "40000", "25000"))).Kept);
        var same = await ImportAsync(Row("长南计征[2018] ４０号", "2018-05-02", 3, "40000", "25000"));
        Assert.Equal((0, 0), (same.Kept, same.Findings.Count));   // taken earlier
        foreach (var other in new[] { Row("长南计征〔2018〕40号", "2018-05-02", 3, "40000", "25000").Replace(Person, Spouse, StringComparison.Ordinal), Row("长南计征【2018】40号", "2018-05-02", 3, "40000", "25000").Replace("样例当事人", "别的当事人", StringComparison.Ordinal) })
            Assert.Contains("内容不同", Assert.Single((await ImportAsync(other)).Findings).Zh, StringComparison.Ordinal);
        Assert.Equal("长南计征〔2018〕40号", (await OneAsync()).DecisionNumber);
    }

    [Fact]
    public async Task A_sum_that_no_decision_has_and_a_decision_before_the_persons_birth_are_told_and_the_figures_of_the_place_still_stand()
    {
        var outcome = await ImportAsync(Row("长南计征〔2018〕41号", "2018-05-02", 3, "92233720368547758", "0"), Row("长南计征〔2018〕42号", "2018-05-02", 3, "92233720368547758", "92233720368547758"),
            Row("长南计征〔2018〕43号", "1801-05-02", 3, "40000", "0"), Row("长南计征〔2018〕44号", "2018-05-02", 3, "40000", "0"));
        Assert.Equal((1, "2 决定金额（元） 3 决定金额（元） 4 决定日期"), (outcome.Kept, string.Join(' ', outcome.Findings.Select(finding => $"{finding.Line} {finding.Column}"))));
        Assert.Equal(Money.FromYuan(40_000), (await AsOfficerAsync(services => Service(services).FiguresAsync([new HeldRole(Role.Supervisor, City)], Stop))).Decided);
    }

    [Fact]
    public async Task The_list_to_take_away_and_the_notice_say_what_became_of_it_with_the_person_masked()
    {
        var (papers, one) = (await AsOfficerAsync(services => Task.FromResult(services.GetRequiredService<BirthPrints>())), await ImportedAsync("长南计征〔2018〕45号"));
        PrintContent? Notice(LegacyFeeCase of) => papers.FeeNoticeOf(of, [("𠮷田", Masked.Of(FieldKind.IdNumber, Person)), ("样例配偶", Masked.Of(FieldKind.IdNumber, Spouse))]);
        Assert.Null(Notice(one));
        Assert.Null(await MoveAsync(one, LegacyFeeAction.Dispose, officer: "officer-2"));
        var said = Notice(await OneAsync())!.Lines.ToDictionary(line => line.Zh);
        Assert.Equal(("15000.00", "2201****2X", "𠮷*"), (said["不再收（元）"].Value, said["证件号"].Value, said["当事人"].Shown));   // 40000 decided, 25000 collected
        Assert.Equal(("样例配偶", "样***", "2201****24"), (said["另一当事人"].Value, said["另一当事人"].Shown, said["另一当事人证件号"].Value));
        var row = Assert.Single(await AsOfficerAsync(async services => Service(services).SheetOf([await OneAsync()]).Rows.ToList()));
        Assert.Equal("长南计征〔2018〕45号|样****|2201****2X|样***|2201****24|已处理，待告知|15000", string.Join('|', row[0], row[2], row[3], row[4], row[5], row[7], $"{row[11]:0}"));
    }

    [Fact]
    public async Task The_template_is_read_and_a_checked_list_names_what_is_wrong_beside_each_row()
    {
        var spec = await AsOfficerAsync(services => Task.FromResult(Service(services).ListOf(City)));
        var (template, _) = TableFile.Read(spec.Template(), "old.xlsx");
        Assert.Equal(Columns, Enumerable.Range(0, template!.Columns).Select(column => template[0, column]));
        var (table, _) = TableFile.Read(spec.Read(Csv(Row("长南计征〔2018〕14号", "去年五月", 3, "四万", "0")), "list.csv").Marked(_ => ""), "checked.xlsx");
        Assert.Contains("不是日期", table![1, Columns.Length], StringComparison.Ordinal);
        Assert.Contains("不是金额", table[1, Columns.Length], StringComparison.Ordinal);
        Assert.All(spec.Read("文号,日期\n1,2"u8.ToArray(), "list.csv").Findings, finding => Assert.Contains("模板", finding.Zh, StringComparison.Ordinal));
    }

    private static string Row(string number, string day, int birth, string decided, string collected, string other = ",") => $"{number},{day},样例当事人,{Person},{other},{birth},{decided},{collected},未申请执行";

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [string.Join(',', Columns), .. rows]));

    private static LegacyFeeService Service(IServiceProvider services) => services.GetRequiredService<LegacyFeeService>();

    private Task<(int Kept, IReadOnlyList<RowFinding> Findings)> ImportAsync(params string[] rows) => ImportInAsync("2201", rows);

    // As the page does: what is wrong is noted when the list is checked, and the rows that are right are taken.
    private Task<(int Kept, IReadOnlyList<RowFinding> Findings)> ImportInAsync(string place, params string[] rows) => AsOfficerAsync(async services =>
    {
        var (division, service) = (DivisionCode.Parse(place), Service(services));
        var (spec, database) = (service.ListOf(division), services.GetRequiredService<Cradle.Platform.Data.PlatformDbContext>());
        var reading = spec.Read(Csv(rows), "list.csv");
        service.RecordAttempts(division, reading);
        await database.SaveChangesAsync(Stop);
        var outcome = await services.GetRequiredService<ImportService>().TakeAsync(spec, reading, null, (row, stop) => service.TakeAsync(division, row, stop), Stop);
        return (outcome.Taken.Count, (IReadOnlyList<RowFinding>)[.. reading.Findings, .. outcome.Refused]);
    }, place: place);

    private async Task<LegacyFeeCase> ImportedAsync(string number)
    {
        await ImportAsync(Row(number, "2018-05-02", 3, "40000", "25000", $"样例配偶,{Spouse}"));
        return await OneAsync();
    }

    private Task<(LegacyFeeCase? One, bool IsLocked)> AskAsync(string number, string person, string who = Family) => AsFamilyAsync(services => Service(services).OwnAsync(number, person, Stop), who);

    private Task<CaseError?> MoveAsync(LegacyFeeCase one, LegacyFeeAction action, string? text = null, string officer = "officer-1") =>
        AsOfficerAsync(services => Service(services).MoveAsync(one.Id, action, one.Version, text, Stop), officer);

    private Task<(Money Decided, Money Collected)> SumsAsync() => AsOfficerAsync(async services =>
    {
        var figures = await Service(services).FiguresAsync([new HeldRole(Role.Supervisor, City)], Stop);
        return (figures.Decided, figures.Collected);
    });

    private Task<LegacyFeeCase> OneAsync() => InDatabaseAsync(database => database.Set<LegacyFeeCase>().AsNoTracking().SingleAsync(Stop));

    private async Task<LegacyFeeCase> DisposedAsync(string row)
    {
        await ImportAsync(row);
        Assert.Null(await MoveAsync(await OneAsync(), LegacyFeeAction.Dispose, officer: "officer-2"));
        Assert.Equal(new CaseError.NotMoved(new MoveError.ReasonMissing()), await MoveAsync(await OneAsync(), LegacyFeeAction.GiveNotice));
        Assert.Null(await MoveAsync(await OneAsync(), LegacyFeeAction.GiveNotice, "长南告〔2026〕1号"));
        Assert.Null(await MoveAsync(await OneAsync(), LegacyFeeAction.Archive));
        return await OneAsync();
    }
}

public sealed class SqliteLegacyFeeTests() : LegacyFeeTests(null);

public sealed class PostgreSqlLegacyFeeTests(PostgreSqlServer server) : LegacyFeeTests(server);
