using System.Net;
using Cradle.Modules.Tests.Access;
using Cradle.Modules.Tests.Departments;

namespace Cradle.Modules.Tests.Births;

/// <summary>The whole way by the pages: a family and an officer at the site, officers at the department, two real servers between which requests and answers travel signed.</summary>
public class PageTests
{
    [Fact]
    public async Task S05_4_Twins_in_Changchun_are_applied_for_online_returned_once_corrected_and_completed()
    {
        var sitePort = BirthsSite.FreePort();
        using var department = new DepartmentSite(new Uri($"http://127.0.0.1:{sitePort}/"), null, ("Connector:Partners:0:Keys:0:Id", BirthsSite.KeyId), ("Connector:Partners:0:Keys:0:Secret", BirthsSite.Secret));
        using var site = new BirthsSite(department.Address, null, null, sitePort, ("Cradle:Outbox:PollEvery", "00:00:00.100"));
        var family = await SignedInAsync(site.Address, "changchun.citizen");
        var officer = await SignedInAsync(department.Address, "changchun.officer");

        var form = await family.OpenAsync("/births/apply?babies=2");
        var wrong = await family.SendAsync(form, ("Form.Phone", "1"));
        Assert.True(wrong.HasErrors);
        foreach (var told in new[] { "请填出生日期", "请选孩子的性别", "没有认出这个地方", "手机号应为", "姓名里有不能用的字符" })
            Assert.Contains(told, wrong.Text, StringComparison.Ordinal);   // everything at once
        var born = TimeProvider.System.GetUtcNow().AddDays(-10);
        var list = await family.SendAsync(form, ("Form.BirthDate.Year", $"{born.Year}"), ("Form.BirthDate.Month", $"{born.Month}"), ("Form.BirthDate.Day", $"{born.Day}"),
            ("Form.Birthplace", "220104"), ("Form.Residence", "220104"), ("Form.Household", "220104"), ("Form.Phone", "13800000000"), ("Form.Mother.Name", "样例母亲"), ("Form.Mother.IdNumber", "220104199503040024"),
            ("Form.Children[0].Name", "大宝"), ("Form.Children[0].Sex", "Female"), ("Form.Children[0].Certificate", "A260000001"),
            ("Form.Children[1].Name", "小宝"), ("Form.Children[1].Sex", "Male"), ("Form.Children[1].Certificate", "A260000002"));
        Assert.Equal("/births/cases", list.Path);
        var links = list.Document.QuerySelectorAll("main .rows a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, links.Count);

        // the certificate of the first child is returned, corrected and sent again; everything else is completed as it comes
        var returned = false;
        var page = await family.OpenAsync(links[0]);
        for (var round = 0; round < 120 && !page.Heading.StartsWith("全部办结", StringComparison.Ordinal); round++)
        {
            foreach (var link in (await officer.OpenAsync("/department")).Document.QuerySelectorAll("main tbody a").Select(link => link.GetAttribute("href")!))
            {
                var request = await officer.OpenAsync(link);
                if (!returned && request.Text.Contains("大宝", StringComparison.Ordinal) && request.Heading == "出生医学证明")
                {
                    returned = true;
                    await officer.SendAsync(request, ("action", "Return"), ("Reason", "姓名与登记不一致"), ("Remedy", "改成登记的姓名"));
                }
                else
                {
                    await officer.SendAsync(request, ("action", "Complete"), ("Number", $"NO-{link[^6..]}"));
                }
            }

            page = await family.OpenAsync(links[0]);
            if (page.Document.QuerySelector("main a[href*='correct?item=']") is { } correct)
                await family.SendAsync(await family.OpenAsync(correct.GetAttribute("href")!), ("Form.Children[0].Name", "改名大宝"));
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        Assert.True(returned);
        Assert.StartsWith("全部办结", page.Heading, StringComparison.Ordinal);
        Assert.True(page.Document.QuerySelectorAll("main .item b.num").Count(number => number.TextContent.StartsWith("NO-", StringComparison.Ordinal)) >= 4);
        Assert.DoesNotContain("220104199503040024", page.Text, StringComparison.Ordinal);

        var worker = await SignedInAsync(site.Address, "changchun.officer");
        var desk = await worker.OpenAsync(links[0].Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("2201****24", desk.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(site.Address, "taiyuan.officer")).OpenAsync(links[0].Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal))).Status);
        // nobody tries check codes out
        var stranger = new Reader(site.Address);
        for (var tries = 0; tries < 30; tries++)
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/check/{tries:D16}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.OpenAsync("/check/0000000000000000")).Status);
        Assert.Contains("账是平的", (await (await SignedInAsync(site.Address, "changchun.supervisor")).OpenAsync("/desk/births/reconciliation")).Heading, StringComparison.Ordinal);
    }

    private static async Task<Reader> SignedInAsync(Uri address, string userName)
    {
        var reader = new Reader(address);
        Assert.Equal("/desk", (await People.SignInAsync(reader, userName)).Path);
        return reader;
    }
}
