using Cradle.Governance.Assessment;
using Cradle.Governance.Commendations;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Platform.Access;
using Cradle.Platform.Tests;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What a place sends up, and how it is assessed, is decided by the level above and never by the place itself, whatever roles its people hold.</summary>
public abstract class OwnLevelTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    private static readonly DivisionCode Nanguan = DivisionCode.Parse("220102");

    [Fact]
    public async Task The_places_own_checker_does_not_score_it_nor_decide_what_it_objects_and_its_leader_neither_approves_nor_publishes()
    {
        var id = await ReportedAsync();
        Assert.IsType<LedgerError.OwnLevel>(await ByAsync("own", Role.Supervisor, Nanguan, service => service.ScoreAsync(id, Changchun, new Dictionary<string, decimal>(), Stop)));
        Assert.Null(await ByAsync("city", Role.Supervisor, Changchun, service => service.ScoreAsync(id, Changchun, new Dictionary<string, decimal>(), Stop)));
        Assert.Null(await ByAsync("county", Role.DepartmentOfficer, Nanguan, service => service.ObjectAsync(id, "漏报一所", Stop)));
        Assert.IsType<LedgerError.OwnLevel>(await ByAsync("own", Role.Supervisor, Nanguan, service => service.DecideObjectionAsync(id, true, "属实", new Dictionary<string, decimal>(), Stop)));
        Assert.IsType<LedgerError.Invalid>(await ByAsync("city", Role.Supervisor, Changchun, service => service.DecideObjectionAsync(id, false, "属实", new Dictionary<string, decimal>(), Stop)));   // who gave the score
        Assert.Null(await ByAsync("colleague", Role.Supervisor, Changchun, service => service.DecideObjectionAsync(id, true, "属实", new Dictionary<string, decimal>(), Stop)));
        Assert.IsType<LedgerError.OwnLevel>(await ByAsync("ownleader", Role.Leader, Nanguan, service => service.ApproveAsync(id, Stop)));
        Assert.Null(await ByAsync("leader", Role.Leader, Changchun, service => service.ApproveAsync(id, Stop)));
        Assert.IsType<LedgerError.OwnLevel>(await ByAsync("ownleader", Role.Leader, Nanguan, service => service.NoticeAsync(id, Stop)));
        Assert.Null(await ByAsync("leader", Role.Leader, Changchun, service => service.NoticeAsync(id, Stop)));
    }

    [Fact]
    public async Task The_place_that_filed_a_scheme_does_not_receive_it_and_the_nation_files_with_nobody()
    {
        var (filing, error) = await AsRoleAsync<MeasureService, (Guid, LedgerError?)>("county", new HeldRole(Role.DepartmentOfficer, Nanguan), measures => measures.FileAsync(Nanguan, "补助办法", "001/17", ["正文"], ["正文"], cancellationToken: Stop));
        Assert.Null(error);
        Assert.IsType<LedgerError.OwnLevel>(await ReceiveAsync("own", Nanguan));
        Assert.Null(await ReceiveAsync("city", Changchun));
        Assert.IsType<LedgerError.OwnLevel>((await AsAsync<MeasureService, (Guid, LedgerError? Error)>("nation", Office, measures => measures.FileAsync(DivisionCode.Nation, "办法", "000/一", ["正文"], ["正文"], cancellationToken: Stop))).Error);

        Task<LedgerError?> ReceiveAsync(string officer, DivisionCode held) => AsRoleAsync<MeasureService, LedgerError?>(officer, new HeldRole(Role.Supervisor, held), measures => measures.MoveFilingAsync(filing, FilingAction.Receive, cancellationToken: Stop));
    }

    [Fact]
    public async Task The_applicants_own_checker_and_leader_take_no_step_of_a_call_of_the_level_above()
    {
        var (call, error) = await CallsAsync("leader", Role.Leader, Changchun, service => service.CallAsync(Changchun, "示范区", ["制度健全"], Today, Today.AddDays(30), 7, Stop));
        Assert.Null(error);
        (var id, error) = await CallsAsync("county", Role.DepartmentOfficer, Nanguan, service => service.ApplyAsync(call, Nanguan, "南关区", ["总结"], cancellationToken: Stop));
        Assert.Null(error);
        await OnlyAboveAsync(Role.Supervisor, service => service.MoveAsync(id, NominationAction.CheckEvidence, null, Stop));
        await OnlyAboveAsync(Role.Supervisor, service => service.ScoreAsync(id, Changchun, 90, Stop));
        await OnlyAboveAsync(Role.Leader, service => service.PublishAsync(id, Stop));
        Time.Advance(TimeSpan.FromDays(8));
        await OnlyAboveAsync(Role.Leader, service => service.MoveAsync(id, NominationAction.Award, null, Stop));

        async Task OnlyAboveAsync(Role role, Func<CommendationService, Task<LedgerError?>> act)
        {
            Assert.IsType<LedgerError.OwnLevel>(await CallsAsync("own", role, Nanguan, act));
            Assert.Null(await CallsAsync($"city{role}", role, Changchun, act));
        }

        Task<TResult> CallsAsync<TResult>(string officer, Role role, DivisionCode held, Func<CommendationService, Task<TResult>> act) => AsRoleAsync(officer, new HeldRole(role, held), act);
    }

    [Fact]
    public async Task A_grave_case_is_not_of_a_day_to_come()
    {
        var (call, _) = await AsRoleAsync<CommendationService, (Guid, LedgerError?)>("leader", new HeldRole(Role.Leader, Changchun), service => service.CallAsync(Changchun, "示范区", ["制度健全"], Today, Today.AddDays(30), 7, Stop));
        var (_, error) = await AsRoleAsync<CommendationService, (Guid, LedgerError?)>("county", new HeldRole(Role.DepartmentOfficer, Nanguan), service => service.ApplyAsync(call, Nanguan, "南关区", ["总结"], Today.AddDays(1), cancellationToken: Stop));
        Assert.Equal("GraveCaseOn", Assert.IsType<LedgerError.Invalid>(error).Field);
    }

    private Task<LedgerError?> ByAsync(string officer, Role role, DivisionCode held, Func<AssessmentService, Task<LedgerError?>> act) => AsRoleAsync(officer, new HeldRole(role, held), act);

    // an assessment of a district by its city, with what the district reports
    private async Task<Guid> ReportedAsync()
    {
        Indicator[] indicators = [new("places", "托位", "", "place/1000", 100, ScoringKind.Points, TargetBound.AtLeast, null)];
        Assert.Null((await AsRoleAsync<AssessmentService, (Guid, LedgerError? Error)>("leader", new HeldRole(Role.Leader, Changchun), service => service.PublishAsync(Changchun, 2026, "考核", indicators, [Nanguan], Stop))).Error);
        var id = await InDatabaseAsync(database => database.Set<PlaceAssessment>().Select(assessment => assessment.Id).SingleAsync(Stop));
        Assert.Null(await ByAsync("county", Role.DepartmentOfficer, Nanguan, service => service.SelfReportAsync(id, [new("places", 80, "统计年报")], Stop)));
        return id;
    }
}

public sealed class SqliteOwnLevelTests() : OwnLevelTests(null);

public sealed class PostgreSqlOwnLevelTests(PostgreSqlServer server) : OwnLevelTests(server);
