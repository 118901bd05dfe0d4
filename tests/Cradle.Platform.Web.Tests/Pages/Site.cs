using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Web.Tests.Pages;

/// <summary>The application as it runs, in the environment asked for. /services?answer=N answers N, /services?answer=throw fails.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    private readonly string environment;
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-web-tests-");

    public Site()
        : this("Demo")
    {
    }

    internal Site(string environment) => this.environment = environment;

    internal LogLines Log { get; } = new();

    public HttpClient Visitor(string scheme = "https") => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri($"{scheme}://cradle.test"),
        AllowAutoRedirect = false,
    });

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Cradle:State", state.FullName);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new AnswerAsAsked())));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (state.Exists)
            state.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class AnswerAsAsked : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path != "/services" || (string?)context.HttpContext.Request.Query["answer"] is not { } answer)
                return;
            if (answer == "throw")
                throw new InvalidOperationException("a secret of the inside");
            context.Result = new StatusCodeResult(int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture));
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
