using System.Net;
using System.Text;
using Cradle.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Whole;

/// <summary>After everybody has worked, the numbers of people stand in clear nowhere: on no page, in no export, print, log line, message or file.</summary>
[Collection(WorkedSiteGroup.Name)]
public class LeakScanTests(WorkedSite worked)
{
    // A family reads its own form again to correct it; nobody else reaches these.
    private static readonly string[] OwnForms = ["births/cases/{id:guid}/correct", "births/registrations/{id:guid}/amend", "births/cases/{id:guid}/bills"];

    [Fact]
    public async Task No_page_and_no_export_shows_a_number_to_anybody_but_whose_form_it_is()
    {
        var routes = await SiteRoutes.OfAsync(worked.Site.Services);
        var answers = await worked.AnswersAsync();
        Assert.True(answers.Count(answer => answer.Status == HttpStatusCode.OK) > 300, $"only {answers.Count} answers");
        var let = answers.SelectMany(answer => Sentinels.In(answer.Text).Select(sentinel => (answer.Person, answer.Address, Route: routes.Find(answer.Address)!.Pattern, sentinel))).ToList();
        Assert.Empty(let.Where(row => !OwnForms.Contains(row.Route) || row.Person is not ("changchun.citizen" or "changchun.frontline")).Select(row => $"{row.Person} at {row.Address}: {row.sentinel}"));
        Assert.Contains(let, row => row.Route == OwnForms[0] && row.sentinel == Sentinels.OtherMother);   // what is there is found
        Assert.Contains(answers, answer => answer.Address.Contains("handler=Export", StringComparison.Ordinal) && answer.Text.Contains("2201****", StringComparison.Ordinal));
        Assert.Contains(answers, answer => answer.Address.EndsWith("/receipt", StringComparison.Ordinal) && answer.Text.Contains("查验码", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_was_seen_by_somebody()
    {
        var routes = await SiteRoutes.OfAsync(worked.Site.Services);
        var seen = (await worked.AnswersAsync()).Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => routes.Find(answer.Address)!.Pattern).ToHashSet();

        // a department's desk and the gallery of the look are not part of this site; an error is a page of its own address only here
        Assert.Empty(routes.All.Where(route => route is { IsPage: true, IsOpen: false } && !seen.Contains(route.Pattern)).Select(route => $"{route.Pattern}: let WorkedSite make one, and link to it"));
    }

    [Fact]
    public async Task An_officer_sees_whole_numbers_for_a_reason_and_the_log_says_so_without_them()
    {
        var officer = await worked.AsAsync("officer");
        var desk = (await worked.AnswersAsync()).First(answer => answer.Person == "changchun.officer" && answer.Status == HttpStatusCode.OK && answer.Address.StartsWith("/desk/births/", StringComparison.Ordinal) && answer.Text.Contains("要看全证明编号", StringComparison.Ordinal));
        var whole = await officer.PressAsync(await officer.OpenAsync(desk.Address), "显示一次", ("Why", "核对证件"));
        Assert.NotEmpty(Sentinels.In(whole.Text));
        Assert.Empty(Sentinels.In((await officer.OpenAsync(desk.Address)).Text));
        var log = await (await worked.AsAsync("auditor")).OpenAsync("/desk/audit");
        Assert.Contains("核对证件", log.Text, StringComparison.Ordinal);
        Assert.Empty(Sentinels.In(log.Text));
    }

    [Fact]
    public async Task No_log_line_and_no_file_of_the_site_holds_a_number_in_clear()
    {
        await worked.AnswersAsync();
        Assert.Empty(worked.Site.Log.Lines.SelectMany(line => Sentinels.In(line).Select(sentinel => $"{sentinel} in {line}")));
        SqliteConnection.ClearAllPools();
        var files = Directory.EnumerateFiles(worked.State, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, file => file.EndsWith(".db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var isDrop = Path.GetFileName(Path.GetDirectoryName(file)) == "outgoing";   // a message names where it goes, to the gateway alone
            Assert.Empty(Sentinels.All.Except(isDrop ? Sentinels.Contacts : []).Where(sentinel => Holds(bytes, sentinel)).Select(sentinel => $"{sentinel} in {file}"));
        }

        Assert.True(Holds(await DatabaseTextAsync("演示·长春市民"), "演示·长春市民"));   // what is there in clear is found
    }

    private async Task<byte[]> DatabaseTextAsync(string name)
    {
        await using var scope = worked.Site.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Accounts.AnyAsync(account => account.DisplayName == name, TestContext.Current.CancellationToken));
        return [.. Directory.EnumerateFiles(worked.State, "*.db*").SelectMany(File.ReadAllBytes)];
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
