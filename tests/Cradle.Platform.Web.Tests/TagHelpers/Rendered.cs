using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Platform.Web.Tests.TagHelpers;

/// <summary>Runs tag helpers as a page would and gives back what a browser reads.</summary>
internal static class Rendered
{
    public static readonly Dictionary<object, object> NoItems = [];

    /// <summary>The text of a hostile value, to see that it arrives as text.</summary>
    public const string Hostile = "<script>\"'&";

    public static IElement Of(TagHelper helper, string content = "") => Body(Html(helper, () => content, new Dictionary<object, object>()));

    /// <summary>With helpers inside, which run when the outer one asks for its content.</summary>
    public static IElement Of(TagHelper helper, params TagHelper[] inside)
    {
        var items = new Dictionary<object, object>();
        return Body(Html(helper, () => string.Concat(inside.Select(one => Html(one, () => "", items))), items));
    }

    public static string Html(TagHelper helper, Func<string> content, IDictionary<object, object> items)
    {
        var context = new TagHelperContext([], items, Guid.NewGuid().ToString());
        var output = new TagHelperOutput("cr-test", [], (_, _) =>
        {
            var inner = new DefaultTagHelperContent();
            inner.SetHtmlContent(content());
            return Task.FromResult<TagHelperContent>(inner);
        });
        helper.ProcessAsync(context, output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public static ViewContext View(ModelStateDictionary? state = null)
    {
        var provider = new EmptyModelMetadataProvider();
        return new ViewContext(
            new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor()),
            new NoView(),
            new ViewDataDictionary(provider, state ?? new ModelStateDictionary()),
            new TempDataDictionary(new DefaultHttpContext(), new NoTempData()),
            TextWriter.Null,
            new HtmlHelperOptions());
    }

    /// <summary>As after a post: what was sent, and what was wrong with it.</summary>
    public static ModelStateDictionary Posted(params (string Name, string? Value, string? Error)[] fields)
    {
        var state = new ModelStateDictionary();
        foreach (var (name, value, error) in fields)
        {
            state.SetModelValue(name, value, value);
            if (error is not null)
                state.AddModelError(name, error);
        }

        return state;
    }

    private static IElement Body(string html) => new HtmlParser().ParseDocument(html).Body!;

    private sealed class NoView : Microsoft.AspNetCore.Mvc.ViewEngines.IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
