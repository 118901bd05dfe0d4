namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class DoubtTests(CradleSite site)
{
    // 2025-05-01 to 2025-08-29: 30 days in May, 30 in June, 31 in July, 29 in August = 120
    private const string TooClose = """{"residence":"220104","children":[{"birthDate":"2025-05-01"},{"birthDate":"2025-08-29"}]}""";
    private const string OneOfTwins = """{"residence":"220104","children":[{"birthDate":"2025-08-15","babies":2}]}""";

    [Theory]
    [InlineData("/entitlements/result", OneOfTwins, "一次生2个，只列了1个", "/entitlements/question?at=children&change=true")]
    [InlineData("/entitlements/answers", OneOfTwins, "一次生2个，只列了1个", "/entitlements/question?at=children&change=true")]
    [InlineData("/entitlements/result", TooClose, "和上一个孩子只差120天", "/entitlements/question?at=children%5B1%5D.birthDate&change=true")]
    [InlineData("/entitlements/answers", TooClose, "和上一个孩子只差120天", "/entitlements/question?at=children%5B1%5D.birthDate&change=true")]
    public async Task What_is_hardly_so_is_said_with_a_way_to_the_question(string path, string family, string reason, string href)
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, family));
        var note = (await reader.OpenAsync(path)).Document.GetElementById("doubts")!;
        Assert.Contains(reason, note.TextContent, StringComparison.Ordinal);
        var link = note.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal(href, link);
        Assert.Equal("/entitlements/question", (await reader.OpenAsync(link)).Path);
    }

    [Fact]
    public async Task A_year_of_birth_that_is_hardly_so_is_pointed_out_where_it_is_typed_and_taken_when_said_again()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """{"residence":"220104","children":[{}]}"""));
        var question = await reader.OpenAsync("/entitlements/question?at=children[0].birthDate");
        (string, string)[] typed = [("Expected", "false"), ("Date.Year", "1900"), ("Date.Month", "1"), ("Date.Day", "2")];
        var doubted = await reader.SendAsync(question, typed);
        Assert.Equal("/entitlements/question", doubted.Path);
        Assert.Contains("1900-01-02", doubted.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("再点一次", doubted.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        // another rare day is another doubt, the same one again is an answer
        var other = await reader.SendAsync(doubted, ("Date.Year", "1901"));
        Assert.Contains("1901-01-02", other.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await reader.SendAsync(other);
        Assert.Contains("1901-01-02", (await reader.OpenAsync("/entitlements/result")).Document.GetElementById("doubts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/entitlements/result")]
    [InlineData("/entitlements/answers")]
    public async Task An_ordinary_family_is_not_asked_to_check_anything(string path)
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2023-05-20"},{"birthDate":"2025-08-15","babies":1}]}"""));
        Assert.Null((await reader.OpenAsync(path)).Document.GetElementById("doubts"));
    }
}
