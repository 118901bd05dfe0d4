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
        Assert.Contains(file.Events, item => item.Day == new DateOnly(2026, 5, 29) && item.Summary == "最后一天：产假");
        // parental leave lasts until the day before the third birthday
        Assert.Contains(file.Events, item => item.Day == new DateOnly(2028, 11, 30) && item.Summary == "最后一天：育儿假");
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

    private async Task<Calendar> DownloadAsync(string id) =>
        Calendar.Read(await (await new Reader(site, id).GetAsync("/entitlements/calendar.ics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
