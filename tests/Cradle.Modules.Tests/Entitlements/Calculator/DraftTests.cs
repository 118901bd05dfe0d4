using System.Net;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class DraftTests(CradleSite site)
{
    private const string Family = """{"residence":"220104","children":[{"birthDate":"2025-08-15"}],"mother":{"employment":"employed"}}""";

    private static readonly string[] Pages = ["/entitlements/question", "/entitlements/circumstances", "/entitlements/result", "/entitlements/answers", "/entitlements/calendar.ics", "/entitlements/why/maternity-leave"];

    [Fact]
    public async Task Which_child_it_is_follows_from_the_birth_dates_and_can_be_put_right()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """{"residence": "220104", "children": [{"birthDate": "2025-08-15"}, {"birthDate": "2022-01-10"}]}""", """["residence", "children", "children[0].birthDate", "children[1].birthDate"]"""));
        var answers = await reader.OpenAsync("/entitlements/answers");
        Assert.Contains("第 2 个（按出生日期排的）", answers.Text, StringComparison.Ordinal);
        for (var page = await reader.OpenAsync("/entitlements/question"); page.Asked is { } path; page = await reader.SendAsync(page, ("skip", "true")))
            Assert.DoesNotContain("birthOrder", path, StringComparison.Ordinal);
        await reader.SendAsync(await reader.OpenAsync("/entitlements/question?at=children[0].birthOrder&change=true"), ("Answer", "3"));
        Assert.Single((await reader.OpenAsync("/entitlements/answers")).Text.Split("按出生日期排的").Skip(1));
    }

    [Fact]
    public async Task Two_birth_dates_that_are_not_known_are_no_twins()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """{"residence": "220104", "children": [{}, {}]}"""));
        var page = await reader.OpenAsync("/entitlements/question?at=children[0].babies");
        Assert.Equal("", page.Document.QuerySelector("input[name=Answer]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Starting_sets_a_cookie_that_holds_a_random_id_only()
    {
        var reader = new Reader(site);
        var first = await reader.SendAsync(await reader.OpenAsync("/entitlements"), ("Place", "220104"));
        Assert.Equal("/entitlements/question", first.Path);
        var other = new Reader(site);
        Assert.NotEqual(reader.Cookie("cradle.draft")?.Value, other.Cookie("cradle.draft")?.Value);
        var cookie = reader.Cookie("cradle.draft")!;
        Assert.Matches("^[0-9a-f]{32}$", cookie.Value);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(default, cookie.Expires);   // gone with the browser
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("ffffffffffffffffffffffffffffffff")]
    [InlineData("not-an-id")]
    [InlineData("%00%0d%0a")]
    [InlineData("../../etc/passwd")]
    public async Task A_cookie_of_no_draft_leads_to_the_start(string cookie)
    {
        foreach (var page in Pages)
        {
            var seen = await new Reader(site, cookie).OpenAsync(page);
            Assert.Equal((HttpStatusCode.OK, "/entitlements"), (seen.Status, seen.Path));
        }
    }

    [Fact]
    public async Task A_cookie_changed_by_one_digit_opens_nothing()
    {
        var id = await Drafts.KeepAsync(site, Family);
        var changed = id[..^1] + (id[^1] == '0' ? '1' : '0');
        Assert.Equal("/entitlements", (await new Reader(site, changed).OpenAsync("/entitlements/result")).Path);
        Assert.Equal("/entitlements/result", (await new Reader(site, id).OpenAsync("/entitlements/result")).Path);
    }

    [Fact]
    public async Task The_id_of_a_shared_list_opens_no_answers_and_a_draft_is_no_shared_list()
    {
        var id = await Drafts.KeepAsync(site, Family);
        var reader = new Reader(site, id);
        var shared = await reader.ShareAsync();
        Assert.Equal("/entitlements", (await new Reader(site, shared.Split('/')[^1]).OpenAsync("/entitlements/answers")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await new Reader(site).OpenAsync("/entitlements/shared/" + id)).Status);
    }

    [Fact]
    public async Task Two_windows_that_answer_different_questions_lose_neither_answer()
    {
        var id = await Drafts.KeepAsync(site, Family);
        var reader = new Reader(site, id);
        var first = await reader.OpenAsync("/entitlements/question?at=children[0].registered");
        var second = await reader.OpenAsync("/entitlements/question?at=father.employment");
        await Task.WhenAll(reader.SendAsync(first, ("Answer", "true")), reader.SendAsync(second, ("Answer", "flexible")));
        var family = await Drafts.FamilyAsync(site, id);
        Assert.True(Drafts.At(family, "children[0].registered")!.GetValue<bool>());
        Assert.Equal("flexible", Drafts.At(family, "father.employment")!.ToString());
        Assert.Equal("employed", Drafts.At(family, "mother.employment")!.ToString());
    }

    [Fact]
    public async Task Two_windows_that_contradict_each_other_leave_a_draft_that_can_be_read()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2023-05-20"},{"birthDate":"2025-08-15"}]}""");
        var reader = new Reader(site, id);
        var elder = await reader.OpenAsync("/entitlements/question?at=children[0].birthOrder");
        var younger = await reader.OpenAsync("/entitlements/question?at=children[1].birthOrder");
        await Task.WhenAll(reader.SendAsync(elder, ("Answer", "2")), reader.SendAsync(younger, ("Answer", "1")));   // the later child can't be the first
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/entitlements/result")).Status);
    }

    [Fact]
    public async Task Clearing_deletes_the_draft_and_another_window_of_it_starts_again()
    {
        var id = await Drafts.KeepAsync(site, Family);
        var (reader, other) = (new Reader(site, id), new Reader(site, id));
        var open = await other.OpenAsync("/entitlements/question?at=children[0].registered");
        Assert.Equal("/entitlements", (await reader.SendAsync(await reader.OpenAsync("/entitlements/answers"))).Path);
        Assert.Null(await Drafts.FamilyAsync(site, id));
        var late = await other.SendAsync(open, ("Answer", "true"));
        Assert.Equal((HttpStatusCode.OK, "/entitlements"), (late.Status, late.Path));
        Assert.Equal("/entitlements", (await reader.OpenAsync("/entitlements/result")).Path);
    }

    [Fact]
    public async Task A_draft_ends_a_day_after_the_last_answer_and_a_shared_list_after_thirty()
    {
        await using var own = new CradleSite();
        var id = await Drafts.KeepAsync(own, Family);
        var reader = new Reader(own, id);
        var shared = await reader.ShareAsync();
        own.Clock.Advance(TimeSpan.FromHours(23));
        await reader.SendAsync(await reader.OpenAsync("/entitlements/question?at=children[0].registered"), ("Answer", "true"));
        own.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal("/entitlements/result", (await reader.OpenAsync("/entitlements/result")).Path);
        own.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("/entitlements", (await reader.OpenAsync("/entitlements/result")).Path);
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(shared)).Status);
        own.Clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(shared)).Status);
    }

    [Fact]
    public async Task A_due_date_that_passes_overnight_is_asked_again_and_the_other_answers_stay()
    {
        await using var own = new CradleSite();
        var id = await Drafts.KeepAsync(own, """{"residence":"220104","mother":{"employment":"employed"},"children":[{"dueDate":"2026-03-01"}]}""", """["residence","children","children[0].birthDate","mother.employment"]""");
        var reader = new Reader(own, id);
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/entitlements/result")).Status);
        own.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/entitlements/result")).Status);
        var next = await reader.OpenAsync("/entitlements/question");
        Assert.Equal("children[0].birthDate", next.Asked);
        await reader.SendAsync(next, ("Expected", "false"), ("Date.Year", "2026"), ("Date.Month", "3"), ("Date.Day", "2"));
        var family = await Drafts.FamilyAsync(own, id);
        Assert.Equal("2026-03-02", Drafts.At(family, "children[0].birthDate")!.ToString());
        Assert.Equal("employed", Drafts.At(family, "mother.employment")!.ToString());
    }
}
