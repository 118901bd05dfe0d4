using Cradle.Births;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Work;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

public abstract class WorkTests(PostgreSqlServer? server) : CaseSuite(server)
{
    private static readonly IReadOnlyList<HeldRole> Here = [new(Role.Supervisor, DivisionCode.Parse("2201"))];

    [Fact]
    public async Task A_family_takes_over_what_a_worker_filed_with_both_numbers_and_nobody_else_does()
    {
        var (worker, family) = (await AccountAsync("worker"), await AccountAsync("li"));
        var (cases, _) = await AsAsync(ActorKind.Worker, worker, "220104", [BirthsModule.Apply], services => services.GetRequiredService<CaseIntake>().SubmitAsync(
            Guid.NewGuid(), Form() with { HasConsent = true, Children = [new("大宝", Sex.Female, "A260000001"), new("小宝", Sex.Male, "A260000002")] }, Stop));
        Assert.Null(await ClaimAsync(cases[0].Number, "140105199503040020", family));
        Assert.Null(await ClaimAsync("20260302000000001", "220104199503040024", family));
        Assert.Equal($"/births/cases/{cases[0].Id}", await ClaimAsync(cases[0].Number, " ２２０１０４ 199503040024", family));
        // the twin comes with it, and the worker still sees both
        foreach (var who in new[] { family, worker })
            Assert.NotNull(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().OwnAsync(cases[1].Id, Stop), who));
        Assert.Null(await ClaimAsync(cases[0].Number, "220104199503040024", await AccountAsync("wang")));
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task Who_looked_at_a_file_before_its_family_took_it_over_stands_in_the_familys_list_and_in_no_others()
    {
        var (worker, officer, family, other) = (await AccountAsync("worker"), await AccountAsync("officer"), await AccountAsync("li"), await AccountAsync("wang"));
        var (cases, _) = await AsAsync(ActorKind.Worker, worker, "220104", [BirthsModule.Apply], services => services.GetRequiredService<CaseIntake>().SubmitAsync(Guid.NewGuid(), Form() with { HasConsent = true }, Stop));
        await AsOfficerAsync(async services =>
        {
            Assert.Null(await services.GetRequiredService<CaseService>().UnmaskAsync(cases[0].Id, "电话核实", Stop));
            return await services.GetRequiredService<Cradle.Platform.Data.PlatformDbContext>().SaveChangesAsync(Stop);
        }, officer);
        Assert.NotNull(await ClaimAsync(cases[0].Number, "220104199503040024", family));
        Assert.NotNull(await ClaimAsync(cases[0].Number, "220104199503040024", family));   // once more, as after going back
        Task<IReadOnlyList<RecordedView>> ViewsAsync(string who) => AsFamilyAsync(services => services.GetRequiredService<ViewLog>().OfAsync(Guid.ParseExact(who, "N"), cancellationToken: Stop), who);
        var view = Assert.Single(await ViewsAsync(family));
        Assert.Equal((true, "电话核实", officer, cases[0].Id), (view.IsWhole, view.Entry.Reason, view.Entry.ActorId, view.Subject.Id));
        Assert.Empty(await ViewsAsync(other));
    }

    [Fact]
    public async Task Who_guesses_at_a_receipt_is_locked_out_for_a_while_and_so_is_the_receipt_and_every_failure_is_in_the_log()
    {
        const string Wrong = "140105199503040020";
        const string Right = "220104199503040024";
        var (worker, guesser, family) = (await AccountAsync("worker"), await AccountAsync("guesser"), await AccountAsync("li"));
        var (cases, _) = await AsAsync(ActorKind.Worker, worker, "220104", [BirthsModule.Apply], services => services.GetRequiredService<CaseIntake>().SubmitAsync(Guid.NewGuid(), Form() with { HasConsent = true }, Stop));
        for (var guess = 0; guess < 5; guess++)
            Assert.Equal(new ClaimOutcome(null), await TryClaimAsync(cases[0].Number, Wrong, guesser));
        // the receipt is locked for another account, the account for another receipt, and neither is told by the right number
        Assert.Equal(new ClaimOutcome(null, IsLocked: true), await TryClaimAsync(cases[0].Number, Right, family));
        Assert.Equal(new ClaimOutcome(null, IsLocked: true), await TryClaimAsync("20260302000000001", Right, guesser));
        Assert.Equal(5, await InDatabaseAsync(database => database.AuditEntries.CountAsync(entry => entry.Action == "claim-failed" && entry.SubjectId == cases[0].Id && entry.ActorId == guesser, Stop)));
        Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.NotNull(await ClaimAsync(cases[0].Number, Right, family));
        // receipts that do not exist count for the account alone
        for (var guess = 0; guess < 5; guess++)
            Assert.False((await TryClaimAsync($"2026030200000000{guess}", Right, guesser)).IsLocked);
        Assert.True((await TryClaimAsync("20260302000000009", Right, guesser)).IsLocked);
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task What_a_worker_filed_goes_to_another_of_the_division_with_a_reason_and_never_to_a_stranger()
    {
        var (from, to, far) = (await AccountAsync("worker"), await WorkerAsync("taker", "220104"), await WorkerAsync("far", "140105"));
        var (cases, _) = await AsAsync(ActorKind.Worker, from, "220104", [BirthsModule.Apply], services => services.GetRequiredService<CaseIntake>().SubmitAsync(Guid.NewGuid(), Form() with { HasConsent = true }, Stop));
        Assert.Equal(1, Assert.Single(await AsOfficerAsync(services => services.GetRequiredService<WorkService>().FiledAsync(Here, Stop))).Open);
        Assert.Null(await HandOverAsync(from, far, "调走"));
        Assert.Null(await HandOverAsync(from, to, " "));
        Assert.Equal(1, await HandOverAsync(from, to, "调走"));
        Assert.NotNull(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().OwnAsync(cases[0].Id, Stop), to));
        Assert.Null(await AsFamilyAsync(services => services.GetRequiredService<CaseService>().OwnAsync(cases[0].Id, Stop), from));
        Assert.Equal(to, Assert.Single(await AsOfficerAsync(services => services.GetRequiredService<WorkService>().FiledAsync(Here, Stop))).Account);
        Assert.Single(await InboxAsync(Guid.ParseExact(to, "N")));
    }

