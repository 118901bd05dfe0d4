using System.Net;
using AngleSharp.Html.Parser;
using Cradle.Modules.Tests.Births;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Whole;

/// <summary>Over a real connection: a test server would not close one.</summary>
public sealed class BodyLimitTests(BodyLimitTests.Served served) : IClassFixture<BodyLimitTests.Served>
{
    private const int Server = 30_000_000;

    [Theory]
    [InlineData("zh-CN", "发来的内容太大了", "最多 ")]
    [InlineData("en", "What was sent is too large", "may be ")]
    public async Task Every_form_with_a_file_answers_what_is_too_large_with_a_page_of_words(string language, string heading, string limit)
    {
        var site = served.Site;
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var forms = await FormsAsync(site.Services);
        Assert.True(forms.Count > 8, $"only {forms.Count} pages with a form for files were found");
        foreach (var path in forms)
        {
            using var file = new StreamContent(new MemoryStream(new byte[Server + 1]));
            using var content = new MultipartFormDataContent { { file, "file", "large.pdf" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "Cookie", "cradle.language=" + Uri.EscapeDataString($"c={language}|uic={language}") } } };
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.RequestEntityTooLarge, $"{path}: {(int)answer.StatusCode}");
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(heading, page.QuerySelector("h1")!.TextContent.Trim());
            Assert.Matches(limit + "[0-9]+ MB", page.QuerySelector("main")!.TextContent);
        }
    }

    // Found by what their handlers and properties take.
    private static async Task<List<string>> FormsAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
                continue;
            var page = await loader.LoadAsync(descriptor, endpoint.Metadata);
            if (page.HandlerMethods.Any(handler => handler.HttpMethod == "Post") && page.BoundProperties.Select(property => property.ParameterType).Concat(page.HandlerMethods.SelectMany(handler => handler.Parameters.Select(parameter => parameter.ParameterType))).Any(TakesFiles))
                found.Add("/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : Guid.Empty.ToString())));
        }

        return found;
    }

    /// <summary>One site for every language.</summary>
    public sealed class Served : IDisposable
    {
        internal BirthsSite Site { get; } = new(new Uri("http://127.0.0.1:1/"), null, null);

        public void Dispose() => Site.Dispose();
    }

    private static bool TakesFiles(Type type) => type.IsAssignableTo(typeof(IFormFile)) || type.IsAssignableTo(typeof(IEnumerable<IFormFile>));
}
