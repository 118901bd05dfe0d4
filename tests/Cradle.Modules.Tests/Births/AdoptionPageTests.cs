using Cradle.Modules.Tests.Access;
using Cradle.Modules.Tests.Departments;

namespace Cradle.Modules.Tests.Births;

/// <summary>Two adopted children from the form to completion, by the pages: one whose days from birth still run, one whose are over.</summary>
public class AdoptionPageTests
{
    [Fact]
    public async Task An_adopted_child_has_the_days_that_the_texts_count_from_birth_and_what_they_do_not_say_of_adoption_is_not_set_here()
    {
        var sitePort = BirthsSite.FreePort();
        using var department = new DepartmentSite(new Uri($"http://127.0.0.1:{sitePort}/"), null, ("Connector:Partners:0:Keys:0:Id", BirthsSite.KeyId), ("Connector:Partners:0:Keys:0:Secret", BirthsSite.Secret));
        using var site = new BirthsSite(department.Address, null, null, sitePort, ("Cradle:Outbox:PollEvery", "00:00:00.100"));
        var (family, officer) = (new Reader(site.Address), new Reader(department.Address));
        await People.SignInAsync(family, "changchun.citizen");
        await People.SignInAsync(officer, "changchun.officer");

        var infant = await ApplyAsync(family, days: 10, "收字1号", "220104199503040024");
        var older = await ApplyAsync(family, days: 200, "收字2号", "220104199311200011");
        var page = await family.OpenAsync(infant);
        Assert.Contains("医保最稳妥的最后一天", page.Text, StringComparison.Ordinal);
        Assert.Contains("收养的孩子能不能从收养登记那天算起，文件没有写，这里没有录入", page.Text, StringComparison.Ordinal);
        page = await family.OpenAsync(older);
        Assert.Contains("按出生日期算，医保最稳妥的一天已经过了", page.Text, StringComparison.Ordinal);
        Assert.Contains("收养的孩子能不能从收养登记那天算起，文件没有写，这里没有录入", page.Text, StringComparison.Ordinal);
        var rule = await family.OpenAsync(page.Document.QuerySelector("main a[href*='adopted-child-insurance']")!.GetAttribute("href")!);
        Assert.Contains("统筹区", rule.Text, StringComparison.Ordinal);

        foreach (var link in new[] { infant, older })
            await CompleteAsync(family, officer, link);
        Assert.Contains("收养的孩子能不能从收养登记那天算起", (await family.OpenAsync(older)).Text, StringComparison.Ordinal);
        var calendar = await family.OpenAsync("/births/calendar");
        Assert.Contains("国家育儿补贴", calendar.Text, StringComparison.Ordinal);
        Assert.Equal(2, calendar.Document.QuerySelectorAll("main .rows li p").Select(line => line.TextContent).Where(line => line.StartsWith("孩子生日或预产期", StringComparison.Ordinal)).Distinct().Count());   // whose each is
        foreach (var ofBirth in new[] { "生育登记", "产后", "产假" })
            Assert.DoesNotContain(ofBirth, calendar.Text, StringComparison.Ordinal);
    }

    private static async Task<string> ApplyAsync(Reader family, int days, string paper, string adopter)
    {
        var born = TimeProvider.System.GetUtcNow().AddDays(-days);
        var page = await family.SendAsync(await family.OpenAsync("/births/apply?kind=Adopted"), ("Form.BirthDate.Year", $"{born.Year}"), ("Form.BirthDate.Month", $"{born.Month}"), ("Form.BirthDate.Day", $"{born.Day}"),
            ("Form.Birthplace", "220104"), ("Form.Residence", "220104"), ("Form.Household", "220104"), ("Form.Phone", "13800000000"), ("Form.Mother.Name", "样例养亲"), ("Form.Mother.IdNumber", adopter),
            ("Form.Children[0].Name", "样例宝宝"), ("Form.Children[0].Sex", "Female"), ("Form.Children[0].Document", paper), ("Form.Papers", "AdoptionRegistration"));
        Assert.StartsWith("/births/cases/", page.Path, StringComparison.Ordinal);
        return page.Path;
    }

    private static async Task CompleteAsync(Reader family, Reader officer, string link)
    {
        var page = await family.OpenAsync(link);
        for (var round = 0; round < 120 && !page.Heading.StartsWith("全部办结", StringComparison.Ordinal); round++)
        {
            foreach (var request in (await officer.OpenAsync("/department")).Document.QuerySelectorAll("main tbody a").Select(found => found.GetAttribute("href")!))
                await officer.SendAsync(await officer.OpenAsync(request), ("action", "Complete"), ("Number", $"NO-{request[^6..]}"));
            await Task.Delay(250, TestContext.Current.CancellationToken);
            page = await family.OpenAsync(link);
        }

        Assert.StartsWith("全部办结", page.Heading, StringComparison.Ordinal);
    }
}
