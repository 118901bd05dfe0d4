using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>docs/api.md shows requests; each must run as printed and give what the page says.</summary>
public partial class ApiGuideTests(Site site)
{
    [Fact]
    public async Task Every_request_of_the_guide_runs_as_printed()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", "api.md"), TestContext.Current.CancellationToken);
        var requests = Requests().Matches(text).ToDictionary(match => match.Groups["path"].Value, match => match.Groups["body"].Value);
        Assert.Equal(["/api/v1/compare", "/api/v1/entitlements"], requests.Keys.Order());
        using var client = site.Visitor();
        foreach (var (path, body) in requests)
        {
            var response = await client.PostAsync(path, ApiTests.Json(body), TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, path);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var values = answer.RootElement.TryGetProperty("rows", out var rows)
                ? rows.EnumerateArray().Single(IsMaternityLeave).GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("value").GetString())
                : answer.RootElement.GetProperty("outcomes").EnumerateArray().Where(IsMaternityLeave).Select(outcome => outcome.GetProperty("value").GetString());
            Assert.Equal(path.EndsWith("compare", StringComparison.Ordinal) ? ["180", "158", "98"] : ["180"], values);
        }
    }

    [Fact]
    public async Task Every_address_of_the_guide_is_in_the_OpenAPI_document_and_the_other_way_round()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", "api.md"), TestContext.Current.CancellationToken);
        using var client = site.Visitor();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var rows = text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("/api/v1/", StringComparison.Ordinal)).ToList();
        Assert.All(document.RootElement.GetProperty("paths").EnumerateObject(), path =>
            Assert.Contains(rows, row => row.Contains(path.Name, StringComparison.Ordinal) || row.Contains($"`{path.Name["/api/v1".Length..]}`", StringComparison.Ordinal)));
        Assert.All(rows.SelectMany(row => Addresses().Matches(row)).Select(match => match.Groups[1].Value), address =>
            Assert.True(document.RootElement.GetProperty("paths").TryGetProperty(address, out _), address));
    }

    private static bool IsMaternityLeave(JsonElement item) =>
        item.GetProperty("quantity").GetString() == "maternity-leave" && !(item.TryGetProperty("draft", out var draft) && draft.GetBoolean());

    [GeneratedRegex(@"curl -s localhost:5080(?<path>\S+) .*?-d '(?<body>[^']*)'", RegexOptions.Singleline)]
    private static partial Regex Requests();

    [GeneratedRegex(@"`(?:GET |POST )(/api/v1/[^`\s]+)`")]
    private static partial Regex Addresses();
}
