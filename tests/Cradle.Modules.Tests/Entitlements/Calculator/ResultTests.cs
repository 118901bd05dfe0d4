using System.Net;
using AngleSharp.Dom;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class ResultTests(CradleSite site)
{
    // 158 days in Shanxi, 15 more for a difficult birth and 15 for the second of the twins: 188
    private const string Twins = """
        {"residence":"140105","married":true,"mother":{"employment":"employed","employerDivision":"140105"},"father":{"employment":"employed","employerDivision":"140105"},
         "children":[{"birthDate":"2026-02-27","registered":true,"babies":2,"difficultBirth":true},{"birthDate":"2026-02-27","registered":true,"babies":2,"difficultBirth":true}]}
        """;

    [Fact]
    public async Task Twenty_families_each_see_their_result_their_answers_every_why_and_a_calendar()
    {
        var whys = 0;
        foreach (var family in new GeneratedFamilies(Drafts.LibraryOf(site), seed: 20260301).Take(20))
        {
            var reader = new Reader(site, await Drafts.KeepAsync(site, family.ToJsonString(), """["residence"]"""));
            var result = await reader.OpenAsync("/entitlements/result");
            Assert.True(result.Status == HttpStatusCode.OK, family.ToJsonString());
            Assert.DoesNotContain("{who}", result.Text, StringComparison.Ordinal);
            AssertIdsAreUnique(result);
            AssertJumpsLead(result);
            foreach (var path in new[] { "/entitlements/question", "/entitlements/answers", "/entitlements/circumstances" })
                Assert.True((await reader.OpenAsync(path)).Status == HttpStatusCode.OK, $"{path}: {family.ToJsonString()}");
            Calendar.Read(await (await reader.GetAsync("/entitlements/calendar.ics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            // every tenth explanation: together dozens of different ones
            var links = result.Document.QuerySelectorAll("a[href*='/entitlements/why/']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
            foreach (var link in links.Where((_, index) => index % 10 == whys % 10))
            {
                whys++;
                Assert.True((await reader.OpenAsync(link)).Status == HttpStatusCode.OK, $"{link}: {family.ToJsonString()}");
            }
        }

        Assert.True(whys > 50, $"{whys} explanations");
    }

    [Fact]
    public async Task What_few_families_have_is_named_once_each()
    {
        foreach (var family in new[] { """{"residence":"220104","children":[{"birthDate":"2025-08-15"}]}""", Twins })
        {
            var names = (await new Reader(site, await Drafts.KeepAsync(site, family)).OpenAsync("/entitlements/result")).Document.QuerySelectorAll("#rare li > a").Select(link => link.TextContent).ToList();
            Assert.NotEmpty(names);
            Assert.Equal(names.Distinct(), names);
        }
    }

    [Fact]
    public async Task A_row_of_both_parents_names_what_is_missing_of_either()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2025-08-15"}]}"""));
        var rows = (await reader.OpenAsync("/entitlements/result")).Document.QuerySelectorAll("#ask .rows > li").Select(row => row.TextContent)
            .Where(text => text.Contains("对象：妈妈、爸爸", StringComparison.Ordinal) && text.Contains("还差：", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, text =>
        {
            var missing = text[text.IndexOf("还差：", StringComparison.Ordinal)..].Split('\n')[0];
            Assert.Equal(missing.Contains("妈妈", StringComparison.Ordinal), missing.Contains("爸爸", StringComparison.Ordinal));
        });
        Assert.Contains(rows, text => text[text.IndexOf("还差：", StringComparison.Ordinal)..].Contains("爸爸", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_why_link_of_a_result_explains_the_outcome_it_stands_at()
    {
        var id = await Drafts.KeepAsync(site, """
            {"residence":"220104","mother":{"employment":"employed","employerDivision":"220104"},"father":{"employment":"employed","employerDivision":"1401"},
             "children":[{"birthDate":"2023-05-20","registered":true},{"birthDate":"2025-08-15","registered":true}]}
            """);
        var reader = new Reader(site, id);
        var result = await reader.OpenAsync("/entitlements/result");
        var cards = result.Document.QuerySelectorAll(".out");
        Assert.NotEmpty(cards);
        foreach (var card in cards)
        {
            var why = await reader.OpenAsync(card.QuerySelector("a.go")!.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, why.Status);
            Assert.StartsWith(card.QuerySelector("h3")!.TextContent, why.Heading, StringComparison.Ordinal);
            Assert.Equal(card.QuerySelector(".fig")?.TextContent, why.Document.QuerySelector(".answer .fig")?.TextContent);
        }
    }

    [Theory]
    [InlineData("/entitlements/why/no-such-thing")]
    [InlineData("/entitlements/why/maternity-leave?child=9")]
    public async Task An_explanation_of_nothing_is_not_found(string path)
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2025-08-15"}]}"""));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task A_shared_list_says_the_total_with_its_parts_and_names_both_parents_in_one_line()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Twins));
        var shared = await reader.OpenAsync(await reader.ShareAsync());
        Assert.Contains("适用：山西省。", shared.Document.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var lines = shared.Document.QuerySelectorAll("ul.rows > li");
        var leave = Assert.Single(lines, line => line.QuerySelector("b")!.TextContent.StartsWith("产假：", StringComparison.Ordinal));
        Assert.Equal("产假：188天", leave.QuerySelector("b")!.TextContent);
        Assert.Contains("山西奖励延长60天、产假增加天数 30 天", leave.TextContent.Replace("30天", "30 天", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("对象：妈妈。", leave.TextContent, StringComparison.Ordinal);
        var care = Assert.Single(lines, line => line.QuerySelector("b")!.TextContent.StartsWith("育儿假", StringComparison.Ordinal));
        Assert.Contains("对象：妈妈、爸爸", care.TextContent, StringComparison.Ordinal);
        // the regulation says "not less than 15 days a year"
        Assert.Contains("不少于", care.QuerySelector("b")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_line_draws_everything_once_and_only_what_is_due()
    {
        var result = await new Reader(site, await Drafts.KeepAsync(site, Twins)).OpenAsync("/entitlements/result");
        var rows = result.Document.QuerySelectorAll(".life table tbody tr").Select(row => row.QuerySelector("th")!.TextContent).ToList();
        Assert.Contains(rows, row => row.StartsWith("产假（妈妈）188 天", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.StartsWith("产假增加天数", StringComparison.Ordinal));
        Assert.DoesNotContain("产假增加天数", result.Document.QuerySelector(".life")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(rows, row => row.StartsWith("国家育儿补贴", StringComparison.Ordinal) && row.Contains("每个孩子 3600 元", StringComparison.Ordinal));
        var programmes = result.Document.QuerySelectorAll("#programme h3").Select(item => item.TextContent.Split('：')[0]).ToList();
        Assert.All(programmes, programme => Assert.DoesNotContain(rows, row => row.StartsWith(programme + "（", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_has_days_and_no_figure_shows_its_days_on_the_page_and_in_the_calendar()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Twins.Replace("\"babies\":2", "\"babies\":1", StringComparison.Ordinal)));
        var result = await reader.OpenAsync("/entitlements/result");
        Assert.All(result.Document.QuerySelectorAll("main dd"), item => Assert.NotEqual("", item.TextContent.Trim()));
        // blood after 72 hours and within 7 days
        Assert.Contains("2026年3月2日至2026年3月6日", result.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var calendar = Calendar.Read(await (await reader.GetAsync("/entitlements/calendar.ics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(calendar.Events, item => item.Day == new DateOnly(2026, 3, 6) && item.Summary.StartsWith("最后一天：足跟血采集时间", StringComparison.Ordinal));
        Assert.Contains(calendar.Events, item => item.Day == new DateOnly(2026, 3, 27) && item.Summary.StartsWith("开始：下一次儿童健康检查", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drafts_that_say_what_is_in_force_are_folded_into_one_line()
    {
        var family = """{"residence":"220104","mother":{"employment":"employed","employerDivision":"220104","maternityInsurance":true},"father":{"employment":"employed","employerDivision":"220104"},"children":[{"birthDate":"2025-12-01","registered":true,"babies":1,"difficultBirth":false}]}""";
        var result = await new Reader(site, await Drafts.KeepAsync(site, family)).OpenAsync("/entitlements/result");
        var draft = result.Document.GetElementById("draft")!;
        var apart = draft.QuerySelectorAll("ul.rows h3").Select(item => item.TextContent.Split('：')[0]).ToList();
        var alike = draft.QuerySelectorAll(".names a").Select(item => item.TextContent).ToList();
        Assert.Contains("草案里也写到，与现行规定一致：", draft.QuerySelector("details summary")!.ParentElement!.QuerySelector(".more summary, summary")!.TextContent + draft.TextContent, StringComparison.Ordinal);
        Assert.Contains("产假", alike);   // 180 days in Jilin's regulation and in Changchun's draft
        Assert.DoesNotContain("产假", apart);
        Assert.NotEmpty(apart);
        Assert.Equal(apart.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), result.Document.QuerySelector("a[href='#draft'] b")!.TextContent);
    }

    [Fact]
    public async Task What_others_owe_is_called_owed_and_never_theirs_to_enjoy()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Twins));
        var result = await reader.OpenAsync("/entitlements/result");
        var others = result.Document.QuerySelectorAll("#others li");
        Assert.NotEmpty(others);
        var owed = others.Where(item => !item.TextContent.Contains("对象：", StringComparison.Ordinal)).ToList();
        Assert.All(owed, item => Assert.DoesNotContain("可享受", item.TextContent, StringComparison.Ordinal));
        Assert.Contains(others, item => item.TextContent.Contains("社区托育税费优惠", StringComparison.Ordinal) && item.TextContent.Contains("可享受", StringComparison.Ordinal));   // relief for institutions
        Assert.Contains(others, item => item.TextContent.Contains("应当做到", StringComparison.Ordinal) && item.TextContent.Contains("由政府部门做到", StringComparison.Ordinal));
        var links = owed.Select(item => item.QuerySelector("a")!.GetAttribute("href")!).Distinct().ToList();
        foreach (var link in links)
        {
            var why = await reader.OpenAsync(link);
            Assert.DoesNotMatch("(政府|机构|用人单位)(可以)?享受", why.Document.QuerySelector(".cols .stack")!.TextContent);
            Assert.NotEqual("可享受", why.Document.QuerySelector(".answer .st")!.TextContent);
        }

        var compared = await reader.OpenAsync("/entitlements/compare?family=newborn&place=2201&place=1401&show=units");
        var duty = Assert.Single(compared.Document.QuerySelectorAll("#units tr"), row => row.TextContent.Contains("辅助生殖技术规范", StringComparison.Ordinal));
        Assert.DoesNotContain("可享受", duty.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_is_neither_open_nor_next()
    {
        var family = """{"residence":"220104","children":[{"birthDate":"2020-03-01","registered":true},{"birthDate":"2016-05-01"}]}""";
        var result = await new Reader(site, await Drafts.KeepAsync(site, family)).OpenAsync("/entitlements/result");
        Assert.DoesNotContain("还差信息", result.Document.GetElementById("ended")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"2026年3月1日至2026年3月1日", result.Text);
    }

    [Theory]
    [InlineData("220104")]
    [InlineData("140105")]
    [InlineData("621002")]
    public async Task A_result_is_light_enough_for_a_phone(string place)
    {
        var family = Twins.Replace("140105", place, StringComparison.Ordinal).Replace("\"children\":[", "\"children\":[{\"birthDate\":\"2020-09-01\"},", StringComparison.Ordinal);
        var response = await new Reader(site, await Drafts.KeepAsync(site, family)).GetAsync("/entitlements/result");
        var bytes = (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        Assert.True(bytes < 150_000, $"{bytes} bytes");
    }

    [Fact]
    public async Task A_why_adds_up_to_its_figure()
    {
        var why = await new Reader(site, await Drafts.KeepAsync(site, Twins)).OpenAsync("/entitlements/why/maternity-leave");
        Assert.StartsWith("188", why.Document.QuerySelector(".answer .fig")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("加上产假增加天数：158天 + 30天 = 188天", why.Document.QuerySelector(".tree")!.TextContent, StringComparison.Ordinal);
    }

    private static void AssertIdsAreUnique(SeenPage page)
    {
        var ids = page.Document.All.Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToList();
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static void AssertJumpsLead(SeenPage page)
    {
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='#']"))
            Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..]));
    }
}
