namespace Cradle.Modules.Tests.Access;

/// <summary>On a site of its own: an account of it loses its second factor.</summary>
public sealed class CredentialResetPageTests : IAsyncLifetime
{
    private readonly CradleSite own = new();

    public ValueTask InitializeAsync() => own.InitializeAsync();

    public ValueTask DisposeAsync() => own.DisposeAsync();

    [Fact]
    public async Task A_lost_factor_is_taken_off_by_a_second_administrator_and_the_holder_sets_up_a_new_one()
    {
        var officer = await People.AsAsync(own, "changchun.officer");
        var first = await People.AsAsync(own, "changchun.administrator");
        var second = await People.AsAsync(own, "changchun.administrator2");
        var path = (await first.OpenAsync("/desk/accounts?q=changchun.officer")).Document.QuerySelector(".tbl a")!.GetAttribute("href")!;
        Assert.True((await first.PressAsync(await first.OpenAsync(path), "提出取消两步验证")).HasErrors);
        var proposed = await first.PressAsync(await first.OpenAsync(path), "提出取消两步验证", ("resetReason", "持身份证到窗口"));
        Assert.Contains("持身份证到窗口", proposed.Text, StringComparison.Ordinal);
        Assert.Null(proposed.Document.QuerySelector("button[value=Confirm]"));   // not by whoever proposed it
        var done = await second.PressAsync(await second.OpenAsync(path), "核对过本人");
        Assert.DoesNotContain("已开启两步验证", done.Text, StringComparison.Ordinal);

        Assert.Equal("/sign-in", (await officer.OpenAsync("/account")).Path);   // the session has ended
        var back = new Reader(own);
        var page = await People.SignInAsync(back, "changchun.officer");
        Assert.Equal("/desk", page.Path);
        Assert.Equal("/account/second-factor", (await back.OpenAsync("/desk/births")).Path);   // roles give nothing until it is set up anew
        Assert.Contains("取消了您的两步验证", (await back.OpenAsync("/account/inbox")).Text, StringComparison.Ordinal);
    }
}
