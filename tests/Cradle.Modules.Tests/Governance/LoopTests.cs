using Cradle.Governance.Board;
using Cradle.Governance.Figures;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Contracts.Figures;
using Cradle.Primitives;
using Cradle.Tests;

namespace Cradle.Modules.Tests.Governance;

/// <summary>The closed loop of the documents of Changchun, its filters and live figures; and a matrix derived from the clauses of a document.</summary>
public abstract class LoopTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    [Fact]
    public async Task The_loop_shows_every_clause_of_the_documents_in_force_and_the_filters_cut_it_down()
    {
        await LoadChangchunAsync();
        var all = await ReadAsync(new LoopFilter());
        Assert.Equal(["000", "001", "003"], all.Select(line => line.Document).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(all.Count(line => line.Document == "001"), (await ReadAsync(new LoopFilter(Document: "001"))).Count);
        Assert.NotEmpty(await ReadAsync(new LoopFilter(Document: "001", Unit: "市教育局")));
        Assert.All(await ReadAsync(new LoopFilter(Unit: "市教育局")), line => Assert.Contains("市教育局", line.Units));
        var part = all.First(line => line.Document == "001").Part;
        Assert.All(await ReadAsync(new LoopFilter(Part: part)), line => Assert.Equal(part, line.Part));
        Assert.All(await ReadAsync(new LoopFilter(OnlyBroken: true)), line => Assert.NotEmpty(line.Broken));
        Assert.Equal(all.Count(line => line.Broken.Count > 0), (await ReadAsync(new LoopFilter(OnlyBroken: true))).Count);
    }

    [Fact]
    public async Task A_task_of_the_ledger_mends_its_clause_and_a_late_one_breaks_it()
    {
        Assert.Contains(Clause7(await ReadAsync(new LoopFilter("001"))).Broken, link => link.Code == "no-task");
        await LoadChangchunAsync();
        Assert.DoesNotContain(Clause7(await ReadAsync(new LoopFilter("001"))).Broken, link => link.Code == "no-task");
        Assert.Equal(1, Clause7(await ReadAsync(new LoopFilter("001"))).Tasks);

        static LoopLine Clause7(IReadOnlyList<LoopLine> lines) => lines.Single(line => line.Clause == "7");
    }

    [Fact]
    public async Task A_clause_shows_the_live_figures_of_its_indicators()
    {
        await LoadChangchunAsync();
        var line = (await ReadAsync(new LoopFilter("001"))).Single(line => line.Clause == "31");
        Assert.Contains(line.Live, live => live is { Figure.Name: "cc-tasks-closed", Value: 2 });   // rows 2 and 9 are done as given
        Assert.Contains(line.Live, live => live is { Figure.Name: "tasks-overdue", Value: 0 });
    }

    [Fact]
    public async Task A_live_count_of_a_module_proves_a_task_and_one_that_nobody_gives_does_not()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(3);
        var unit = row.Assignments[0].Unit;
        Assert.Equal("Figure", Assert.IsType<LedgerError.Invalid>(await TryAsync("li", UnitOfficer, tasks => tasks.ProveLiveAsync(row.Id, unit, "no-such-figure", Stop))).Field);
        await DoAsync("li", UnitOfficer, tasks => tasks.ProveLiveAsync(row.Id, unit, "joint-cases-completed", Stop));
        var proof = (await TaskAsync(row.Id)).Evidence.Single(proof => proof.Kind == EvidenceKind.LiveCount);
        Assert.Equal((0m, "joint-cases-completed"), (proof.Value, proof.Source));
    }

    [Fact]
    public async Task Every_figure_that_a_module_offers_can_be_counted_and_its_name_is_its_own()
    {
        var names = await AsAsync<LiveCounts, IReadOnlyList<LiveFigure>>("office", Office, counts => Task.FromResult(counts.All));
        Assert.Equal(names.Count, names.DistinctBy(figure => figure.Name).Count());
        foreach (var figure in names.Where(figure => figure.Unit != "percent"))
            Assert.NotNull(await AsAsync<LiveCounts, LiveCount?>("office", Office, counts => counts.FindAsync(figure.Name, Changchun, Stop)));
    }

    [Fact]
    public void A_matrix_of_Gansu_is_derived_from_the_clauses_that_name_its_units_without_lead_or_deadline()
    {
        var directory = UnitFile.Read(UnitFile.Find(Repository.PathOf("data", "units"), DivisionCode.Parse("62"))!);
        var reading = MatrixService.Derive(Documents["004"], directory, new DateOnly(2026, 3, 2));
        var row = reading.Rows.Single(row => row.Remark == "004/（三）");
        Assert.Equal(["省财政厅", "省人社厅", "省医保局", "国家金融监管总局甘肃监管局"], row.Joint.Select(unit => unit.Name).Where(name => name is not ("各市州政府" or "兰州新区管委会")));
        Assert.All(reading.Rows, derived => Assert.Empty(derived.Lead));
        Assert.All(reading.Rows, derived => Assert.Equal(DeadlineKind.NotSet, derived.Deadline.Kind));
        Assert.Equal(Enumerable.Range(1, reading.Rows.Count), reading.Rows.Select(derived => derived.Number!.Value));
    }

    [Fact]
    public async Task A_derived_matrix_goes_into_the_ledger_with_its_clauses_and_a_document_without_units_on_file_gives_none()
    {
        var gansu = DivisionCode.Parse("62");
        var directory = UnitFile.Read(UnitFile.Find(Repository.PathOf("data", "units"), gansu)!);
        await AsAsync<UnitService, object?>("office", Office, async units => await units.AddAsync(gansu, directory.All, Stop));
        var reading = MatrixService.Derive(Documents["004"], directory, Today);
        Assert.Equal((reading.Rows.Count, null), await AsAsync<MatrixService, (int, LedgerError?)>("office", Office, matrix => matrix.ImportAsync(gansu, "004", 2026, reading, Stop)));
        Assert.Empty(MatrixService.Derive(Documents["004"], new UnitDirectory([]), Today).Rows);
        Assert.DoesNotContain((await AsAsync<LoopBoard, IReadOnlyList<LoopLine>>("office", Office, board => board.ReadAsync(gansu, new LoopFilter("004"), Stop))).Where(line => reading.Rows.Any(row => row.Remark == $"004/{line.Clause}")), line => line.Tasks == 0);
    }

    [Theory]
    [InlineData("22")]
    [InlineData("14")]
    [InlineData("1401")]
    [InlineData("62")]
    [InlineData("6201")]
    public void Every_directory_that_is_shipped_can_be_read_and_cites_a_clause_that_is_there(string division)
    {
        var path = UnitFile.Find(Repository.PathOf("data", "units"), DivisionCode.Parse(division))!;
        Assert.NotEmpty(UnitFile.Read(path).All);
        var known = Documents.Values.SelectMany(document => document.Clauses).Select(clause => clause.Citation.ToString()).ToHashSet();
        Assert.All(File.ReadLines(path).Skip(2).Select(line => line.Split(',')[6]).Where(source => source.Length > 0), source => Assert.Contains(source, known));
    }

    private Task<IReadOnlyList<LoopLine>> ReadAsync(LoopFilter filter) => AsAsync<LoopBoard, IReadOnlyList<LoopLine>>("office", Office, board => board.ReadAsync(Changchun, filter, Stop));
}

public sealed class SqliteLoopTests() : LoopTests(null);

public sealed class PostgreSqlLoopTests(PostgreSqlServer server) : LoopTests(server);
