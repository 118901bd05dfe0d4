using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Modules.Tests;

/// <summary>The application as it runs, on the packs of the repository, with a state folder of its own.</summary>
public sealed class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private const string Unlimited = "1000000";

    private readonly string requestsPerMinute;
    private readonly string state = Directory.CreateTempSubdirectory("cradle-tests-").FullName;

    public Site()
        : this(Unlimited)
    {
    }

    internal Site(string requestsPerMinute)
    {
        this.requestsPerMinute = requestsPerMinute;
        MigratedDatabase.PutInto(state);
    }

    /// <summary>Starts it before the first test: two tests that ask first at once would start it twice.</summary>
    public ValueTask InitializeAsync()
    {
        _ = Server;
        return ValueTask.CompletedTask;
    }

    public HttpClient Visitor(bool inEnglish = false)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        if (inEnglish)
            client.DefaultRequestHeaders.Add("Cookie", "cradle.language=" + Uri.EscapeDataString("c=en|uic=en"));
        return client;
    }

    public T The<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>A page that must be there.</summary>
    public static async Task<IHtmlDocument> Open(HttpClient client, string path)
    {
        var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}.");
        return await Read(response);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Demo");
        builder.UseSetting("Limits:ApiRequestsPerMinute", requestsPerMinute);
        builder.UseSetting("Limits:PagesPerMinute", Unlimited);
        builder.UseSetting("Cradle:State", state);
        builder.ConfigureLogging(logging => logging.ClearProviders()).ConfigureTestServices(services => services.AddQuickPasswords());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(state))
            Directory.Delete(state, recursive: true);
    }
}
