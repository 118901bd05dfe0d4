using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

/// <summary>Three families from the first question to the cleared draft, with and without scripts. The clock stands at 1 March 2026.</summary>
public class FamilyJourneyTests(Served served)
{
    private static readonly Dictionary<string, string> Changchun = new()
    {
        ["children"] = "2", ["children[0].birthDate"] = "2023-05-20", ["children[1].birthDate"] = "2025-12-15", ["parents"] = "both",
        ["mother.employment"] = "employed", ["mother.employerDivision"] = "220104", ["father.employment"] = "employed", ["father.employerDivision"] = "220104",
        ["children[0].registered"] = "true", ["children[1].registered"] = "true", ["children[0].babies"] = "1", ["children[1].babies"] = "1",
        ["children[0].difficultBirth"] = "false", ["children[1].difficultBirth"] = "false", ["children[0].birthOrder"] = "1", ["children[1].birthOrder"] = "2",
        ["mother.maternityInsurance"] = "true", ["mother.poolingRegion"] = "2201", ["married"] = "true",
    };

    private static readonly Dictionary<string, string> Taiyuan = new()
    {
        ["children"] = "2", ["children[0].birthDate"] = "2026-02-10", ["children[1].birthDate"] = "2026-02-10", ["parents"] = "both",
        ["mother.employment"] = "employed", ["mother.employerDivision"] = "140105", ["father.employment"] = "employed", ["father.employerDivision"] = "140105",
        ["children[0].registered"] = "true", ["children[1].registered"] = "true", ["children[0].difficultBirth"] = "false", ["children[0].babies"] = "2",
        ["mother.maternityInsurance"] = "true",
    };

