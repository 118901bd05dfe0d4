using System.Net;

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

    [Theory]
    [InlineData("changchun.auditor")]
    [InlineData("changchun.supervisor")]
    [InlineData("changchun.citizen")]
    public async Task Nobody_else_sees_it(string userName) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await People.AsAsync(site, userName)).OpenAsync("/desk/operations")).Status);
}
