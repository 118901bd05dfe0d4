using System.Text;
using System.Text.Json;

namespace Cradle.Cli.Tests;

public class EntitlementsTests
{
    [Fact]
    public async Task The_family_of_the_contract_gets_its_180_days_with_clause_and_dates()
    {
        var run = await CommandLine.Cradle("entitlements", CommandLine.ExampleFamily, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("2026-03-01", run.Json.GetProperty("asOf").GetString());
        var leave = Outcome(run.Json, "maternity-leave", child: 0);
        // born on 2025-08-15, which is day 1: 17 days in August, 153 from September to January, 10 in February make 180
        Assert.Equal(
            ("entitled", "180", "day", "2025-08-15", "2026-02-10", "jl.maternity-leave"),
            (Text(leave, "status"), Text(leave, "value"), Text(leave, "unit"), Text(leave, "from"), Text(leave, "until"), Text(leave, "rule")));
        Assert.Equal(["000/二（十二）"], leave.GetProperty("cites").EnumerateArray().Select(cite => cite.GetString()));
        Assert.False(leave.TryGetProperty("explanation", out _));
    }

    [Fact]
    public async Task Explain_gives_every_outcome_a_reason_steps_and_changes()
    {
        var run = await CommandLine.Cradle("entitlements", CommandLine.ExampleFamily, "--explain", "--json");

        Assert.All(run.Json.GetProperty("outcomes").EnumerateArray(), outcome =>
        {
            Assert.Equal(JsonValueKind.String, outcome.GetProperty("because").ValueKind);
            Assert.NotEqual(0, outcome.GetProperty("explanation").GetProperty("steps").GetArrayLength());
        });
        var explanation = Outcome(run.Json, "maternity-leave", child: 0).GetProperty("explanation");
        Assert.Contains("180天", Text(explanation, "sentence"), StringComparison.Ordinal);
        Assert.Contains(explanation.GetProperty("steps").EnumerateArray(), step => Text(step, "state") == "notUsed" && Text(step, "detail")!.Contains("98天", StringComparison.Ordinal));
        Assert.Contains(explanation.GetProperty("changes").EnumerateArray(), change => Text(change, "then")!.Contains("98天", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_sets_the_duties_of_others_apart_from_what_is_the_familys()
    {
        var run = await CommandLine.Cradle("entitlements", CommandLine.ExampleFamily);

        var own = run.Output.IndexOf("现在可以享受", StringComparison.Ordinal);
        var others = run.Output.IndexOf("单位、机构和政府要做的", StringComparison.Ordinal);
        var deduction = run.Output.IndexOf("3岁以下婴幼儿照护个税扣除", StringComparison.Ordinal);
        var ended = run.Output.IndexOf("已经结束 (", StringComparison.Ordinal);
        var leave = run.Output.IndexOf("180天  2025-08-15至2026-02-10", StringComparison.Ordinal);   // taken by March
        Assert.Equal(0, run.ExitCode);
        Assert.InRange(deduction, own, others);
        Assert.InRange(leave, ended, run.Output.Length);
        Assert.Contains("依据：吉林意见 二（十二）", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_is_printed_on_request()
    {
        var run = await CommandLine.Cradle("entitlements", CommandLine.ExampleFamily, "--en");

        Assert.Contains("Maternity leave (mother", run.Output, StringComparison.Ordinal);
        Assert.Contains("180 days  2025-08-15 to 2026-02-10", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_asked_for_wins_over_the_familys_own()
    {
        var run = await CommandLine.Cradle("entitlements", CommandLine.ExampleFamily, "--as-of", "2026-02-11", "--json");

        Assert.Equal("2026-02-11", Text(run.Json, "asOf"));
    }

    [Fact]
    public async Task A_family_on_standard_input_is_read_and_what_is_missing_is_asked()
    {
        var run = await CommandLine.AsProcessIn(Repository.Root, ["entitlements", "-", "--json"], """{"children": [{"birthDate": "2025-08-15"}]}""");

        Assert.Equal(0, run.ExitCode);
        var next = run.Json.GetProperty("nextQuestion");
        Assert.NotEqual(0, next.GetProperty("settles").GetInt32());
        Assert.NotEmpty(Text(next, "text")!);
    }

    [Theory]
    [InlineData("""{"children": [""", "$")]
    [InlineData("[]", "$")]
    [InlineData("""{"residence": "999999"}""", "residence")]
    [InlineData("""{"married": "yes"}""", "married")]
    [InlineData("""{"asOf": "2026-03-01", "children": [{"birthDate": "2025-13-01"}]}""", "children[0].birthDate")]
    public async Task An_impossible_family_is_refused_with_field_and_remedy(string family, string field)
    {
        var run = await AskAsync(Encoding.UTF8.GetBytes(family), "--en");

        Assert.Equal(1, run.ExitCode);
        var error = Assert.Single(run.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(field, Text(error, "field"));
        Assert.NotEmpty(Text(error, "remedy")!);
        Assert.StartsWith(field, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"children\": [],}", "json")]
    [InlineData("{/* none */ \"children\": []}", "json")]
    [InlineData("{\"residence\": \"\\ud800\"}", "text")]
    [InlineData("UTF-16", "encoding")]
    [InlineData("GBK", "encoding")]
    [InlineData("BOM", null)]
    public async Task A_family_is_read_as_the_API_reads_it(string json, string? code)
    {
        var run = await AskAsync(json switch
        {
            "UTF-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")],
            "GBK" => [.. "{\"residence\":\""u8, 0xB3, 0xA4, .. "\"}"u8],
            "BOM" => [.. Encoding.UTF8.Preamble, .. "{\"children\": []}"u8],
            _ => Encoding.UTF8.GetBytes(json),
        });
        Assert.Equal(code is null ? 0 : 1, run.ExitCode);
        if (code is not null)
            Assert.Equal(("$", code), (Text(run.Json.GetProperty("errors")[0], "field"), Text(run.Json.GetProperty("errors")[0], "code")));
    }

    private static async Task<Run> AskAsync(byte[] family, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, family, TestContext.Current.CancellationToken);
            return await CommandLine.Cradle(["entitlements", file, "--json", .. more]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonElement Outcome(JsonElement answer, string quantity, int child) => Assert.Single(
        answer.GetProperty("outcomes").EnumerateArray(),
        outcome => Text(outcome, "quantity") == quantity && !outcome.TryGetProperty("draft", out _) && outcome.GetProperty("child").GetInt32() == child);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
