using System.Text.Json;

namespace Cradle.Cli.Tests;

public class PolicyTests
{
    [Fact]
    public async Task Check_of_the_repository_finds_no_error_and_no_clause_that_leads_nowhere()
    {
        var run = await CommandLine.Cradle("policy", "check", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, run.Json.GetProperty("errors").GetInt32());
        Assert.Equal(256, run.Json.GetProperty("catalogue").GetProperty("carried").GetInt32());
        var documents = run.Json.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(["000", "001", "002", "003", "004"], documents.Select(document => document.GetProperty("id").GetString()));
        Assert.All(documents, document => Assert.Equal(0, document.GetProperty("nowhere").GetInt32()));
    }

    [Fact]
    public async Task The_statement_and_the_tables_come_as_JSON_with_the_same_text_as_without()
    {
        string[] question = ["policy", "sql", "parental-leave", "--as-of", "2026-03-01"];
        var (text, json) = (await CommandLine.Cradle(question), await CommandLine.Cradle([.. question, "--json"]));
        Assert.Equal("2026-03-01", json.Json.GetProperty("asOf").GetString());
        var keys = json.Json.GetProperty("keys").EnumerateArray().Select(key => $"-- {key.GetProperty("index").GetInt32()}: {key.GetProperty("name").GetString()}").ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(text.Output.TrimEnd(), string.Join('\n', [.. keys, json.Json.GetProperty("statement").GetString()!]).TrimEnd());

        var (tables, ddl) = (await CommandLine.Cradle("policy", "sql", "--ddl"), await CommandLine.Cradle("policy", "sql", "--ddl", "--json"));
        Assert.Equal(tables.Output.TrimEnd(), ddl.Json.GetProperty("ddl").GetString()!.TrimEnd());
    }

