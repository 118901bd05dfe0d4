using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Cradle.Modules.Tests;

/// <summary>Somebody who opens pages and sends forms, with cookies and without a browser.</summary>
internal sealed class Reader
{
    private readonly HttpClient client;
    private readonly CookieContainer jar;

    public Reader(CradleSite site, string? draft = null, string? host = null, string? session = null)
    {
        var cookies = new CookieContainerHandler();
        if (draft is not null)
            cookies.Container.Add(site.Server.BaseAddress, new Cookie("cradle.draft", draft));
        if (session is not null)
            cookies.Container.Add(site.Server.BaseAddress, new Cookie("cradle.account", session));
        jar = cookies.Container;
        client = site.CreateDefaultClient(new RedirectHandler(), cookies);
        client.DefaultRequestHeaders.Host = host;
    }

    /// <summary>Somebody at a site that listens on a port.</summary>
    public Reader(Uri address)
    {
        jar = new CookieContainer();
        client = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = address };
    }

    public async Task<SeenPage> OpenAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Reads in a language from now on, as after the switch.</summary>
    public void Speak(string language) => jar.Add(client.BaseAddress!, new Cookie("cradle.language", Uri.EscapeDataString($"c={language}|uic={language}")));

    public Cookie? Cookie(string name) => jar.GetAllCookies().FirstOrDefault(cookie => cookie.Name == name);

    /// <summary>Shares the list of the draft and gives the path of the link.</summary>
    public async Task<string> ShareAsync() => (await ShareLinkAsync()).GetAttribute("href")!;

    /// <summary>Shares the list of the draft and gives the link as the page shows it.</summary>
    public async Task<IElement> ShareLinkAsync()
    {
        var result = await OpenAsync("/entitlements/result");
        var form = result.Document.QuerySelector<IHtmlFormElement>("form[action*='handler=Share']")!;
        var page = await PostAsync(form.GetAttribute("action")!, Held(form));
        return page.Document.QuerySelector("a[href*='/entitlements/shared/']")!;
    }

    public async Task<SeenPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>Sends the form of a page: what it holds already, overridden or extended by what is typed.</summary>
    public async Task<SeenPage> SendAsync(SeenPage page, params (string Name, string Value)[] typed)
    {
        var form = page.Form;
        var names = typed.Select(field => field.Name).ToHashSet();
        var fields = Held(form).Where(field => !names.Contains(field.Key))
            .Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value))).ToList();
        return await PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address.PathAndQuery, fields);
    }

    /// <summary>Sends a form with a file in it, by the button of a handler.</summary>
    public async Task<SeenPage> UploadAsync(SeenPage page, string handler, string name, byte[] file, params (string Name, string Value)[] typed)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>("main form[enctype='multipart/form-data']")!;
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in Held(form).Where(field => !typed.Any(own => own.Name == field.Key)).Select(field => (field.Key, field.Value)).Concat(typed))
            content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(file), form.QuerySelector<IHtmlInputElement>("input[type=file]")?.Name ?? "file", name);
        return await ReadAsync(await client.PostAsync(new Uri($"{page.Path}?handler={handler}", UriKind.Relative), content));
    }

    /// <summary>Sends the form that a button stands in, as if the button had been pressed.</summary>
    public async Task<SeenPage> PressAsync(SeenPage page, string button, params (string Name, string Value)[] typed)
    {
        var pressed = page.Document.QuerySelectorAll<IHtmlButtonElement>("main form button").First(found => found.TextContent.Trim().StartsWith(button, StringComparison.Ordinal));
        var form = pressed.Form!;
        var names = typed.Select(field => field.Name).ToHashSet();
        var fields = Held(form).Where(field => !names.Contains(field.Key)).Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value))).ToList();
        return await PostAsync(pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.Address.PathAndQuery, fields);
    }

    /// <summary>Presses a button of a form with a file in it.</summary>
    public async Task<SeenPage> AttachAsync(SeenPage page, string button, string field, string name, byte[] file, params (string Name, string Value)[] typed)
    {
        var pressed = page.Document.QuerySelectorAll<IHtmlButtonElement>("main form[enctype='multipart/form-data'] button").First(found => found.TextContent.Trim().StartsWith(button, StringComparison.Ordinal));
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in Held(pressed.Form!).Where(held => held.Key != field && !typed.Any(own => own.Name == held.Key)).Select(held => (held.Key, held.Value)).Concat(typed))
            content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(file), field, name);
        return await ReadAsync(await client.PostAsync(new Uri(pressed.GetAttribute("formaction") ?? pressed.Form!.GetAttribute("action") ?? page.Address.PathAndQuery, UriKind.RelativeOrAbsolute), content));
    }

    /// <summary>Follows the link whose text begins so.</summary>
    public Task<SeenPage> FollowAsync(SeenPage page, string link) =>
        OpenAsync(page.Document.QuerySelectorAll<IHtmlAnchorElement>("main a").First(found => found.TextContent.Trim().StartsWith(link, StringComparison.Ordinal)).GetAttribute("href")!);

    private static IEnumerable<KeyValuePair<string, string>> Held(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked))
            yield return KeyValuePair.Create(input.Name!, input.Value);
        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
            yield return KeyValuePair.Create(area.Name!, area.Value);
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
            yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
    }

    private static async Task<SeenPage> ReadAsync(HttpResponseMessage response) =>
        new(response.RequestMessage!.RequestUri!, response.StatusCode, response, await response.Content.ReadAsStringAsync());
}

/// <summary>A page as it came.</summary>
internal sealed record SeenPage(Uri Address, HttpStatusCode Status, HttpResponseMessage Response, string Html)
{
    private IHtmlDocument? document;

    /// <summary>Read when somebody first looks at it: of most pages on the way to another only the address matters.</summary>
    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(Html);

    public string Path => Address.AbsolutePath;

    public string Title => Document.Title ?? "";

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Text => Document.QuerySelector("main")?.TextContent ?? "";

    /// <summary>The form in the main part; the one of the top bar is not meant.</summary>
    public IHtmlFormElement Form => (IHtmlFormElement)Document.QuerySelector("main form")!;

    /// <summary>The fact that a question page asks for.</summary>
    public string? Asked => Document.QuerySelector("main form[action*='at=']")?.GetAttribute("action") is { } action ? Uri.UnescapeDataString(action[(action.IndexOf("at=", StringComparison.Ordinal) + 3)..]) : null;

    /// <summary>The entry that chooses an option by what it says: other tests of a site may have added more.</summary>
    public (string Field, string Value) Option(string field, string says) =>
        (field, Document.QuerySelectorAll($"main select[name='{field}'] option").Single(option => option.TextContent.Trim() == says).GetAttribute("value")!);

    public bool HasErrors => Document.QuerySelector("main .errors li") is not null;
}
