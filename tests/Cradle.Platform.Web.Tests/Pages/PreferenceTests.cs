using System.Net;

namespace Cradle.Platform.Web.Tests.Pages;

public class PreferenceTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Switching_the_language_is_kept_and_leads_back_to_the_page()
    {
        var answer = await Switch(("language", "en"), ("back", "/services?a=1"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/services?a=1", answer.Headers.Location!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("cradle.language=c%3Den%7Cuic%3Den;", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("~//evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("/中文")]
    [InlineData("")]
    public async Task A_way_back_that_leaves_the_site_leads_home(string back)
    {
        var answer = await Switch(("elder", "on"), ("back", back));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("language", "fr")]
    [InlineData("elder", "yes; domain=evil.example")]
    [InlineData("place", "99")]
    public async Task A_value_that_was_not_offered_sets_nothing(string name, string value) =>
        Assert.False((await Switch((name, value))).Headers.Contains("Set-Cookie"));

    [Fact]
    public async Task A_place_that_was_offered_is_kept() =>
        Assert.StartsWith("cradle.place=62;", Assert.Single((await Switch(("place", "62"))).Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);

    [Fact]
    public async Task A_post_that_is_no_form_is_refused()
    {
        using var client = site.Visitor();
        var answer = await client.PostAsync("/preferences", new StringContent("{}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_switches_of_a_missing_page_lead_back_to_its_address()
    {
        using var client = site.Visitor();
        var page = await Site.Read(await client.GetAsync("/not/there?x=%E4%B8%AD", TestContext.Current.CancellationToken));
        Assert.Equal("/not/there?x=%E4%B8%AD", page.QuerySelector("input[name=back]")!.GetAttribute("value"));
    }

    private async Task<HttpResponseMessage> Switch(params (string Name, string Value)[] fields)
    {
        using var client = site.Visitor();
        return await client.PostAsync("/preferences", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken);
    }
}
