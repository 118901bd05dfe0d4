using System.Net;
using Cradle.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Access;

public sealed class OperationsPageTests(CradleSite site)
{
    [Fact]
    public async Task An_administrator_sees_jobs_queues_nodes_and_requests_by_route_and_no_id()
    {
        var administrator = await People.AsAsync(site, "changchun.administrator");
        await new Reader(site).OpenAsync("/births/cases/0192f0c4-0000-7000-8000-00000000abcd");
        var page = await administrator.OpenAsync("/desk/operations");
        Assert.Equal((HttpStatusCode.OK, "运行情况"), (page.Status, page.Heading));
        foreach (var expected in new[] { "platform.outbox", "platform.draft-sweep", "births.item-poll", "等着送的消息", "/sign-in", "200" })
            Assert.Contains(expected, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("00000000abcd", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("—", page.Document.QuerySelector("table tbody tr td:nth-of-type(3)")!.TextContent, StringComparison.Ordinal);   // a next time: the scheduler runs
    }

    [Fact]
    public async Task What_is_wrong_stands_first_and_everything_else_is_folded()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var measures = scope.ServiceProvider.GetRequiredService<Measures>();
        measures.Requested("/tests/often", "GET", 200, TimeSpan.FromSeconds(1));
        measures.Requested("/tests/often", "GET", 200, TimeSpan.FromSeconds(1));
        measures.Requested("/tests/broken", "POST", 500, TimeSpan.FromSeconds(1));
        var page = await (await People.AsAsync(site, "changchun.administrator")).OpenAsync("/desk/operations");
        var problem = page.Document.QuerySelectorAll("main .note a").Single(link => link.TextContent.StartsWith("请求", StringComparison.Ordinal));
        Assert.Equal("#request", problem.GetAttribute("href"));
        var requests = page.Document.QuerySelector("main #request")!;
        Assert.Equal("/tests/broken", requests.QuerySelector("tbody th")!.TextContent);
        Assert.All(page.Document.QuerySelectorAll("main table"), table => Assert.NotNull(table.Closest("details:not([open])")));
        Assert.All(new[] { "jobs", "nodes", "request", "lifecycle", "outbox", "connector" }, id => Assert.NotNull(page.Document.QuerySelector($"details#{id}")));
    }

    [Theory]
    [InlineData("changchun.auditor")]
    [InlineData("changchun.supervisor")]
    [InlineData("changchun.citizen")]
    public async Task Nobody_else_sees_it(string userName) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await People.AsAsync(site, userName)).OpenAsync("/desk/operations")).Status);
}