    [Fact]
    public async Task What_hangs_is_pressed_for_with_those_who_decide_there_and_then_with_those_above_and_only_by_a_supervisor_of_the_place()
    {
        var (city, province) = (await GrantedAsync("city", Role.DepartmentOfficer, "2201"), await GrantedAsync("province", Role.DepartmentOfficer, "22"));
        Department.Status = 400;   // the department refuses the request itself: nobody can take it
        await SubmitAsync(Form());
        await DeliverAsync();
        Assert.Equal(1, await PressAsync(false, "2201"));
        Assert.Single(await InboxAsync(city));
        Assert.Empty(await InboxAsync(province));
        Assert.Equal(1, await PressAsync(true, "2201"));
        Assert.Single(await InboxAsync(province));
        Assert.Equal(0, await PressAsync(false, "1401"));

        // of a place that is not connected the office of the case is pressed: nobody else can do anything
        var away = DivisionCode.Parse("110105");
        await SubmitAsync(Form() with { Birthplace = away, BirthDate = new DateOnly(2026, 2, 19), Children = [new("样例宝宝", Sex.Female, "A260000002")] });
        await DeliverAsync();
        Assert.Equal((1, 2), (await PressAsync(false, "2201", away), (await InboxAsync(city)).Count));
        Assert.Equal(0, await PressAsync(false, "1401", away));
    }

    [Fact]
    public async Task The_worklist_is_exported_with_every_number_masked_and_who_took_it_is_in_the_workbook_and_the_log()
    {
        await SubmitAsync(Form() with { Mother = new Person("𠮷田样例", "220104199503040024", Changchun) });
        var bytes = await AsOfficerAsync(services => services.GetRequiredService<CaseExport>().WriteAsync(Here, null, "演示·经办人", services.GetRequiredService<TypedPlace>(), Stop));
        var (table, _) = TableFile.Read(bytes, "cases.xlsx");
        Assert.Equal(["𠮷***", "2201****24", "138****0000"], new[] { table![1, 4], table[1, 5], table[1, 6] });
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        var text = string.Concat(archive.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        Assert.DoesNotContain("220104199503040024", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", text, StringComparison.Ordinal);
        Assert.Contains("演示·经办人", text, StringComparison.Ordinal);
        Assert.Single(await InDatabaseAsync(database => database.AuditEntries.AsNoTracking().Where(entry => entry.Action == "exported").ToListAsync(Stop)));
    }

    private async Task<string> WorkerAsync(string name, string place) => $"{await GrantedAsync(name, Role.FrontlineWorker, place):N}";

    private async Task<string?> ClaimAsync(string number, string idNumber, string who) => (await TryClaimAsync(number, idNumber, who)).Page;

    private Task<ClaimOutcome> TryClaimAsync(string number, string idNumber, string who) => AsFamilyAsync(services => services.GetRequiredService<WorkService>().ClaimAsync(number, idNumber, Stop), who);

    private async Task<int?> HandOverAsync(string from, string to, string reason) =>
        await AsOfficerAsync(services => services.GetRequiredService<WorkService>().HandOverAsync(Here, from, to, reason, Stop)) is (var moved, null) ? moved : null;

    private Task<int> PressAsync(bool above, string place, DivisionCode? of = null) =>
        AsOfficerAsync(services => services.GetRequiredService<WorkService>().PressAsync(ServiceGraph.Certificate, of ?? Changchun, above, Stop), place: place);

    private Task<List<Notice>> InboxAsync(Guid account) => Running.InScopeAsync(services => services.GetRequiredService<Notifier>().InboxOf(account).ToListAsync(Stop));
}

public sealed class SqliteWorkTests() : WorkTests(null);

public sealed class PostgreSqlWorkTests(PostgreSqlServer server) : WorkTests(server);
