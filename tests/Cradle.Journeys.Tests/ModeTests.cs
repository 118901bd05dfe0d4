using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

/// <summary>The calculator in English, in large type and by keyboard. A class of its own, because classes run side by side.</summary>
public class ModeTests(Served served)
{
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
        await visit.AnswerAsync(PageTests.Answers, until: "mother.employment");
        foreach (var path in new[] { "/entitlements/circumstances", "/entitlements/result", "/entitlements/answers" })
        {
            await visit.OpenAsync(path);
            await visit.TellAsync("elder-" + path.Split('/')[^1]);
        }
    }

    [Fact]
    public async Task Large_English_type_breaks_no_word_of_a_card()
    {
        await using var visit = await served.VisitAsync();
        await visit.StartAsync("220104");
        await visit.AnswerAsync(PageTests.Answers, until: "mother.employment");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "长辈版" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await visit.OpenAsync("/entitlements/result");
        // a word that stands on two lines has two boxes
        var broken = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.out-line h3')].flatMap(heading => [...heading.textContent.matchAll(/[A-Za-z]+/g)].filter(word => {
              const range = document.createRange();
              range.setStart(heading.firstChild, word.index);
              range.setEnd(heading.firstChild, word.index + word[0].length);
              return range.getClientRects().length > 1;
            }).map(word => word[0]))
            """);
        Assert.Empty(broken);
        Assert.NotEqual(0, await visit.Page.Locator(".out-line h3").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_alone_gets_from_the_start_to_an_explanation()
    {
        await using var visit = await served.VisitAsync();
        await visit.OpenAsync("/entitlements");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await visit.Page.Locator(":focus").InnerTextAsync());
        await TabToAsync(visit, "input[name=Place]");                       // nothing is chosen before somebody chooses
        await visit.Page.Keyboard.TypeAsync("220104");
        await TabToAsync(visit, "main form button");
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
        await Assertions.Expect(visit.Page.Locator("main form[action*='parents']")).ToHaveCountAsync(1);
        await TabToAsync(visit, "input[name=Answer]");
        await visit.Page.Keyboard.PressAsync("Space");                      // both parents
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/entitlements/circumstances");
        await TabToAsync(visit, "main form button[name=none]");             // none of the rare circumstances
        await visit.Page.Keyboard.PressAsync("Enter");
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
