using System.Net;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

/// <summary>Forms that were tampered with, sent twice, sent too late or sent to a page that takes none.</summary>
public class PageHardeningTests(CradleSite site)
{
    private const string Family = """{"residence": "220104", "children": [{"birthDate": "2025-08-15"}]}""";

    [Fact]
    public async Task A_form_for_a_part_that_the_page_lacks_is_refused()
    {
        var reader = await ReaderAsync();
        var result = await reader.OpenAsync("/entitlements/result");
        var token = result.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var path in new[] { "/entitlements/result?handler=Nothing", "/entitlements/why/maternity-leave", "/policy" })
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await reader.PostAsync(path, [KeyValuePair.Create("__RequestVerificationToken", token)])).Status);
    }

    [Fact]
    public async Task A_form_with_broken_bytes_is_a_bad_request()
    {
        var reader = await ReaderAsync();
        var start = await reader.OpenAsync("/entitlements");
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.SendAsync(start, ("Place", "22\0"))).Status);
    }

    [Fact]
    public async Task A_birth_without_a_word_on_whether_it_has_happened_is_asked_again()
    {
        var reader = await ReaderAsync();
        var page = await reader.OpenAsync("/entitlements/question?at=children[0].birthDate");
        var again = await reader.SendAsync(page, ("Expected", ""), ("Date.Year", "2025"), ("Date.Month", "8"), ("Date.Day", "15"));
        Assert.True(again.HasErrors);
    }

    [Theory]
    [InlineData("childCount")]
    [InlineData("mother.birthDate")]
    public async Task A_fact_that_is_never_asked_has_no_page(string fact)
    {
        var reader = await ReaderAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/entitlements/question?at=" + fact)).Status);
    }

    [Fact]
    public async Task Who_comes_back_to_answers_that_are_gone_is_told_so()
    {
        var reader = new Reader(site, Guid.NewGuid().ToString("N"));
        var page = await reader.OpenAsync("/entitlements/result");
        Assert.Equal("/entitlements", page.Path);
        Assert.Contains("先前的答案已经不在了", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("长春市南关区", true)]
    [InlineData("吉林省长春市南关区", true)]
    [InlineData("２２０１０２", true)]   // the code of Nanguan
    [InlineData("长春南关", true)]
    [InlineData("城区", false)]   // of Yangquan and of Jincheng
    [InlineData("巴黎", false)]
    [InlineData("999999", false)]
    public async Task A_place_is_found_by_name_or_asked_again(string typed, bool found)
    {
        var reader = new Reader(site);
        var start = await reader.OpenAsync("/entitlements");
        var page = await reader.SendAsync(start, ("Place", typed));
        Assert.Equal(found ? "/entitlements/question" : "/entitlements", page.Path);
        Assert.Equal(!found, page.HasErrors);
    }

    private async Task<Reader> ReaderAsync() => new(site, await Drafts.KeepAsync(site, Family, """["residence"]"""));
}
