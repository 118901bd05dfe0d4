using System.Net;
using Cradle.Modules.Tests.Access;

namespace Cradle.Modules.Tests.Births;

/// <summary>A printed paper, and whoever is shown it.</summary>
public class PaperTests(CradleSite site)
{
    [Fact]
    public async Task A_certificate_is_genuine_to_whoever_checks_it_masked_and_out_of_force_once_it_was_amended()
    {
        var family = await People.AsAsync(site, "taiyuan.citizen");
        var made = await family.SendAsync(await family.OpenAsync("/births/registrations/apply"), ("Form.Mother.Name", "样例母亲"), ("Form.Identity", "ResidentCard"), ("Form.Mother.IdNumber", "140105199503040020"),
            ("Form.Residence", "140105"), ("Form.Phone", "13800000000"), ("Form.DueOn.Year", "2026"), ("Form.DueOn.Month", "8"), ("Form.DueOn.Day", "20"));
        var paper = await family.OpenAsync(made.Path + "/certificate");
        var code = CodeOf(paper);
        Assert.Equal(code, CodeOf(await family.OpenAsync(made.Path + "/certificate")));
        Assert.Contains("样例母亲", paper.Text, StringComparison.Ordinal);

        var stranger = new Reader(site);
        var check = await stranger.OpenAsync($"/check/{code}");
        Assert.Equal((HttpStatusCode.OK, "是真的，现在有效"), (check.Status, check.Heading));
        Assert.Contains("样***", check.Text, StringComparison.Ordinal);
        Assert.Contains("1401****20", check.Text, StringComparison.Ordinal);
        Assert.Contains("小店区", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("样例母亲", check.Text, StringComparison.Ordinal);
        Assert.Empty(check.Document.QuerySelectorAll("main script"));
        Assert.Equal("是真的，现在有效", (await stranger.OpenAsync($"/check?code={code.ToLowerInvariant()}")).Heading);

        await family.SendAsync(await family.OpenAsync(made.Path + "/amend"), ("Form.DueOn.Day", "25"));
        Assert.Equal("是真的，但已经不再有效", (await stranger.OpenAsync($"/check/{code}")).Heading);
        var second = CodeOf(await family.OpenAsync(made.Path + "/certificate"));
        Assert.NotEqual(code, second);
        Assert.Equal("是真的，现在有效", (await stranger.OpenAsync($"/check/{second}")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/check/{second[..^1]}{(second[^1] == 'Z' ? 'Y' : 'Z')}")).Status);
    }

    [Fact]
    public async Task What_a_family_has_to_correct_is_a_paper_until_it_is_corrected()
    {
        var family = await People.AsAsync(site, "taiyuan.citizen");
        var one = await family.SendAsync(await family.OpenAsync("/births/apply?kind=Abroad"), ("Form.BirthDate.Year", "2026"), ("Form.BirthDate.Month", "2"), ("Form.BirthDate.Day", "20"), ("Form.Residence", "140105"), ("Form.Household", "140105"),
            ("Form.Phone", "13800000000"), ("Form.Mother.Name", "样例母亲"), ("Form.Mother.IdNumber", "140105199503040020"), ("Form.Children[0].Name", "样例宝宝"), ("Form.Children[0].Sex", "Female"), ("Form.Country", "日本"));
        var notice = await family.FollowAsync(await family.OpenAsync(one.Path), "打印告知书");
        Assert.Equal("一次告知书", notice.Heading);
        Assert.Contains("国外出生证明", notice.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await family.GetAsync(one.Path + "/paper/promise")).StatusCode);
        var check = await new Reader(site).OpenAsync($"/check/{CodeOf(notice)}");
        Assert.Contains("字，见文书", check.Text, StringComparison.Ordinal);   // free words are counted, not shown
        Assert.DoesNotContain("国外出生证明", check.Text, StringComparison.Ordinal);
        await family.SendAsync(await family.OpenAsync(one.Path + "/correct"), ("Form.Papers", "ForeignBirthCertificate"), ("Form.Children[0].Document", "TYO-2026-118"));
        Assert.Equal("是真的，但已经不再有效", (await new Reader(site).OpenAsync($"/check/{CodeOf(notice)}")).Heading);
        Assert.Equal("是真的，现在有效", (await new Reader(site).OpenAsync($"/check/{CodeOf(await family.OpenAsync(one.Path + "/receipt"))}")).Heading);
    }

    private static string CodeOf(SeenPage paper) => paper.Document.QuerySelector(".printed svg")!.GetAttribute("aria-label")!.Split(' ')[^1].Replace("-", "", StringComparison.Ordinal);
}
