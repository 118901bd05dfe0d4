using System.Text.Json;
using System.Text.RegularExpressions;
using Cradle.Platform;
using Cradle.Platform.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests.Access;

/// <summary>On a site of its own: others move the clock of theirs, and a code lasts a quarter of an hour.</summary>
public sealed class RegisterPageTests : IAsyncLifetime
{
    private const string Password = "quiet river lamp";
    private readonly CradleSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_citizen_registers_with_a_phone_and_signs_in_with_it_later()
    {
        const string Phone = "13900000071";
        var reader = new Reader(site);
        Assert.Contains("/register", (await reader.OpenAsync("/sign-in")).Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        var code = await reader.SendAsync(await reader.OpenAsync("/register"), ("Phone", "139 0000 0071"));
        Assert.Equal("/register/code", code.Path);
        Assert.DoesNotContain(Phone, code.Address.ToString() + code.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.True((await reader.SendAsync(code, ("Code", "no"), ("DisplayName", "样例市民"), ("Password", Password), ("Again", Password))).HasErrors);
        var typed = await CodeFor(Phone);
        Assert.Contains($"验证码 {typed}，", code.Document.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);   // in a demonstration nobody has the phone
        Assert.Contains("演示：", code.Document.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("两遍输得不一样", (await reader.SendAsync(code, ("Code", typed), ("DisplayName", "样例市民"), ("Password", Password), ("Again", "other"))).Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/account", (await reader.SendAsync(code, ("Code", typed), ("DisplayName", "样例市民"), ("Password", Password), ("Again", Password))).Path);
        Assert.Equal("/births/apply", (await reader.OpenAsync("/births/apply")).Path);   // a citizen may apply

        Assert.Equal("/desk", (await People.SignInAsync(new Reader(site), Phone, Password)).Path);
        Assert.Equal("/sign-in", (await People.SignInAsync(new Reader(site), Phone, "another password")).Path);
    }

    [Fact]
    public async Task The_pages_do_not_tell_whether_a_number_has_an_account()
    {
        var reader = new Reader(site);
        var unknown = await reader.SendAsync(await reader.OpenAsync("/register"), ("Phone", "13900000072"));
        await reader.SendAsync(unknown, ("Code", await CodeFor("13900000072")), ("DisplayName", "某"), ("Password", Password), ("Again", Password));
        var stranger = new Reader(site);
        var known = await stranger.SendAsync(await stranger.OpenAsync("/register"), ("Phone", "13900000072"));
        Assert.Equal((unknown.Path, WithoutDemo(unknown)), (known.Path, WithoutDemo(known)));
        var wrongKnown = await stranger.SendAsync(known, ("Code", "000000"), ("DisplayName", "某"), ("Password", Password), ("Again", Password));
        var free = await stranger.SendAsync(await stranger.OpenAsync("/register"), ("Phone", "13900000073"));
        var wrongFree = await stranger.SendAsync(free, ("Code", "no"), ("DisplayName", "某"), ("Password", Password), ("Again", Password));
        Assert.Equal(wrongFree.Document.QuerySelector(".errors")!.TextContent, wrongKnown.Document.QuerySelector(".errors")!.TextContent);
    }

    [Fact]
    public async Task What_is_no_number_is_said_in_either_language()
    {
        var reader = new Reader(site);
        Assert.Contains("11 位数字", (await reader.SendAsync(await reader.OpenAsync("/register"), ("Phone", "1"))).Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    // What the phone would show is on the page in a demonstration only.
    private static string WithoutDemo(SeenPage page)
    {
        page.Document.QuerySelector("main .note")!.Remove();
        return page.Text;
    }

    // What a gateway would fetch; it comes after the answer.
    private async Task<string> CodeFor(string phone)
    {
        var folder = Path.Combine(site.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.State, "outgoing");
        for (var look = 0; look < 100; look++)
        {
            if (Directory.Exists(folder))
            {
                foreach (var file in Directory.GetFiles(folder, "*.json"))
                {
                    using var notice = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
                    if (notice.RootElement.GetProperty("phone").GetString() == phone)
                        return Regex.Match(notice.RootElement.GetProperty("text").GetString()!, "[0-9]{6}").Value;
                }
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new Xunit.Sdk.XunitException($"No code came to {phone}.");
    }
}
