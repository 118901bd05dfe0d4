namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class CalendarFileTests(CradleSite site)
{
    private const string Family = """
        {"residence":"220202","mother":{"employment":"employed","employerDivision":"220202"},"father":{"employment":"employed","employerDivision":"220202"},
         "children":[{"birthDate":"2025-12-01","registered":true,"babies":1,"difficultBirth":false}]}
        """;

    [Fact]
    public async Task The_last_day_of_each_leave_stands_in_the_file()
    {
        var file = await DownloadAsync(await Drafts.KeepAsync(site, Family));
        // born 2025-12-01: December 31, January 31 (62), February 28 (90), March 31 (121), April 30 (151), 29 in May = 180
        Assert.Contains(file.Events, item => item.Day == new DateOnly(2026, 5, 29) && item.Summary == "最后一天：产假（妈妈）");
        // parental leave lasts until the day before the third birthday
        Assert.Contains(file.Events, item => item.Day == new DateOnly(2028, 11, 30) && item.Summary == "最后一天：育儿假（妈妈、爸爸）");
        Assert.All(file.Events, item => Assert.True(item.Day >= new DateOnly(2026, 3, 1), $"{item.Summary} is over"));
    }

    [Fact]
    public async Task The_same_list_downloaded_twice_updates_a_calendar_instead_of_doubling_it()
    {
        var id = await Drafts.KeepAsync(site, Family);
        Assert.Equal((await DownloadAsync(id)).Events.Select(item => item.Uid), (await DownloadAsync(id)).Events.Select(item => item.Uid));
    }

    [Fact]
    public async Task The_file_is_offered_as_a_calendar_and_never_kept_by_caches()
    {
        var response = await new Reader(site, await Drafts.KeepAsync(site, Family)).GetAsync("/entitlements/calendar.ics");
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("cradle.ics", response.Content.Headers.ContentDisposition!.FileName);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Drafts_and_the_duties_of_others_stay_out()
    {
        // Changchun has a draft for comment, so some outcomes of this family are advice only
        var id = await Drafts.KeepAsync(site, Family.Replace("220202", "220104", StringComparison.Ordinal));
        var result = await new Reader(site, id).OpenAsync("/entitlements/result");
        Assert.NotNull(result.Document.GetElementById("draft"));
        var file = await DownloadAsync(id);
        Assert.NotEmpty(file.Events);
        Assert.All(file.Events, item => Assert.DoesNotContain("草案", item.Summary, StringComparison.Ordinal));
        Assert.All(file.Events, item => Assert.DoesNotMatch("托育班级人数上限|每名保育人员", item.Summary));   // ceilings for the childcare institution
        Assert.All(file.Events, item => Assert.DoesNotContain("/policy/001/", item.Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_children_each_event_says_which()
    {
        var id = await Drafts.KeepAsync(site, Family.Replace("\"children\":[", "\"children\":[{\"birthDate\":\"2023-10-05\",\"registered\":true},", StringComparison.Ordinal));
        var summaries = (await DownloadAsync(id)).Events.Select(item => item.Summary).ToList();
        Assert.Contains(summaries, summary => summary.EndsWith("2023年10月出生的）", StringComparison.Ordinal));
        Assert.Contains(summaries, summary => summary.EndsWith("2025年12月出生的）", StringComparison.Ordinal));
        Assert.DoesNotContain((await DownloadAsync(await Drafts.KeepAsync(site, Family))).Events, item => item.Summary.Contains("出生的", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_one_day_for_twins_is_one_event_that_names_both()
    {
        const string Child = """{"birthDate":"2025-12-01","registered":true,"babies":2,"difficultBirth":false}""";
        var twins = (await DownloadAsync(await Drafts.KeepAsync(site, Family.Replace("\"babies\":1", "\"babies\":2", StringComparison.Ordinal).Replace("}]", "}," + Child + "]", StringComparison.Ordinal)))).Events;
        Assert.Empty(twins.GroupBy(item => (item.Day, item.Summary[..item.Summary.IndexOf('（', StringComparison.Ordinal)])).Where(day => day.Count() > 1).Select(day => day.Key));
        Assert.Contains(twins, item => item.Summary.EndsWith("（2025年12月出生的第1个、2025年12月出生的第2个）", StringComparison.Ordinal));
        // the leave of one birth is named once whoever is born
        Assert.Single(twins, item => item.Summary == "最早到今天：产假（妈妈）");   // Jilin leaves open whether twins add days
    }

    [Fact]
    public async Task An_event_names_who_handles_it_and_leads_to_pages_of_its_clauses()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var file = Calendar.Read(await (await reader.GetAsync("/entitlements/calendar.ics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.All(file.Events, item => Assert.Matches("^找谁办：.+\n依据：", item.Description));
        Assert.All(file.Events, item => Assert.DoesNotMatch("(?<!/policy/)norms/", item.Description));
        var links = file.Events.SelectMany(item => item.Description.Split('\n').Where(line => line.StartsWith("依据：", StringComparison.Ordinal))).Select(line => line[(line.LastIndexOf(' ') + 1)..]).Distinct().ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.StartsWith("http://localhost/policy/", link, StringComparison.Ordinal);
            Assert.True((await reader.OpenAsync(new Uri(link).PathAndQuery)).Status == System.Net.HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task The_days_of_a_yearly_leave_lapse_at_each_birthday_and_the_third_is_its_last()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var text = await (await reader.GetAsync("/entitlements/calendar.ics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var days = Calendar.Read(text).Events.Where(item => item.Summary.Contains("育儿假（妈妈、爸爸）", StringComparison.Ordinal)).Select(item => (item.Day, item.Summary.Split('：')[0])).ToList();
        Assert.Equal([(new DateOnly(2026, 11, 30), "这一年的天数到今天为止"), (new DateOnly(2027, 11, 30), "这一年的天数到今天为止"), (new DateOnly(2028, 11, 30), "最后一天")], days);
        Assert.Contains("TRIGGER:-P14D", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ends_in_many_years_and_what_another_figure_holds_already_stay_out()
    {
        var events = (await DownloadAsync(await Drafts.KeepAsync(site, Family))).Events;
        Assert.All(events.Where(item => !item.Summary.StartsWith("开始：", StringComparison.Ordinal)), item => Assert.True(item.Day <= new DateOnly(2030, 3, 1), $"{item.Day} {item.Summary}"));
        Assert.DoesNotContain(events, item => item.Summary.Contains("合计", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_last_day_that_follows_from_at_least_so_many_days_is_the_earliest()
    {
        // Shanxi: it is open whether days are added for a difficult birth
        var reader = new Reader(site, await Drafts.KeepAsync(site, """
            {"residence":"140105","mother":{"employment":"employed","employerDivision":"140105"},"children":[{"birthDate":"2026-02-01","registered":true,"babies":1}]}
            """));
        var leave = Assert.Single((await DownloadAsync(reader)).Events, item => item.Summary.Contains("：产假（妈妈）", StringComparison.Ordinal));
        Assert.StartsWith("最早到今天：", leave.Summary, StringComparison.Ordinal);
        Assert.Contains("最早的一天", leave.Description, StringComparison.Ordinal);
        var card = (await reader.OpenAsync("/entitlements/result")).Document.QuerySelectorAll(".out").First(item => item.QuerySelector("h3")!.TextContent == "产假");
        Assert.Contains("最早到", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_reckoned_from_a_due_date_say_so()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """
            {"residence":"220202","mother":{"employment":"employed","employerDivision":"220202"},"father":{"employment":"employed","employerDivision":"220202"},"children":[{"dueDate":"2026-06-01","registered":true}]}
            """));
        var events = (await DownloadAsync(reader)).Events;
        Assert.Contains(events, item => item.Description.Contains("按预产期算的", StringComparison.Ordinal));
        Assert.Contains("（按预产期算）", (await reader.OpenAsync("/entitlements/result")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("按预产期算", (await new Reader(site, await Drafts.KeepAsync(site, Family)).OpenAsync("/entitlements/result")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_answers_the_address_leads_to_the_first_question_and_gives_no_file()
    {
        using var client = site.CreateDefaultClient();
        var response = await client.GetAsync(new Uri("/entitlements/calendar.ics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/entitlements", response.Headers.Location!.ToString());
    }

    private Task<Calendar> DownloadAsync(string id) => DownloadAsync(new Reader(site, id));

    private static async Task<Calendar> DownloadAsync(Reader reader) =>
        Calendar.Read(await (await reader.GetAsync("/entitlements/calendar.ics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
