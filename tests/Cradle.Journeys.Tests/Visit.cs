using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

/// <summary>One person's browser: what it does, and every address and referrer it sends.</summary>
internal sealed class Visit(IBrowserContext context, IPage page, CradleSite site, string origin) : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

    // Nothing but what is wrong: what is right is most of a page, and collecting it takes most of the time.
    private const string Violations = """
        levels => axe.run(document, { runOnly: { type: 'tag', values: levels }, resultTypes: ['violations'] })
            .then(found => found.violations.map(one => `${one.id} (${one.help}): ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`))
        """;

    // CRADLE_SHOTS=folder keeps a picture of every page a journey shows, for looking at.
    private static readonly string? Shots = Environment.GetEnvironmentVariable("CRADLE_SHOTS");

    private static readonly ConcurrentDictionary<(string Origin, string UserName), Cookie[]> Sessions = new();
    private static readonly SemaphoreSlim Signing = new(1);
    // the innermost elements that stick out
    private const string Widest = """
        width => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1 && ![...one.children].some(child => child.getBoundingClientRect().right > width + 1))
            .slice(0, 5).map(one => one.outerHTML.slice(0, 160)).join(' | ')
        """;

    private readonly ConcurrentBag<string> sent = [];
    private int shot;

    public IPage Page => page;

    /// <summary>Addresses and referrers so far.</summary>
    public IReadOnlyCollection<string> Sent => sent;

    /// <summary>Called on every page a journey shows.</summary>
    public Func<string, Task>? Shown { get; set; }

    public string Path => new Uri(page.Url).AbsolutePath;

    public ILocator Main => page.Locator("main");

    /// <summary>The fact that a question page asks for.</summary>
    public async Task<string?> AskedAsync()
    {
        var form = page.Locator("main form[action*='at=']");
        if (await form.CountAsync() == 0)
            return null;
        var action = (await form.GetAttributeAsync("action"))!;
        return Uri.UnescapeDataString(action[(action.IndexOf("at=", StringComparison.Ordinal) + 3)..]);
    }

    public async Task OpenAsync(string path)
    {
        Record();
        await page.GotoAsync(path);
    }

    /// <summary>Takes up the session of a demo account; the first visit signs in for all, because a code is good once and the next one comes half a minute later.</summary>
    public async Task ResumeAsync(string userName)
    {
        var session = (origin, userName);
        await Signing.WaitAsync();
        try
        {
            if (Sessions.TryGetValue(session, out var cookies))
            {
                await context.AddCookiesAsync(cookies);
                return;
            }

            await SignInAsync(userName);
            Assert.Equal("/desk", Path);
            Sessions[session] = [.. (await context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, Secure = cookie.Secure, SameSite = cookie.SameSite })];
        }
        finally
        {
            Signing.Release();
        }
    }

    /// <summary>Signs in with a demo account, with its second factor where it has one.</summary>
    public async Task SignInAsync(string userName)
    {
        await OpenAsync("/sign-in");
        await page.FillAsync("input[name=UserName]", userName);
        await page.FillAsync("input[name=Password]", Platform.Accounts.DemoAccounts.Password);
        await PressAsync("登录");
        if (Path != "/sign-in/code")
            return;
        await page.FillAsync("input[name=Code]", await Main.Locator(".note .num").InnerTextAsync());
        await PressAsync("登录");
    }

    /// <summary>Chooses the place and presses start.</summary>
    public async Task StartAsync(string place)
    {
        await OpenAsync("/entitlements");
        await TellAsync("start");
        await page.FillAsync("input[name=Place]", place);
        await PressAsync("开始");
    }

    /// <summary>Answers questions as the script says and skips the others, until a question of the script's choosing or the result.</summary>
    public async Task<IReadOnlyList<string>> AnswerAsync(IReadOnlyDictionary<string, string> answers, string? until = null)
    {
        var seen = new List<string>();
        while (Path is "/entitlements/question" or "/entitlements/circumstances" && seen.Count < 80)
        {
            var asked = await AskedAsync() ?? "circumstances";
            if (asked == until)
                break;
            Assert.False(seen.Contains(asked), $"{asked} is asked twice");
            seen.Add(asked);
            await TellAsync(asked);
            if (asked == "circumstances")
                await PressAsync("都没有");
            else if (answers.TryGetValue(asked, out var answer))
                await GiveAsync(answer);
            else
                await PressAsync("先跳过");
            Assert.Equal(0, await page.Locator(".errors").CountAsync());
        }

        return seen;
    }

    /// <summary>Types or chooses an answer and goes on.</summary>
    public async Task GiveAsync(string answer)
    {
        if (await page.Locator("input[name='Date.Year']").CountAsync() > 0)
            await FillDateAsync(answer);
        else if (await page.Locator("input[type=radio][name=Answer]").CountAsync() > 0)
            await page.CheckAsync($"input[name=Answer][value='{answer}']");
        else
            await page.FillAsync("input[name=Answer]", answer);
        await PressAsync("继续");
    }

    public async Task FillDateAsync(string date)
    {
        var parts = date.Split('-');
        await page.FillAsync("input[name='Date.Year']", parts[0]);
        await page.FillAsync("input[name='Date.Month']", parts[1].TrimStart('0'));
        await page.FillAsync("input[name='Date.Day']", parts[2].TrimStart('0'));
    }

    public Task PressAsync(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Main.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>The card of an outcome with a figure.</summary>
    public ILocator Card(string label) => page.Locator("article.out").Filter(new() { Has = page.Locator("h3", new() { HasTextRegex = new($"^{label}$") }) });

    /// <summary>Nothing of WCAG 2.2 AA that axe can see is wrong, at both widths or at those that are named.</summary>
    public async Task AxeAsync(string name, params int[] widths)
    {
        foreach (var width in widths.Length > 0 ? widths : [375, 1280])
        {
            await page.SetViewportSizeAsync(width, width < 500 ? 812 : 900);
            if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
                await page.EvaluateAsync(Axe);
            var violations = await page.EvaluateAsync<string[]>(Violations, Levels);
            Assert.True(violations.Length == 0, $"{name} at {width} px: {string.Join("; ", violations)}");
        }
    }

    /// <summary>The page is no wider than the screen.</summary>
    public async Task FitsAsync(string name)
    {
        foreach (var width in new[] { 320, 375 })
        {
            await page.SetViewportSizeAsync(width, 812);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
                Assert.Fail($"{name} is {wide} px wide on a screen of {width} px: {await page.EvaluateAsync<string>(Widest, width)}");
        }
    }

    public async Task TellAsync(string name)
    {
        if (Shown is not null)
            await Shown(name);
        if (Shots is not null)
            await ShootAsync(name);
    }

    private async Task ShootAsync(string name)
    {
        var size = page.ViewportSize!;
        foreach (var (width, height) in new[] { (375, 812), (1280, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new() { Path = $"{Shots}/{shot:00}-{name}-{width}.png", FullPage = true });
        }

        shot++;
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private void Record()
    {
        if (!sent.IsEmpty)
            return;
        sent.Add("");
        page.Request += (_, request) => sent.Add($"{request.Url} referrer {request.Headers.GetValueOrDefault("referer")}");
    }

    /// <summary>None of these words was part of an address or a referrer, or of a line the site logged.</summary>
    public void AssertNowhere(params string[] words)
    {
        // the duration of a request is a number like any other
        var log = site.Log.Lines.Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"Elapsed=[\d.E-]+|in [\d.]+ ms", "")).ToList();
        foreach (var word in words)
        {
            Assert.DoesNotContain(sent, address => address.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(log, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    public IBrowserContext Context => context;
}
