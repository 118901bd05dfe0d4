using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

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

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a=%00", 400)]
    [InlineData("multipart/form-data", "x", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf a", 400)]
    [InlineData("application/x-www-form-urlencoded", "language=@50000", 303)]   // not one that is offered
    [InlineData("application/x-www-form-urlencoded", "language=@5000000", 413)]
    [InlineData("application/x-www-form-urlencoded", "@5000000=en", 413)]
    [InlineData("application/x-www-form-urlencoded", "#2000", 413)]
    public async Task A_form_that_cannot_be_read_is_refused_and_leaves_no_failure_in_the_log(string type, string form, int status)
    {
        await using var own = new Site("Demo");
        using var client = own.Visitor();
        var text = Regex.Replace(form, "@([0-9]+)", match => new string('x', int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        text = Regex.Replace(text, "#([0-9]+)", match => string.Join('&', Enumerable.Range(0, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Select(key => $"k{key}=v")));
        foreach (var chunked in new[] { false, true })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/preferences") { Content = content };
            request.Headers.TransferEncodingChunked = chunked;
            var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, (int)answer.StatusCode);
        }

        Assert.DoesNotContain(own.Log.Lines, line => line.Contains("unhandled", StringComparison.OrdinalIgnoreCase));
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
