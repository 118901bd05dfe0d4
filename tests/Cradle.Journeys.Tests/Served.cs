using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Cradle.Journeys.Tests.Served))]

namespace Cradle.Journeys.Tests;

/// <summary>The site behind a real port and one Chromium for all tests; every visit is a browser context of its own.</summary>
public sealed class Served : IAsyncLifetime
{
    // The shell is Chromium without a desktop around it, and takes half the time.
    private static readonly string? Chromium = Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists);

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public CradleSite Site { get; } = new();

    public string Origin => Site.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
            return;
        Site.UseKestrel(0);
        Site.StartServer();
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments });
    }

    /// <summary>A person with a browser; skips the test where there is none.</summary>
    internal async Task<Visit> VisitAsync(bool scripts = true, int width = 375, int height = 812, string? origin = null)
    {
        Assert.SkipWhen(browser is null, "Chromium is not installed, so no browser test can run; on Debian: apt-get install chromium-headless-shell fonts-noto-cjk");
        origin ??= Origin;
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = origin,
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(20_000);
        return new Visit(context, await context.NewPageAsync(), Site, origin);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await Site.DisposeAsync();
    }
}
