using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

public class PageTests(Served served)
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["children"] = "2", ["children[0].birthDate"] = "2022-05-20", ["children[1].birthDate"] = "2025-08-15",
        ["mother.employment"] = "employed", ["mother.employerDivision"] = "220104", ["father.employment"] = "employed", ["father.employerDivision"] = "220104",
        ["children[0].registered"] = "true", ["children[1].registered"] = "true", ["children[0].care"] = "kindergarten",
    };

    private static readonly string[] Others = ["/", "/services", "/privacy", "/accessibility", "/policy", "/policy/000", "/policy/rules", "/policy/rules/maternity-leave", "/entitlements/compare", "/policy/rehearsal"];

    [Fact]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on_any_page_of_a_journey()
    {
        await using var visit = await served.VisitAsync();
        visit.Shown = async name =>
        {
            await visit.AxeAsync(name);
            await visit.FitsAsync(name);
        };
        await visit.StartAsync("220104");
        var asked = await visit.AnswerAsync(Answers);
        Assert.Contains("children[0].kindergarten.hardship", asked);
        await visit.TellAsync("result");
        await visit.PressAsync("分享清单");
        await visit.TellAsync("result-shared");
        var shared = (await visit.Main.Locator("a[href*='/entitlements/shared/']").GetAttributeAsync("href"))!;
        await visit.OpenAsync("/entitlements/answers");
        await visit.TellAsync("answers");
        foreach (var why in new[] { "maternity-leave?child=1", "maternity-cash-benefit?child=1", "parental-leave?who=father" })
        {
            await visit.OpenAsync("/entitlements/why/" + why);
            await visit.TellAsync("why-" + why.Split('?')[0]);
        }

        await visit.OpenAsync(shared);
        await visit.TellAsync("shared");
        await visit.OpenAsync("/entitlements/circumstances");
        await visit.PressAsync("继续");   // nothing is ticked
        await visit.TellAsync("circumstances-error");
        foreach (var path in Others)
        {
            await visit.OpenAsync(path);
            await visit.TellAsync(path.Trim('/').Replace('/', '-') is { Length: > 0 } name ? name : "home");
        }
    }

    [Fact]
    public async Task The_English_switch_turns_every_page_of_the_calculator_and_back()
    {
        await using var visit = await served.VisitAsync();
        await visit.StartAsync("220104");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        Assert.Equal("/entitlements/question", visit.Path);   // back to where one was
        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("How many children are there (the expected one included)?");
        await visit.Page.CheckAsync("input[name=Answer][value='1']");
        await visit.PressAsync("Continue");
        await visit.FillDateAsync("2025-08-15");
        await visit.PressAsync("Continue");
        foreach (var (path, name) in new[] { ("/entitlements/result", "result"), ("/entitlements/answers", "answers"), ("/entitlements/question", "question"), ("/entitlements/circumstances", "circumstances"), ("/entitlements", "start") })
        {
            await visit.OpenAsync(path);
            await visit.TellAsync("en-" + name);
            await visit.AxeAsync("en " + name);
            await visit.FitsAsync("en " + name);
            Assert.DoesNotMatch("[\u4e00-\u9fff]{4,}", await visit.Page.Locator("main h1").InnerTextAsync());
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        Assert.Equal("zh-CN", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Elder_mode_makes_text_larger_and_every_page_still_fits()
    {
        await using var visit = await served.VisitAsync();
        await visit.StartAsync("220104");
        var before = await SizeAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "长辈版" }).ClickAsync();
        Assert.True(await SizeAsync(visit) >= before * 1.2);
        visit.Shown = async name =>
        {
            await visit.AxeAsync("elder " + name);
            await visit.FitsAsync("elder " + name);
        };
        await visit.AnswerAsync(Answers, until: "mother.employment");
        foreach (var path in new[] { "/entitlements/circumstances", "/entitlements/result", "/entitlements/answers" })
        {
            await visit.OpenAsync(path);
            await visit.TellAsync("elder-" + path.Split('/')[^1]);
        }
    }

    [Fact]
    public async Task The_keyboard_alone_gets_from_the_start_to_an_explanation()
    {
        await using var visit = await served.VisitAsync();
        await visit.OpenAsync("/entitlements");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await visit.Page.Locator(":focus").InnerTextAsync());
        await TabToAsync(visit, "main form button");                        // the place of the top bar is chosen already
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/entitlements/question");
        await TabToAsync(visit, "input[name=Answer]");
        await visit.Page.Keyboard.PressAsync("Space");                      // no child …
        await visit.Page.Keyboard.PressAsync("ArrowDown");                  // … one child
        await visit.Page.Keyboard.PressAsync("Enter");                      // sends the form
        await TabToAsync(visit, "input[name='Date.Year']");
        await visit.Page.Keyboard.TypeAsync("2025");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("8");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("15");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/entitlements/question");
        await Assertions.Expect(visit.Page.Locator("main form[action*='mother.employment']")).ToHaveCountAsync(1);
        await TabToAsync(visit, "input[name=Answer]");
        await visit.Page.Keyboard.PressAsync("Space");                      // employed
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main form[action*='mother.employerDivision']")).ToHaveCountAsync(1);
        await TabToAsync(visit, "main form .acts .btn:not(.btn-2)");        // the family's own place is offered
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main form[action*='father.employment']")).ToHaveCountAsync(1);
        await TabToAsync(visit, "main a[href='/entitlements/result']");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/entitlements/result");
        await TabToAsync(visit, ".out-line summary");
        await visit.Page.Keyboard.PressAsync("Enter");                      // unfolds the item
        await TabToAsync(visit, "a[href*='/entitlements/why/']");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/entitlements/why/**");
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("为什么");
    }

    private static async Task<double> SizeAsync(Visit visit) =>
        await visit.Page.Locator("main h1").EvaluateAsync<double>("element => parseFloat(getComputedStyle(element).fontSize)");

    private static async Task TabToAsync(Visit visit, string selector)
    {
        await visit.Page.Locator(selector).First.WaitForAsync();   // the page that Enter led to
        for (var presses = 0; presses < 80; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                // a keyboard user has to see where the focus is
                Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>(
                    "() => { const e = document.activeElement; return getComputedStyle(e.matches('.choice input') ? e.nextElementSibling : e).outlineStyle; }"));
                return;
            }
        }

        Assert.Fail($"Tab does not reach {selector}");
    }
}