    [Fact]
    public async Task The_statement_without_a_quantity_answers_all_of_them()
    {
        var run = await CommandLine.Cradle("policy", "sql", "--as-of", "2026-03-01", "--totals", "--json");

        Assert.Equal(0, run.ExitCode);
        var names = run.Json.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("name").GetString()).ToList();
        Assert.Contains(names, name => name!.StartsWith("maternity-leave", StringComparison.Ordinal));
        Assert.Contains(names, name => name!.StartsWith("child-allowance-national", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_decides_nothing_is_let_pass_but_not_strictly()
    {
        using var copy = new PolicyCopy();
        copy.Replace("vocabulary.yaml", "\ndefinitions:", "\n  - {path: child.twin, type: bool, label: {zh: 双胞胎, en: twin}, ask: {zh: 是双胞胎吗？, en: Twins?}}\n\ndefinitions:");

        var lenient = await CommandLine.Cradle("policy", "check", "--pack", copy.Folder);
        var strict = await CommandLine.Cradle("policy", "check", "--strict", "--pack", copy.Folder);

        Assert.Equal((0, 1), (lenient.ExitCode, strict.ExitCode));
        Assert.Contains("CR581", lenient.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("CR581", lenient.Output, StringComparison.Ordinal);
        Assert.Contains("0 errors", lenient.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policy", "check")]
    [InlineData("policy", "test")]
    [InlineData("policy", "where", "产假")]
    [InlineData("policy", "show", "产假")]
    [InlineData("entitlements", "docs/examples/family.json")]
    public async Task A_broken_pack_is_refused_with_every_error_and_its_place(params string[] arguments)
    {
        using var copy = new PolicyCopy();
        copy.Replace(PolicyCopy.JilinMaternityLeave, "value: 180 days", "value: 180 yuan");
        copy.Replace("22-jilin/leave/parental-leave.yaml", "value: 20 days", "value: 20 dogs");

        var run = await CommandLine.Cradle([.. arguments, "--pack", copy.Folder, "--json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"leave/maternity-leave\.yaml\(\d+,\d+\): error CR204: ", run.Errors);
        Assert.Matches(@"leave/parental-leave\.yaml\(\d+,\d+\): error CR\d+: ", run.Errors);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(run.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "CR204" && finding.GetProperty("line").GetInt32() > 1);
    }

    [Theory]
    [InlineData("policy", "test")]
    [InlineData("policy", "show", "产假")]
    [InlineData("policy", "sql", "parental-leave")]
    [InlineData("entitlements", "docs/examples/family.json")]
    public async Task A_pack_that_only_the_review_refuses_answers_nothing(params string[] arguments)
    {
        using var copy = new PolicyCopy();
        copy.Replace(PolicyCopy.JilinMaternityLeave, "000/二（十二）", "000/二（九十九）");

        var run = await CommandLine.Cradle([.. arguments, "--pack", copy.Folder]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("error CR501", run.Errors, StringComparison.Ordinal);
        Assert.Contains("cannot be used: 1 errors.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_lists_what_the_check_lists()
    {
        using var copy = new PolicyCopy();
        copy.Replace(PolicyCopy.JilinMaternityLeave, "value: 180 days", "value: 180 dogs");   // an error of reading
        copy.Replace("22-jilin/leave/parental-leave.yaml", "cites: [", "cites: [000/none, ");   // one of the review
        var check = Lines(await CommandLine.Cradle("policy", "check", "--pack", copy.Folder));
        Assert.Contains(check, line => line.Contains("parental-leave.yaml", StringComparison.Ordinal));
        Assert.Equal(check, Lines(await CommandLine.Cradle("entitlements", CommandLine.ExampleFamily, "--pack", copy.Folder)));
        Assert.Equal(check, Lines(await CommandLine.Cradle("policy", "diff", copy.Folder)));

        static List<string> Lines(Run run) => [.. run.Errors.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Test_runs_the_cases_a_filter_names()
    {
        var run = await CommandLine.Cradle("policy", "test", "maternity-leave", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(run.Json.GetProperty("passed").GetInt32(), 5, 100);
        Assert.Equal(0, run.Json.GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task Test_names_the_case_that_a_changed_figure_breaks()
    {
        using var copy = new PolicyCopy();
        copy.Replace(PolicyCopy.JilinMaternityLeave, "value: 180 days", "value: 179 days");

        var run = await CommandLine.Cradle("policy", "test", "maternity-leave", "--pack", copy.Folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("value should be 180, is 179", run.Errors, StringComparison.Ordinal);
        Assert.Matches(@"maternity-leave\.cases\.yaml\(\d+,\d+\): maternity-leave: ", run.Errors);
        Assert.Matches(@"^\d+ passed, [1-9]\d* failed$", run.Output.Trim());
    }

    [Fact]
    public async Task A_filter_that_fits_no_case_is_no_success()
    {
        var run = await CommandLine.Cradle("policy", "test", "no-such-quantity");

        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("吉林", "育儿假")]
    [InlineData("22", "parental-leave")]
    [InlineData("Jilin", "parental", "leave")]
    [InlineData("吉林省", "000/二(十二)", "育儿假")]
    public async Task Where_leads_to_the_rule_by_words_of_any_kind(params string[] words)
    {
        var run = await CommandLine.Cradle(["policy", "where", .. words, "--json"]);

        Assert.Equal(0, run.ExitCode);
        var first = run.Json.GetProperty("rules")[0];
        Assert.Equal(
            ("jl.parental-leave", "policies/22-jilin/leave/parental-leave.yaml", "2021-09-28", "inForce"),
            (Text(first, "rule"), Text(first, "file"), Text(first.GetProperty("inForce"), "from"), Text(first, "standing")));
        var line = File.ReadAllLines(Repository.PathOf("policies", "22-jilin", "leave", "parental-leave.yaml"))[first.GetProperty("line").GetInt32() - 1];
        Assert.Contains("jl.parental-leave", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_never_shows_the_rules_of_another_province()
    {
        var run = await CommandLine.Cradle("policy", "where", "长春", "产假", "--json");

        var divisions = run.Json.GetProperty("rules").EnumerateArray().Select(rule => Text(rule, "division")).Distinct();
        Assert.Equal(["2201", "22", "00"], divisions);
    }

    [Fact]
    public async Task Where_names_the_word_that_nothing_is_called()
    {
        var run = await CommandLine.AsProcess("policy", "where", "吉林", "没有这个词");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("没有这个词", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("吉林", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jl.maternity-leave")]
    [InlineData("maternity-leave")]
    [InlineData("产假")]
    public async Task Show_says_a_rule_in_both_languages(string name)
    {
        var run = await CommandLine.Cradle("policy", "show", name);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("妈妈享受产假180天", run.Output, StringComparison.Ordinal);
        Assert.Contains("the mother has maternity leave of 180 days", run.Output, StringComparison.Ordinal);
        Assert.Contains("000/二（十二）", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_proposes_quantities_of_a_like_name()
    {
        var run = await CommandLine.Cradle("policy", "show", "maternity");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("maternity-leave", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_of_a_pack_with_itself_is_empty()
    {
        var run = await CommandLine.Cradle("policy", "diff", "policies", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Json.EnumerateObject(), part => Assert.Equal(0, part.Value.GetArrayLength()));
    }

    [Fact]
    public async Task Diff_shows_the_changed_rule_and_who_gains_and_loses()
    {
        using var old = new PolicyCopy();
        old.Replace(PolicyCopy.JilinMaternityLeave, "value: 180 days", "value: 158 days");
        old.Replace("22-jilin/leave/parental-leave.yaml", "value: 20 days", "value: 30 days");

        var run = await CommandLine.Cradle("policy", "diff", old.Folder, "--json");

        Assert.Equal(0, run.ExitCode);
        var changed = run.Json.GetProperty("changed").EnumerateArray().ToDictionary(change => Text(change.GetProperty("new"), "rule")!);
        Assert.Equal(["jl.maternity-leave", "jl.parental-leave"], changed.Keys.Order());
        Assert.Contains("158天", Text(changed["jl.maternity-leave"].GetProperty("old").GetProperty("sentence"), "zh"), StringComparison.Ordinal);
        var cases = run.Json.GetProperty("cases").EnumerateArray().ToList();
        Assert.Contains(cases, item => Is(item, "maternity-leave", "gains", "158", "180"));
        Assert.Contains(cases, item => Is(item, "parental-leave", "loses", "30", "20"));
        Assert.DoesNotContain(cases, item => Is(item, "maternity-leave", "loses", "158", "180"));
    }

    private static bool Is(JsonElement item, string quantity, string effect, string old, string @new) =>
        (Text(item, "quantity"), Text(item, "effect"), Value(item, "old"), Value(item, "new")) == (quantity, effect, old, @new);

    private static string? Value(JsonElement item, string side) =>
        item.GetProperty(side) is { ValueKind: JsonValueKind.Object } outcome ? Text(outcome, "value") : null;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