    private static readonly Dictionary<string, string> Qingyang = new()
    {
        ["children"] = "1", ["children[0].birthDate"] = "2025-05-10", ["parents"] = "both", ["mother.employment"] = "flexible", ["father.employment"] = "none",
        ["mother.medicalInsurance"] = "employee", ["mother.maternityInsurance"] = "true", ["mother.poolingRegion"] = "6210", ["mother.contributionBase"] = "4500",
        ["children[0].registered"] = "true", ["children[0].difficultBirth"] = "false", ["children[0].babies"] = "1",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changchun_family_of_two_children_gets_180_25_and_20_days(bool scripts)
    {
        await using var visit = await served.VisitAsync(scripts);
        await WalkAsync(visit, "220104", Changchun, backFrom: "mother.employerDivision", backTo: "mother.employment");

        // Jilin, 000 二（十二）: 180 days. 15 to 31 December 17, January 31 (48), February 28 (76), March 31 (107), April 30 (137), May 31 (168), 12 June = 180
        await SeesAsync(visit, "产假", "180", "2025年12月15日至2026年6月12日", "二（十二）");
        // 25 days for the father, shown until the day before the first birthday
        await SeesAsync(visit, "陪产护理假", "25", "2025年12月15日至2026年12月14日", "二（十二）");
        // 20 days a year for each parent until the younger child turns three on 15 December 2028
        await SeesAsync(visit, "育儿假", "20", "2025年12月15日至2028年12月14日", "二（十二）");
        await Assertions.Expect(visit.Card("育儿假")).ToContainTextAsync("各算各的");

        // Without the registration there are the 98 national days: 17, 48, 76 to the end of February, 22 March = 98
        await ChangeAsync(visit, "children[1].registered", "false");
        await SeesAsync(visit, "产假", "98", "2025年12月15日至2026年3月22日", "第7条");
        await ChangeAsync(visit, "children[1].registered", "true");
        await SeesAsync(visit, "产假", "180", "2025年12月15日至2026年6月12日", "二（十二）");
        await PrintsOnAsync(visit, mostPages: 6);
        await CloseAsync(visit, "产假", "180", lastDay: ("20281214", "最后一天：育儿假"), "220104", "2025-12-15", "=2023", "=employed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taiyuan_employee_with_twins_gets_173_days_in_one_total(bool scripts)
    {
        await using var visit = await served.VisitAsync(scripts);
        await WalkAsync(visit, "140105", Taiyuan, backFrom: "mother.employment", backTo: "parents");

        // Shanxi, 002/14: 98 + 60, and 15 for the second baby: 173. 10 to 28 February 19, March 31 (50), April 30 (80), May 31 (111), June 30 (141), July 31 (172), 1 August = 173
        await SeesAsync(visit, "产假", "173", "2026年2月10日至2026年8月1日", "14");
        await Assertions.Expect(visit.Page.Locator("article.out").Filter(new() { HasTextString = "产假增加天数 15 天" })).ToHaveCountAsync(1);
        await SeesAsync(visit, "陪产护理假", "15", "2026年2月10日至2027年2月9日", "14");

        // unregistered: the national 98 + 15 days. 19, March 31 (50), April 30 (80), May 31 (111), 2 June = 113
        await ChangeAsync(visit, "children[0].registered", "false");
        await SeesAsync(visit, "产假", "113", "2026年2月10日至2026年6月2日", "第7条");
        await ChangeAsync(visit, "children[0].registered", "true");
        // the shared list says the same total as the family's own
        await CloseAsync(visit, "产假", "173", lastDay: ("20260801", "最后一天：产假"), "140105", "2026-02-10", "=employed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Flexible_worker_in_Qingyang_gets_the_pilot_insurance_and_14700_yuan(bool scripts)
    {
        await using var visit = await served.VisitAsync(scripts);
        await WalkAsync(visit, "621002", Qingyang, backFrom: "mother.employment", backTo: "parents");

        // Qingyang, 004/（三）: 4500 / 30 × 98 = 14700
        await SeesAsync(visit, "生育津贴", "14700", null, "（三）");
        await Assertions.Expect(visit.Page.Locator("#yes")).ToContainTextAsync("灵活就业人员参加生育保险");

        // 6000 / 30 × 98 = 19600
        await ChangeAsync(visit, "mother.contributionBase", "6000");
        await SeesAsync(visit, "生育津贴", "19600", null, "（三）");
        await ChangeAsync(visit, "mother.contributionBase", "４５００元");
        await SeesAsync(visit, "生育津贴", "14700", null, "（三）");
        await CloseAsync(visit, "生育津贴", null, lastDay: null, "621002", "2025-05-10", "4500", "14700", "=flexible");
    }

    private static async Task WalkAsync(Visit visit, string place, Dictionary<string, string> answers, string backFrom, string backTo)
    {
        var watch = Stopwatch.StartNew();
        await visit.StartAsync(place);
        var first = await visit.AnswerAsync(answers, until: backFrom);

        // back: past the screen of rare circumstances to the question before it, with the answer that was given
        await visit.FollowAsync("返回上一题");
        if (backTo == "parents")
        {
            Assert.Equal("/entitlements/circumstances", visit.Path);
            await visit.FollowAsync("返回上一题");
        }

        Assert.Equal(backTo, await visit.AskedAsync());
        if (answers[backTo].Contains('-', StringComparison.Ordinal))
            Assert.Equal(answers[backTo].Split('-')[0], await visit.Page.InputValueAsync("input[name='Date.Year']"));
        else
            Assert.True(await visit.Page.IsCheckedAsync($"input[name=Answer][value='{answers[backTo]}']"));
        await visit.PressAsync("继续");
        var rest = await visit.AnswerAsync(answers);
        Assert.Equal("/entitlements/result", visit.Path);
        Assert.Contains("circumstances", first.Concat(rest));
        Assert.Contains(rest, asked => asked != "circumstances" && !answers.ContainsKey(asked));   // something was skipped
        Console.WriteLine($"journey {place}: {first.Count + rest.Count} screens in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task SeesAsync(Visit visit, string label, string figure, string? when, string clause)
    {
        var card = visit.Card(label);
        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(card.Locator(".fig")).ToHaveTextAsync(new Regex($"^(至少 )?{figure} *\\D"));
        await Assertions.Expect(card.Locator(".st")).ToContainTextAsync("可享受");
        await Assertions.Expect(card.Locator(".cites")).ToContainTextAsync(clause);
        if (when is not null)
            await Assertions.Expect(card.Locator("dl")).ToContainTextAsync(when);
    }

    /// <summary>Changes one answer from the list of answers and comes back to the result.</summary>
    private static async Task ChangeAsync(Visit visit, string path, string answer)
    {
        await visit.FollowAsync("看答案、改答案");
        await visit.Page.Locator($"main a[href*='{Uri.EscapeDataString(path)}']").ClickAsync();
        Assert.Equal(path, await visit.AskedAsync());
        await visit.GiveAsync(answer);
        Assert.Equal("/entitlements/answers", visit.Path);
        await visit.FollowAsync("看清单");
    }

    /// <summary>The list on A4, everything unfolded.</summary>
    private static async Task PrintsOnAsync(Visit visit, int mostPages)
    {
        var pdf = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
        Assert.InRange(Regex.Count(pdf, @"/Type\s*/Page\b(?!s)"), 2, mostPages);
    }

    /// <summary>Why, calendar, share, print and clear.</summary>
    private async Task CloseAsync(Visit visit, string label, string? figure, (string Day, string Summary)? lastDay, params string[] answers)
    {
        await visit.Card(label).Locator("summary").ClickAsync();
        await visit.Card(label).GetByRole(AriaRole.Link, new() { Name = "为什么" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync(label);
        await Assertions.Expect(visit.Page.Locator(".tree")).ToBeVisibleAsync();
        await visit.FollowAsync("支持清单");

        var calendar = await visit.Page.RunAndWaitForDownloadAsync(() => visit.FollowAsync("加到日历"));
        Assert.Equal("cradle.ics", calendar.SuggestedFilename);
        var text = await File.ReadAllTextAsync((await calendar.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        if (lastDay is var (day, summary))
            Assert.Contains($"DTSTART;VALUE=DATE:{day}\r\n", text[..text.IndexOf(summary, StringComparison.Ordinal)], StringComparison.Ordinal);

        await visit.PressAsync("分享清单");
        var link = await visit.Main.Locator("a[href*='/entitlements/shared/']").GetAttributeAsync("href");
        await using (var other = await served.VisitAsync())
        {
            await other.OpenAsync(link!);
            var shared = await other.Main.InnerTextAsync();
            const string Made = "这份清单是2026年3月1日做的";
            Assert.Contains(Made, shared, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\d{4}年\d{1,2}月|\d{4}-\d\d", shared.Replace(Made, "", StringComparison.Ordinal));
            Assert.All(answers, answer => Assert.DoesNotContain(answer.TrimStart('='), shared, StringComparison.Ordinal));
            Assert.Contains(figure is null ? label : $"{label}：{figure}", shared, StringComparison.Ordinal);
            await other.OpenAsync("/entitlements/result");
            Assert.Equal("/entitlements", other.Path);   // the link carries no draft
        }

        await visit.OpenAsync("/entitlements/result");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visit.Card(label)).ToBeVisibleAsync();
        Assert.False(await visit.Main.GetByRole(AriaRole.Button, new() { Name = "分享清单" }).IsVisibleAsync());
        Assert.False(await visit.Main.GetByRole(AriaRole.Button, new() { Name = "清空我的答案" }).IsVisibleAsync());
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await visit.PressAsync("清空我的答案");
        Assert.Equal("/entitlements", visit.Path);
        await visit.OpenAsync("/entitlements/answers");
        Assert.Equal("/entitlements", visit.Path);
        visit.AssertNowhere(answers);
    }
}
