using Cradle.Platform.Prints;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class PrintTests(TestDatabase database) : PlatformSuite(database)
{
    private static readonly Guid Subject = Guid.CreateVersion7();

    [Fact]
    public async Task The_same_content_is_the_same_paper_and_other_content_puts_it_out_of_force()
    {
        var first = await IssueAsync("王小明");
        Assert.Equal(first.Number, (await IssueAsync("王小明")).Number);
        var second = await IssueAsync("王大明");
        Assert.NotEqual(first.Code, second.Code);
        Assert.Equal((false, true), ((await FindAsync(first.Code))!.IsInForce, (await FindAsync(second.Code))!.IsInForce));
        await AsOfficerAsync("wang", async services =>
        {
            await services.GetRequiredService<PrintRegister>().EndAsync(Subject, "tests.paper", Stop);
            return await services.GetRequiredService<Data.PlatformDbContext>().SaveChangesAsync(Stop);
        });
        Assert.False((await FindAsync(second.Code))!.IsInForce);
        Assert.Equal(3, (await IssueAsync("王大明")).Edition);   // what was ended is issued anew, not revived
    }

    [Fact]
    public async Task A_paper_is_found_by_its_code_however_it_is_typed_and_by_nothing_else()
    {
        var print = await IssueAsync("王小明");
        Assert.Equal(print.Id, (await FindAsync($" {CheckCode.Grouped(print.Code).ToLowerInvariant()} "))!.Id);
        Assert.Equal(print.Id, (await FindAsync(print.Code.Replace('0', 'O').Replace('1', 'l')))!.Id);
        foreach (var wrong in new[] { null, "", print.Code[1..], print.Number, new string('0', CheckCode.Length), print.Code + "0" })
            Assert.Null(await FindAsync(wrong));
    }

    [Fact]
    public async Task What_a_stranger_reads_is_masked_and_the_rest_is_sealed()
    {
        var print = await IssueAsync("王小明");
        Assert.Equal(["王**", "2026-03-02"], PrintRegister.LinesOf(print).Select(line => line.Value));
        Assert.DoesNotContain("小明", print.Lines, StringComparison.Ordinal);
        Assert.DoesNotContain("小明", System.Text.Encoding.UTF8.GetString(print.Content.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printed_at_the_same_moment_by_many_it_is_one_paper()
    {
        var prints = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => IssueAsync("王小明"))));
        Assert.Single(prints.Select(print => print.Code).Distinct());
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<IssuedPrint>().CountAsync(Stop)));
    }

    private Task<IssuedPrint> IssueAsync(string name) => AsOfficerAsync("wang", services => services.GetRequiredService<PrintRegister>().IssueAsync(
        new PrintContent("tests.paper", "样张", "Sample", Subject, DivisionCode.Parse("2201"), [new("姓名", "Name", name) { Shown = Protection.Masked.OfName(name).ToString() }, new("日期", "On", "2026-03-02")]), Stop));

    private Task<IssuedPrint?> FindAsync(string? code) => Running.InScopeAsync(services => services.GetRequiredService<PrintRegister>().FindAsync(code, Stop));
}

public sealed class SqlitePrintTests() : PrintTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlPrintTests(PostgreSqlServer server) : PrintTests(new TestDatabase.PostgreSql(server));
