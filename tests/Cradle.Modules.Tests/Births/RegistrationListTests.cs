using System.Text;
using Cradle.Births;
using Cradle.Births.Registrations;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

/// <summary>What a worker files for several families from one table.</summary>
public abstract class RegistrationListTests(PostgreSqlServer? server) : CaseSuite(server)
{
    private const string Headings = "姓名,身份证号,户籍地代码,预产期,出生日期,常住地代码,手机号,另一位家长姓名,另一位家长身份证号,本人同意代办";

    [Fact]
    public async Task Each_row_is_a_registration_of_its_own_family_filed_by_the_worker_and_sent_again_it_is_none()
    {
        string[] rows = ["样例甲,220104199503040024,,2026-09-20,,220104,13800000000,,,是", "样例乙,140105199503040020,140105,,2026-02-20,220104,13800000001,样例父亲,220104199311200011,同意"];
        var (reading, outcome) = await TakeAsync(rows);
        Assert.True(reading.IsWhole);
        Assert.Equal(2, outcome.Taken.Count);
        var made = await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().OrderBy(one => one.ChildDate).ToListAsync(Stop));
        Assert.Equal([new DateOnly(2026, 2, 20), new DateOnly(2026, 9, 20)], made.Select(one => one.ChildDate));
        Assert.All(made, one => Assert.Equal(("worker-1", RegistrationState.Registered), (one.FiledBy, one.State)));
        Assert.Equal(2, made.Select(one => one.Applicant).Distinct().Count());   // each family's own
        Assert.Equal(DivisionCode.Parse("140105"), (await InDatabaseAsync(database => database.Set<PlaceQuery>().AsNoTracking().SingleAsync(Stop))).Division);   // the other place is asked as ever
        (_, outcome) = await TakeAsync(rows);
        Assert.Equal((0, 2), (outcome.Taken.Count, outcome.Earlier.Count));
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_a_row_is_told_at_once_and_the_other_rows_are_taken()
    {
        var (reading, outcome) = await TakeAsync("样例甲,220104199503040025,,2026-09-20,2026-02-20,220104,138,,,没问", "样例乙,140105199503040020,,2026-05-20,,220104,13800000001,,,是");
        Assert.Equal(["身份证号", "手机号", "预产期", "本人同意代办"], reading.Findings.Select(finding => finding.Column));
        Assert.All(reading.Findings, finding => Assert.DoesNotContain("220104199503040025", finding.Zh, StringComparison.Ordinal));
        Assert.Equal(3, Assert.Single(outcome.Taken).Key);
    }

    [Fact]
    public async Task A_row_whose_home_can_not_be_read_says_the_rest_too_and_full_width_digits_are_read()
    {
        var (reading, outcome) = await TakeAsync("样例甲,1,,2026-09-20,,99,1,,,", "样例乙,１４０１０５１９９５０３０４００２０,,2026-05-20,,２２０１０４,１３８００００００００,,,是");
        Assert.Equal(["常住地代码", "手机号", "本人同意代办", "身份证号"], reading.Findings.Select(finding => finding.Column).Order(StringComparer.Ordinal));
        Assert.Equal(3, Assert.Single(outcome.Taken).Key);
    }

    [Fact]
    public async Task A_pregnancy_that_the_family_registered_itself_is_not_registered_again()
    {
        var form = new RegistrationForm { Residence = Changchun, Mother = new("样例甲", "220104199503040024", null), Phone = "13800000000", DueOn = new DateOnly(2026, 9, 20) };
        var own = (await AsFamilyAsync(services => services.GetRequiredService<RegistrationService>().SubmitAsync(Guid.NewGuid(), form, Stop))).Registration!;
        var (_, outcome) = await TakeAsync("样例甲,220104199503040024,,2026-09-22,,220104,13800000000,,,是");
        Assert.Single(outcome.Taken);
        Assert.Equal(own.Id, (await InDatabaseAsync(database => database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(Stop))).Id);
    }

    private Task<(ImportReading<RegistrationForm> Reading, ImportOutcome Outcome)> TakeAsync(params string[] rows) => AsAsync(ActorKind.Worker, "worker-1", "220104", [BirthsModule.Apply], async services =>
    {
        var spec = RegistrationList.On(ChinaTime.Today(Clock));
        var reading = spec.Read(Encoding.UTF8.GetBytes(string.Join('\n', [Headings, .. rows])), "list.csv");
        return (reading, await services.GetRequiredService<ImportService>().TakeAsync(spec, reading, null, (row, stop) => services.GetRequiredService<RegistrationService>().AddAsync(row, stop), Stop));
    });
}

public sealed class SqliteRegistrationListTests() : RegistrationListTests(null);

public sealed class PostgreSqlRegistrationListTests(PostgreSqlServer server) : RegistrationListTests(server);
