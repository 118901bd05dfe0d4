using Cradle.Entitlements.Calculator;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class FlowTests(CradleSite site)
{
    private const int MostScreensOfTwoChildren = 30;

    [Fact]
    public async Task A_family_of_two_children_reaches_the_end_and_nothing_is_asked_twice()
    {
        var reader = new Reader(site);
        var page = await reader.SendAsync(await reader.OpenAsync("/entitlements"), ("Place", "220104"));
        var asked = new List<string>();
        while (page.Path != "/entitlements/result")
        {
            var at = page.Asked ?? page.Path;
            Assert.DoesNotContain(at, asked);
            asked.Add(at);
            page = page.Asked is null ? await reader.SendAsync(page, ("none", "true")) : await reader.SendAsync(page, Changchun(page.Asked));
            Assert.False(page.HasErrors, $"{at}: {page.Document.QuerySelector(".errors")?.TextContent}");
        }

        Assert.Contains("/entitlements/circumstances", asked);
        Assert.True(asked.Count <= MostScreensOfTwoChildren, $"{asked.Count} screens: {string.Join(' ', asked)}");
        Assert.Equal(["children", "children[0].birthDate", "children[1].birthDate", "parents"], asked[..4]);
        Assert.DoesNotContain(asked, path => path.EndsWith("birthOrder", StringComparison.Ordinal));   // the dates say it
        TestContext.Current.SendDiagnosticMessage($"Two children in Changchun: {asked.Count} screens");
    }

    [Fact]
    public async Task A_mother_alone_is_asked_nothing_about_a_father()
    {
        var reader = new Reader(site);
        var page = await reader.SendAsync(await reader.OpenAsync("/entitlements"), ("Place", "222401"));
        var asked = new List<string>();
        while (page.Path != "/entitlements/result")
        {
            asked.Add(page.Asked ?? page.Path);
            page = page.Asked switch
            {
                null => await reader.SendAsync(page, ("none", "true")),
                "parents" => await reader.SendAsync(page, ("Answer", "motherOnly")),
                var path => await reader.SendAsync(page, Changchun(path)),
            };
            Assert.DoesNotContain("爸爸", page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("parents", asked);
        Assert.Contains("mother.employment", asked);
        Assert.DoesNotContain(asked, path => path.StartsWith("father", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".missing, .st"), line => line.TextContent.Contains("爸爸", StringComparison.Ordinal));
    }

    [Fact]
    public async Task None_of_these_answers_every_rare_circumstance_at_once()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104","mother":{"employment":"employed","employerDivision":"2201"},"children":[{"birthDate":"2025-08-15","registered":true}]}""");
        var reader = new Reader(site, id);
        var page = await reader.OpenAsync("/entitlements/circumstances");
        var offered = page.Document.QuerySelectorAll("input[name=Ticked]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Contains("mother.onlyChild", offered);
        Assert.True(offered.Count >= 6, string.Join(' ', offered));
        await reader.SendAsync(page, ("none", "true"));
        var family = await Drafts.FamilyAsync(site, id);
        foreach (var path in offered)
            Assert.Contains(Drafts.At(family, path)!.ToJsonString(), new[] { "false", "[]" });
        Assert.NotEqual("/entitlements/circumstances", (await reader.OpenAsync("/entitlements/question")).Path);
    }

    [Fact]
    public async Task A_ticked_circumstance_holds_and_the_others_do_not()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104","mother":{"employment":"employed","employerDivision":"2201"},"children":[{"birthDate":"2025-08-15","registered":true}]}""");
        var reader = new Reader(site, id);
        await reader.SendAsync(await reader.OpenAsync("/entitlements/circumstances"), ("Ticked", "mother.onlyChild"), ("Ticked", "mother.parentsInHospital"));
        var family = await Drafts.FamilyAsync(site, id);
        Assert.True(Drafts.At(family, "mother.onlyChild")!.GetValue<bool>());
        Assert.Single(Drafts.At(family, "mother.parentsInHospital")!.AsArray());
        Assert.False(Drafts.At(family, "father.onlyChild")!.GetValue<bool>());
        var again = await reader.OpenAsync("/entitlements/circumstances");
        Assert.Equal(["mother.onlyChild", "mother.parentsInHospital"], again.Document.QuerySelectorAll("input[name=Ticked][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Ticks_and_none_of_these_together_are_an_error_and_lose_no_tick()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2025-08-15"}]}""");
        var reader = new Reader(site, id);
        var answered = await reader.SendAsync(await reader.OpenAsync("/entitlements/circumstances"), ("Ticked", "mother.onlyChild"), ("none", "true"));
        Assert.Contains("不能同时选", answered.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("mother.onlyChild", answered.Document.QuerySelector("input[name=Ticked][checked]")!.GetAttribute("value"));
        Assert.Null(Drafts.At(await Drafts.FamilyAsync(site, id), "mother"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mother.birthDate")]
    public async Task Going_on_without_a_tick_or_with_one_that_was_not_offered_is_an_error(string ticked)
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2025-08-15"}]}""");
        var reader = new Reader(site, id);
        var page = await reader.OpenAsync("/entitlements/circumstances");
        var answered = ticked.Length == 0 ? await reader.SendAsync(page) : await reader.SendAsync(page, ("Ticked", ticked));
        Assert.True(answered.HasErrors);
        Assert.StartsWith("错误：", answered.Title, StringComparison.Ordinal);
        Assert.Null(Drafts.At(await Drafts.FamilyAsync(site, id), "mother"));
    }

    [Fact]
    public async Task Fewer_children_forget_what_was_said_of_the_others()
    {
        var id = await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2023-05-20"},{"birthDate":"2025-08-15"}]}""", """["residence","children","children[0].birthDate","children[1].birthDate"]""");
        var reader = new Reader(site, id);
        var next = await reader.SendAsync(await reader.OpenAsync("/entitlements/question?at=children"), ("Answer", "1"));
        Assert.Single(Drafts.At(await Drafts.FamilyAsync(site, id), "children")!.AsArray());
        Assert.EndsWith("at=children%5B0%5D.birthDate", next.Document.QuerySelector(".crumbs a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("2025年8月15日", (await reader.OpenAsync("/entitlements/answers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fact_with_a_place_in_the_order_is_in_the_vocabulary()
    {
        var vocabulary = Drafts.LibraryOf(site).Pack.Vocabulary;
        foreach (var name in QuestionOrder.Facts.Where(name => name is not ("children" or "elders")))
        {
            var (entity, path) = (name[..name.IndexOf('.')], name[(name.IndexOf('.') + 1)..]);
            Assert.True(vocabulary.Find(Enum.Parse<EntityKind>(entity, ignoreCase: true), path)?.Question is not null, $"{name} is no question of the vocabulary");
        }
    }

    private static (string, string)[] Changchun(string path) => path switch
    {
        "children" => [("Answer", "2")],
        "children[0].birthDate" => [("Date.Year", "2023"), ("Date.Month", "5"), ("Date.Day", "20")],
        "children[1].birthDate" => [("Date.Year", "2025"), ("Date.Month", "8"), ("Date.Day", "15")],
        "mother.employment" or "father.employment" => [("Answer", "employed")],
        "mother.maternityInsurance" or "married" => [("Answer", "true")],
        _ when path.EndsWith(".registered", StringComparison.Ordinal) => [("Answer", "true")],
        _ when path.EndsWith(".difficultBirth", StringComparison.Ordinal) => [("Answer", "false")],
        _ when path.EndsWith("employerDivision", StringComparison.Ordinal) || path.EndsWith("Registration", StringComparison.Ordinal) || path.EndsWith("poolingRegion", StringComparison.Ordinal) => [("Answer", "220104")],
        _ when path.EndsWith("birthOrder", StringComparison.Ordinal) || path.EndsWith("babies", StringComparison.Ordinal) => [],   // the offered answer
        _ => [("skip", "true")],
    };
}
