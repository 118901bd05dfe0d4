using System.Runtime.CompilerServices;
using Cradle.Governance.Assessment;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Orders;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Tests;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using KeyTask = Cradle.Governance.Ledger.KeyTask;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What nobody can mean is refused by its field, with the reason and what to enter instead, wherever the module saves.</summary>
public abstract class PlausibleTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    private const int Columns = 130;

    [Fact]
    public async Task Every_column_of_the_module_refuses_a_day_a_year_a_text_and_an_amount_that_nobody_can_mean()
    {
        var tried = await InDatabaseAsync(database => Task.FromResult(ColumnsOf(database).Sum(column => Impossible(column).Count(value => IsRefused(database, column, value)))));
        Assert.True(tried > Columns, $"only {tried} values were tried");
    }

    [Fact]
    public void Nothing_of_the_module_is_saved_without_being_looked_at()
    {
        var saving = Directory.EnumerateFiles(Repository.PathOf("src", "Modules", "Cradle.Governance"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("SaveChanges", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["LedgerWatch.cs", "Plausible.cs"], saving);   // the watch writes no word of anybody's
    }

    [Theory]
    [InlineData(99999, 10, "Year")]
    [InlineData(1999, 10, "Year")]
    [InlineData(2026, 201, "Title")]
    public async Task A_task_of_an_impossible_year_or_with_an_endless_title_is_refused_at_its_field_and_leaves_nothing(int year, int title, string field)
    {
        await LoadUnitsAsync();
        var reading = Annex.Reader.Read(new Table([["序号", "主要任务", "责任单位", "完成时限"], ["1", new string('甲', title), "市教育局牵头负责", "2026年底"]]));
        var (_, error) = await AsAsync<MatrixService, (Guid, LedgerError?)>("office", Office, matrix => matrix.AddAsync(Changchun, "own", year, reading, Stop));
        Assert.Equal(field, FieldOf(error));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<KeyTask>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_meeting_before_its_group_and_days_of_another_age_are_refused()
    {
        await LoadUnitsAsync();
        var (body, _) = await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.FoundAsync(Changchun, BodyKind.LeadingGroup, "领导小组", ["市教育局"], new DateOnly(2026, 1, 5), Stop));
        Assert.Equal("HeldOn", FieldOf((await HoldAsync(new DateOnly(2026, 1, 4), new DateOnly(2026, 6, 1))).Error));
        Assert.Equal(new DateOnly(9999, 1, 1), Assert.IsType<LedgerError.Invalid>((await HoldAsync(new DateOnly(2026, 2, 1), new DateOnly(9999, 1, 1))).Error).Value);
        Assert.Equal("Days", FieldOf((await HoldAsync(new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 31))).Error));   // to be done before it was resolved
        Assert.Null((await HoldAsync(new DateOnly(2026, 1, 5), new DateOnly(2026, 6, 1))).Error);
        var row = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        Assert.Equal("RequestedDeadline", FieldOf(await TryAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(row.Id, "市教育局", new DateOnly(9999, 1, 1), row.Version, "等文件", Stop))));
        Assert.Equal("Day", FieldOf(await TryAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(row.Id, "市教育局", Today.AddDays(-1), row.Version, "等文件", Stop))));
        Assert.Equal("By", FieldOf(await TryAsync("office", Office, tasks => tasks.AddMilestoneAsync(row.Id, "印发细则", new DateOnly(1999, 1, 1), Stop))));
        Assert.Equal("AnswerBy", FieldOf((await AsAsync<OrderService, (Guid, LedgerError? Error)>("zhao", Supervisor, orders => orders.IssueAsync(row.Id, "市教育局", "说明", new DateOnly(9999, 1, 1), Stop))).Error));

        Task<(Guid, LedgerError? Error)> HoldAsync(DateOnly held, DateOnly by) => AsAsync<MeetingService, (Guid, LedgerError? Error)>("office", Office, meetings => meetings.HoldAsync(body, held, "纪要", [new("印发细则", "市教育局", by)], Stop));
    }

    [Fact]
    public async Task A_value_below_nothing_and_an_assessment_of_the_year_99999_are_refused()
    {
        Indicator[] indicators = [new("quality", "工作质量", "", "point", 100, ScoringKind.Points, TargetBound.AtLeast, null)];
        Task<(Guid, LedgerError? Error)> PublishAsync(int year) => AsAsync<AssessmentService, (Guid, LedgerError? Error)>("leader", Leader, service => service.PublishAsync(Changchun, year, "考核", indicators, [DivisionCode.Parse("220102")], Stop));
        Assert.Equal("Year", FieldOf((await PublishAsync(99999)).Error));
        Assert.Null((await PublishAsync(2026)).Error);
        var id = await InDatabaseAsync(database => database.Set<PlaceAssessment>().Select(assessment => assessment.Id).SingleAsync(Stop));
        Assert.Equal("quality", FieldOf(await AsAsync<AssessmentService, LedgerError?>("county", Office, service => service.SelfReportAsync(id, [new("quality", -1, "自评")], Stop))));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("county", Office, service => service.SelfReportAsync(id, [new("quality", 80, "自评")], Stop)));
        Assert.Equal("quality", FieldOf(await AsAsync<AssessmentService, LedgerError?>("city", Checker, service => service.ScoreAsync(id, Changchun, new Dictionary<string, decimal> { ["quality"] = -5 }, Stop))));
    }

    [Theory]
    [InlineData("001", "99", "31")]
    [InlineData("000", "九", "三（二）")]
    public async Task A_measure_on_a_clause_that_is_not_there_is_refused_with_those_that_are(string document, string clause, string named)
    {
        await LoadUnitsAsync();
        var (_, error) = await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, new MeasureInput(document, clause, "补助", "市教育局"), Stop));
        Assert.Equal("Clause", FieldOf(error));
        Assert.Contains(named, ((LedgerError.Invalid)error!).Remedy, StringComparison.Ordinal);
        var (_, filed) = await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.FileAsync(Changchun, "补助办法", $"{document}/{clause}", ["正文"], ["正文"], cancellationToken: Stop));
        Assert.Contains(named, Assert.IsType<LedgerError.Invalid>(filed).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_on_a_document_of_another_province_is_refused()
    {
        await LoadUnitsAsync();
        var (_, error) = await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, new MeasureInput("002", "10", "补助", "市教育局"), Stop));
        Assert.Equal("Document", FieldOf(error));
    }

    private static string FieldOf(LedgerError? error) => Assert.IsType<LedgerError.Invalid>(error).Field;

    private static IEnumerable<IProperty> ColumnsOf(PlatformDbContext database) =>
        database.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == typeof(Plausible).Assembly).SelectMany(entity => entity.GetProperties());

    private static IEnumerable<object> Impossible(IProperty column) => (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType, column.Name) switch
    {
        (var type, _) when type == typeof(DateOnly) => [new DateOnly(9999, 1, 1), new DateOnly(1999, 12, 31)],
        (var type, "Year") when type == typeof(int) => [99999, 1999],
        (var type, _) when type == typeof(string) && column.GetMaxLength() is { } most => [new string('甲', most + 1)],
        (var type, _) when type == typeof(decimal) && column.GetPrecision() is { } digits => [(decimal)Math.Pow(10, digits - (column.GetScale() ?? 0))],
        _ => [],
    };

    private bool IsRefused(PlatformDbContext database, IProperty column, object value)
    {
        var entry = database.Entry(RuntimeHelpers.GetUninitializedObject(column.DeclaringType.ClrType));
        foreach (var other in entry.Properties)
            other.CurrentValue = other.Metadata.ClrType == typeof(DateOnly) ? Today : other.Metadata is { Name: "Year", ClrType: var type } && type == typeof(int) ? Today.Year : other.Metadata.IsPrimaryKey() && other.CurrentValue is null ? "甲" : other.CurrentValue;
        entry.Property(column.Name).CurrentValue = value;
        entry.State = EntityState.Added;
        var refused = database.Implausible(Today);
        database.Forget();
        Assert.True(refused is LedgerError.Invalid { Field: var field, Value: var told } && field == column.Name && Equals(told, value), $"{column.DeclaringType.ClrType.Name}.{column.Name} takes {value}: {refused}");
        return true;
    }
}

public sealed class SqlitePlausibleTests() : PlausibleTests(null);

public sealed class PostgreSqlPlausibleTests(PostgreSqlServer server) : PlausibleTests(server);
