using System.Net;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class AntiforgeryTests(CradleSite site)
{
    [Theory]
    [InlineData("/entitlements", "Place=220104")]
    [InlineData("/entitlements/question?at=children", "Answer=2")]
    [InlineData("/entitlements/circumstances", "none=true")]
    [InlineData("/entitlements/result?handler=Share", "")]
    [InlineData("/entitlements/result?handler=Forget", "")]
    [InlineData("/entitlements/answers", "")]
    public async Task A_form_sent_by_another_site_changes_nothing(string path, string body)
    {
        const string Family = """{"residence":"220104"}""";
        var id = await Drafts.KeepAsync(site, Family);
        var fields = body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1]));
        var page = await new Reader(site, id).PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(Family, (await Drafts.FamilyAsync(site, id))!.ToJsonString());
    }

    [Fact]
    public async Task A_forged_token_is_a_warning_in_one_line_and_no_failure()
    {
        var page = await new Reader(site).PostAsync("/entitlements/answers", [KeyValuePair.Create("__RequestVerificationToken", "forged-0123456789")]);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(site.Log.Lines, line => line.Contains("POST entitlements/answers: the token of the form is missing, old or not ours", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("AntiforgeryValidationException", StringComparison.Ordinal) || line.Contains("deserializing the token", StringComparison.Ordinal));
    }
}
