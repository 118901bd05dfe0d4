using System.Collections.Concurrent;
using System.Net;
using Cradle.Platform.Accounts;

namespace Cradle.Modules.Tests.Access;

/// <summary>The demo accounts, each signed in once by the pages as a person would; the session is shared by the tests.</summary>
internal static class People
{
    private static readonly ConcurrentDictionary<(CradleSite, string), Lazy<Task<string>>> Sessions = new();

    /// <summary>A reader with the session of a demo account.</summary>
    public static async Task<Reader> AsAsync(CradleSite site, string userName) =>
        new(site, session: await Sessions.GetOrAdd((site, userName), key => new Lazy<Task<string>>(() => SessionAsync(key.Item1, key.Item2))).Value);

    /// <summary>Takes both steps of signing in and gives the page that they lead to.</summary>
    public static async Task<SeenPage> SignInAsync(Reader reader, string userName, string password = DemoAccounts.Password, string path = "/sign-in")
    {
        var page = await reader.SendAsync(await reader.OpenAsync(path), ("UserName", userName), ("Password", password));
        return page.Path == "/sign-in/code" ? await reader.SendAsync(page, ("Code", page.Document.QuerySelector(".note .num")!.TextContent)) : page;
    }

    private static async Task<string> SessionAsync(CradleSite site, string userName)
    {
        var reader = new Reader(site);
        var page = await SignInAsync(reader, userName);
        Assert.Equal((HttpStatusCode.OK, "/desk"), (page.Status, page.Path));
        return reader.Cookie("cradle.account")!.Value;
    }
}
