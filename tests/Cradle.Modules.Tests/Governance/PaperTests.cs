using System.Security.Cryptography;
using System.Text;
using Cradle.Governance.Commendations;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Papers;
using Cradle.Governance.Provisions;
using Cradle.Platform.Access;
using Cradle.Platform.Files;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What is handed in as a file: kept with what it proves, opened by whom it concerns.</summary>
public abstract class PaperTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nthe list of headmasters");
    private static readonly DivisionCode Taiyuan = DivisionCode.Parse("1401");

    [Fact]
    public async Task A_report_with_a_file_is_proof_and_opens_for_the_units_of_the_task_the_checker_and_the_leader()
    {
        await LoadChangchunAsync();
        var row = await RowAsync(8);   // several units
        var (first, second) = (row.Assignments[0].Unit, row.Assignments[1].Unit);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        await SignAsync(row.Id, first);
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, first, "开设托班4个", [Paper()], Stop));

        var proof = Assert.Single((await TaskAsync(row.Id)).Evidence);
        Assert.Equal((EvidenceKind.File, first, (bool?)null), (proof.Kind, proof.Unit, proof.IsAccepted));
        var paper = Assert.Single(await AsAsync<PaperService, IReadOnlyList<Paper>>("zhao", Checker, papers => papers.OfAsync(row.AuditSubject, Stop)));
        Assert.Equal((proof.FileId!.Value, "轮岗名单.pdf", Convert.ToHexStringLower(SHA256.HashData(Pdf))), (paper.Id, paper.Name, paper.Hash));

        foreach (var role in new[] { Officer(Changchun, first), Officer(Changchun, second), Officer(Changchun), new HeldRole(Role.Supervisor, Changchun), new HeldRole(Role.Leader, Jilin) })
        {
            Assert.Equal(Pdf, await OpenAsync(role, paper.Id));
        }

        foreach (var role in new[] { Officer(Changchun, "市残联"), Officer(Taiyuan), Officer(Taiyuan, first), Officer(DivisionCode.Parse("220102")), new HeldRole(Role.Citizen, Changchun) })
        {
            Assert.Null(await OpenAsync(role, paper.Id));
        }

        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task A_claim_brings_its_last_file_and_a_claim_that_is_refused_keeps_none()
    {
        await LoadChangchunAsync();
        var row = await RowAsync(7);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        Assert.IsType<LedgerError.Invalid>(await TryAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, "市教育局", row.Version + 1, [Paper()], cancellationToken: Stop)));   // it is not signed for
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<StoredFile>().CountAsync(Stop)));

        await SignAsync(row.Id, "市教育局");
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, "市教育局", "轮岗40人", cancellationToken: Stop));
        var started = await TaskAsync(row.Id);
        Assert.Empty(started.Evidence);
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, "市教育局", started.Version, [Paper()], cancellationToken: Stop));   // the file is the proof that a claim needs
        var claimed = await TaskAsync(row.Id);
        Assert.Equal(KeyTaskState.CompletionClaimed, claimed.State);
        Assert.NotNull(Assert.Single(claimed.Evidence).FileId);
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, "市政府督查室", new HashSet<Guid> { claimed.Evidence[0].Id }, claimed.Version, null, Stop));
        Assert.Equal(KeyTaskState.EvidenceChecked, (await TaskAsync(row.Id)).State);
    }

    [Fact]
    public async Task A_proof_is_a_number_or_a_file_and_not_neither()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(7);
        Assert.IsType<LedgerError.Invalid>(await TryAsync("li", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput("市教育局", "名单", ""), Stop)));
        Assert.IsType<LedgerError.Invalid>(await TryAsync("li", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput("市教育局", "", "") { Files = [Paper()] }, Stop)));
        await DoAsync("li", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput("市教育局", "名单", "") { Files = [Paper(), Paper("照片.pdf", "%PDF-1.7\nanother")] }, Stop));
        Assert.Equal(2, (await TaskAsync(row.Id)).Evidence.Count(proof => proof is { Kind: EvidenceKind.File, Label: "名单" }));
    }

    [Fact]
    public async Task What_was_checked_takes_no_further_proof_until_it_is_opened_again()
    {
        await LoadChangchunAsync();
        await CloseRowAsync(20);
        var row = await RowAsync(20);
        var unit = row.Assignments[0].Unit;
        Assert.IsType<LedgerError.Invalid>(await TryAsync("li", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput(unit, "补充", "") { Files = [Paper()] }, Stop)));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<StoredFile>().CountAsync(Stop)));
        await DoAsync("office", Office, tasks => tasks.ReopenAsync(row.Id, row.Version, "发现新规定", Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput(unit, "补充", "") { Files = [Paper()] }, Stop));
        Assert.Equal(2, (await TaskAsync(row.Id)).Evidence.Count);
    }

    [Fact]
    public async Task Papers_of_a_filing_open_for_the_level_above_and_not_for_the_neighbour()
    {
        var (id, error) = await AsAsync<MeasureService, (Guid, LedgerError?)>("city", Office, measures => measures.FileAsync(Changchun, "补助办法", "000/二（四）", ["正文"], ["正文"], [Paper("正文.pdf")], Stop));
        Assert.Null(error);
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("province", Checker, measures => measures.MoveFilingAsync(id, FilingAction.Receive, cancellationToken: Stop)));
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("province", Checker, measures => measures.MoveFilingAsync(id, FilingAction.AskForMore, "缺测算", cancellationToken: Stop)));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("city", Office, measures => measures.MoveFilingAsync(id, FilingAction.Supplement, "资金测算", [Paper("测算.pdf", "%PDF-1.7\nmoney")], Stop)));
        var papers = await AsAsync<PaperService, IReadOnlyList<Paper>>("province", Checker, service => service.OfAsync(new("filing", id), Stop));
        Assert.Equal(["正文.pdf", "测算.pdf"], papers.Select(paper => paper.Name));
        Assert.NotNull(await OpenAsync(new HeldRole(Role.Supervisor, Jilin), papers[0].Id));
        Assert.Null(await OpenAsync(new HeldRole(Role.Supervisor, Taiyuan), papers[0].Id));
    }

    [Fact]
    public async Task What_a_complainant_hands_in_opens_for_the_unit_it_was_sent_to_and_no_other_unit()
    {
        var (id, error) = await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.ComplainAsync(Changchun, "school", "入学要求计划生育证明", "某小学", Today.AddDays(10), [Paper("通知.pdf")], Stop));
        Assert.Null(error);
        var paper = Assert.Single(await AsAsync<PaperService, IReadOnlyList<Paper>>("office", Office, service => service.OfAsync(new("refusal-complaint", id), Stop)));
        Assert.NotNull(await OpenAsync(Officer(Changchun, "市教育局"), paper.Id));
        Assert.NotNull(await OpenAsync(Officer(Changchun), paper.Id));
        Assert.Null(await OpenAsync(Officer(Changchun, "市公安局"), paper.Id));
    }

    [Fact]
    public async Task A_file_that_another_applicant_of_the_call_holds_is_refused_whatever_its_name()
    {
        var (call, _) = await AsAsync<CommendationService, (Guid, LedgerError?)>("leader", Leader, service => service.CallAsync(Jilin, "儿童友好城市", ["制度健全"], Today, Today.AddDays(30), 7, Stop));
        Assert.Null((await ApplyAsync("长春市", Changchun, "材料一", "总结.pdf")).Error);
        Assert.IsType<LedgerError.Doubled>((await ApplyAsync("吉林市", DivisionCode.Parse("2202"), "材料二", "我们的总结.pdf")).Error);
        Assert.Equal((1, 1), await InDatabaseAsync(async database => (await database.Set<Nomination>().CountAsync(Stop), await database.Set<StoredFile>().CountAsync(Stop))));

        Task<(Guid, LedgerError? Error)> ApplyAsync(string applicant, DivisionCode place, string evidence, string file) =>
            AsAsync<CommendationService, (Guid, LedgerError?)>("city", Office, service => service.ApplyAsync(call, place, applicant, [evidence], null, [Paper(file)], Stop));
    }

    private static HeldRole Officer(DivisionCode division, string? unit = null) => new(Role.DepartmentOfficer, division, unit);

    private static Upload Paper(string name = "轮岗名单.pdf", string? text = null) => UploadRule.Evidence.Check(name, text is null ? Pdf : Encoding.ASCII.GetBytes(text)).Upload!;

    private Task<byte[]?> OpenAsync(HeldRole role, Guid file) => AsRoleAsync<FileStore, byte[]?>("reader", role, async files => (await files.OpenAsync(file, Stop))?.Content);
}

public sealed class SqlitePaperTests() : PaperTests(null);

public sealed class PostgreSqlPaperTests(PostgreSqlServer server) : PaperTests(server);
