using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class QuestionTests(CradleSite site)
{
    // Everybody a fact may be about is there; nothing else is said, so no answer contradicts another.
    private const string Family = """
        {"residence":"220104","mother":{"parentsInHospital":[{}]},"father":{"parentsInHospital":[{}]},"children":[{"birthDate":"2024-05-20"},{"birthDate":"2025-08-15"}]}
        """;

    [Fact]
    public async Task Every_fact_with_a_question_is_asked_on_a_page_and_its_answer_is_stored()
    {
        var paths = AskedPaths();
        Assert.True(paths.Count > 60, $"{paths.Count} questions");
        foreach (var path in paths)
        {
            var id = await Drafts.KeepAsync(site, Family);
            var reader = new Reader(site, id);
            var page = await OpenAsync(reader, path);
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            Assert.True(page.Heading.Length > 3, $"{path}: no heading");
            var (fields, expected) = Fill(page, path);
            var answered = await reader.SendAsync(page, fields);
            Assert.False(answered.HasErrors, $"{path}: {answered.Document.QuerySelector(".errors")?.TextContent}");
            var stored = Drafts.At(await Drafts.FamilyAsync(site, id), path.ToString());
            Assert.True(Written(stored) == expected, $"{path}: '{Written(stored)}' is stored, '{expected}' was answered");
        }
    }

    [Fact]
    public async Task Every_question_answers_rubbish_with_an_error_and_keeps_nothing()
    {
        string[] rubbish = ["", "垃圾<b>'\"", "-7", "99999999999999999999999", "1e9", new string('9', 9000)];
        foreach (var path in AskedPaths())
        {
            var id = await Drafts.KeepAsync(site, Family);
            var reader = new Reader(site, id);
            var page = await OpenAsync(reader, path);
            foreach (var text in rubbish)
            {
                var answered = await reader.SendAsync(page, [.. FieldsOf(page).Select(field => (field, text))]);
                Assert.True(answered.Status == HttpStatusCode.OK && answered.HasErrors, $"{path}, '{text}': {answered.Status}, {answered.Path}");
                Assert.StartsWith("错误：", answered.Title, StringComparison.Ordinal);
                var link = answered.Document.QuerySelector(".errors a")!.GetAttribute("href")!;
                Assert.True(answered.Document.GetElementById(link[1..]) is IHtmlInputElement or IHtmlSelectElement, $"{path}: {link} leads to no field");
            }

            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Family), await Drafts.FamilyAsync(site, id)), $"{path}: rubbish is kept");
        }
    }

    [Theory]
    [InlineData("children[7].birthDate")]
    [InlineData("children[99].registered")]
    [InlineData("mother.parentsInHospital[3].nursingGrade")]
    [InlineData("mother.nothing")]
    [InlineData("nonsense")]
    [InlineData("../../etc")]
    public async Task A_question_about_nobody_is_not_found(string at)
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var address = "/entitlements/question?at=" + Uri.EscapeDataString(at);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task An_answer_about_a_child_that_another_window_removed_is_not_found_rather_than_a_failure()
    {
        var id = await Drafts.KeepAsync(site, Family);
        var reader = new Reader(site, id);
        var second = await OpenAsync(reader, "children[1].care");
        var count = await OpenAsync(reader, "children");
        await reader.SendAsync(count, ("Answer", "1"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(second, ("Answer", "home"))).Status);
    }

    [Theory]
    [InlineData("６０００", "6000")]
    [InlineData("6,000.50", "6000.50")]
    [InlineData(" 6000元 ", "6000")]
    public async Task An_amount_is_read_as_people_write_it(string typed, string kept)
    {
        var id = await Drafts.KeepAsync(site, Family);
        var reader = new Reader(site, id);
        var page = await OpenAsync(reader, "mother.averageWage");
        Assert.False((await reader.SendAsync(page, ("Answer", typed))).HasErrors);
        Assert.Equal(kept, Drafts.At(await Drafts.FamilyAsync(site, id), "mother.averageWage")!.ToString());
    }

    [Theory]
    [InlineData("2026", "3", "2", "false", "这一天还没有到")]         // the clock stands at 1 March 2026
    [InlineData("2026", "2", "28", "true", "预产期已经过去")]
    [InlineData("2026", "2", "30", "false", "没有 30 日")]
    [InlineData("2025", "13", "1", "false", "1 到 12")]
    [InlineData("2025", "", "1", "false", "还差月份")]
    public async Task An_impossible_birth_says_what_to_change_and_keeps_what_was_typed(string year, string month, string day, string expected, string error)
    {
        var id = await Drafts.KeepAsync(site, Family);
        var reader = new Reader(site, id);
        var page = await OpenAsync(reader, "children[0].birthDate");
        var answered = await reader.SendAsync(page, ("Expected", expected), ("Date.Year", year), ("Date.Month", month), ("Date.Day", day));
        Assert.Contains(error, answered.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(day, answered.Document.QuerySelector<IHtmlInputElement>("input[name='Date.Day']")!.Value);
        Assert.Equal(expected, answered.Document.QuerySelector<IHtmlInputElement>("input[name=Expected]:checked")!.Value);
    }

    [Fact]
    public async Task What_is_said_of_a_birth_holds_for_both_twins_and_is_asked_once()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"1401","children":[{"birthDate":"2026-02-10"},{"birthDate":"2026-02-10"}]}""");
        var reader = new Reader(site, id);
        await reader.SendAsync(await OpenAsync(reader, "children[1].registered"), ("Answer", "true"));
        var family = await Drafts.FamilyAsync(site, id);
        Assert.True(Drafts.At(family, "children[0].registered")!.GetValue<bool>());
        Assert.True(Drafts.At(family, "children[1].registered")!.GetValue<bool>());
    }

    [Fact]
    public async Task How_many_babies_are_expected_is_asked_before_the_birth()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104","parents":"both","mother":{"employment":"employed","employerDivision":"2201"},"father":{"employment":"none"},"children":[{"dueDate":"2026-05-10"}]}""");
        var reader = new Reader(site, id);
        var page = await reader.OpenAsync("/entitlements/result");
        Assert.Contains("一次生育的孩子数", page.Text, StringComparison.Ordinal);
        await reader.SendAsync(await reader.OpenAsync("/entitlements/circumstances"), ("none", "true"));

        var asked = new List<string>();
        for (page = await reader.OpenAsync("/entitlements/question"); page.Asked is { } path && path != "children[0].babies"; page = await reader.SendAsync(page, ("skip", "true")))
            asked.Add(path);
        Assert.True(page.Asked == "children[0].babies", string.Join(' ', asked));
        Assert.Equal("这次怀了几个宝宝？", page.Heading);
        Assert.False((await reader.SendAsync(page, ("Answer", "2"))).HasErrors);
        Assert.DoesNotContain("一次生育的孩子数", (await reader.OpenAsync("/entitlements/result")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_children_as_are_read_can_be_told()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104"}""");
        var reader = new Reader(site, id);
        var page = await reader.FollowAsync(await OpenAsync(reader, "children"), "超过 6 个");
        Assert.Equal($"{FamilyReader.MaximumChildren}", page.Document.QuerySelectorAll<IHtmlInputElement>("input[name=Answer]").Last().Value);
        Assert.False((await reader.SendAsync(page, ("Answer", "9"))).HasErrors);
        Assert.Equal(9, Drafts.At(await Drafts.FamilyAsync(site, id), "children")!.AsArray().Count);
        Assert.Equal("9", (await OpenAsync(reader, "children")).Document.QuerySelector<IHtmlInputElement>("input[name=Answer]:checked")!.Value);
    }

    [Fact]
    public async Task Of_two_children_a_question_names_the_one_it_means_by_month_of_birth()
    {
        var id = await Drafts.KeepAsync(site, Family);
        Assert.StartsWith("2025年8月出生的孩子", (await OpenAsync(new Reader(site, id), "children[1].registered")).Heading, StringComparison.Ordinal);
    }

    private IReadOnlyList<FactPath> AskedPaths()
    {
        var vocabulary = Drafts.LibraryOf(site).Pack.Vocabulary;
        IEnumerable<FactPath> Of(EntityKind kind, params PathRoot[] roots) =>
            from root in roots from fact in vocabulary.FactsOf(kind) where fact.Question is not null select new FactPath(fact, root, root == PathRoot.Child ? 1 : 0);
        return
        [
            FactPath.Children, new(null, PathRoot.Mother, 0), new(null, PathRoot.Father, 0),
            .. Of(EntityKind.Family, PathRoot.Family), .. Of(EntityKind.Parent, PathRoot.Mother, PathRoot.Father).Where(path => path.ToString() != "father.pregnancyWeeks"),
            .. Of(EntityKind.Elder, PathRoot.MotherElder, PathRoot.FatherElder), .. Of(EntityKind.Child, PathRoot.Child),
        ];
    }

    private static Task<SeenPage> OpenAsync(Reader reader, object path) => reader.OpenAsync("/entitlements/question?at=" + Uri.EscapeDataString(path.ToString()!));

    private static IEnumerable<string> FieldsOf(SeenPage page) =>
        page.Form.QuerySelectorAll("[name='Answer'], [name='Several'], [name^='Date.']").Select(field => field.GetAttribute("name")!).Distinct();

    private static ((string, string)[] Fields, string Expected) Fill(SeenPage page, FactPath path)
    {
        var form = page.Form;
        if (form.QuerySelector("input[name='Date.Year']") is not null)
        {
            var (year, month, day) = path.Fact!.Path switch { "birth_date" when path.Root == PathRoot.Child => ("2025", "1", "5"), "insured_on" => ("2025", "10", "1"), _ => ("1985", "3", "4") };
            return ([("Date.Year", year), ("Date.Month", month), ("Date.Day", day)], $"{year}-{int.Parse(month):00}-{int.Parse(day):00}");
        }

        if (form.QuerySelector("input[name=Answer][list]") is not null)
            return ([("Answer", "621002")], "621002");
        if (form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").ToArray() is { Length: > 0 } boxes)
            return ([("Several", boxes[0].Value)], boxes[0].Value);
        if (form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").ToArray() is { Length: > 1 } radios)
            return ([("Answer", radios[1].Value)], radios[1].Value);
        var number = path.Fact?.Type.Kind == Rules.Binding.ValueKind.Money ? "3000" : "3";
        return ([("Answer", number)], number);
    }

    private static string Written(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray list when list.All(item => item is JsonObject) => $"{list.Count}",
        JsonArray list => string.Join(',', list.Select(item => item!.ToString())),
        _ => node.ToString().ToLowerInvariant() is "true" or "false" ? node.ToString().ToLowerInvariant() : node.ToString(),
    };
}
