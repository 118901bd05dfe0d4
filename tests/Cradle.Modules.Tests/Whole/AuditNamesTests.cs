using AngleSharp.Dom;
using Cradle.Departments;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Whole;

/// <summary>Whoever reads the log, a citizen or an auditor, reads words and numbers and no code.</summary>
[Collection(WorkedSiteGroup.Name)]
public sealed class AuditNamesTests(WorkedSite worked)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_can_be_logged_has_words_in_both_languages()
    {
        await using var scope = worked.Site.Services.CreateAsyncScope();
        var department = new ServiceCollection().AddDepartments(new ConfigurationBuilder().Build());
        var terms = new AuditTerms([.. scope.ServiceProvider.GetServices<AuditTerm>(), .. department.Select(service => service.ImplementationInstance).OfType<AuditTerm>()]);
        var (kinds, moves, acts) = (LoggedCodes.Kinds(scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Model).ToList(), LoggedCodes.Moves().ToList(), LoggedCodes.Acts().ToList());
        Assert.True(kinds.Count > 30 && moves.Count > 60 && acts.Count > 40, $"only {kinds.Count} kinds, {moves.Count} moves and {acts.Count} acts were found");
        string[] codes = [.. kinds, .. moves, .. acts, .. LoggedCodes.Processes(), .. LoggedCodes.Fields(), .. Enum.GetNames<SignInOutcome>(), .. scope.ServiceProvider.GetRequiredService<PermissionCatalogue>().All.Select(permission => permission.Name)];
        Assert.All(codes, code =>
        {
            var words = terms.Find(code);
            Assert.True(words is not null, $"'{code}' has no words: add an AuditTerm");
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", words.Value.Zh);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}|^$", words.Value.En);
        });
    }

    [Fact]
    public async Task An_auditor_reads_words_numbers_and_outcomes_and_finds_a_case_by_its_number()
    {
        var auditor = await worked.AsAsync("auditor");
        await People.SignInAsync(new Reader(worked.Site), "changchun.institution", "not this one");
        var codes = LoggedCodes.Moves().Concat(LoggedCodes.Acts()).Concat(LoggedCodes.Processes()).ToHashSet(StringComparer.Ordinal);
        var page = await auditor.OpenAsync("/desk/audit");
        string? number = null;
        for (var pages = 0; pages < 40; pages++)
        {
            foreach (var row in page.Document.QuerySelectorAll(".tbl tbody tr"))
            {
                Assert.DoesNotContain(row.QuerySelectorAll("td, td small").Select(cell => cell.TextContent.Trim()), codes.Contains);
                if (row.Children[4].TextContent.Contains("出生一件事", StringComparison.Ordinal))
                    number ??= row.Children[4].QuerySelector(".num")!.TextContent.Trim();
            }

            if (page.Document.QuerySelectorAll("main a.go").LastOrDefault() is not { } earlier)
                break;
            page = await auditor.OpenAsync(earlier.GetAttribute("href")!);
        }

        Assert.DoesNotContain('…', number!);
        var found = await auditor.OpenAsync($"/desk/audit?about={number}");
        Assert.All(found.Document.QuerySelectorAll(".tbl tbody tr"), row => Assert.Contains(number!, row.TextContent, StringComparison.Ordinal));
        var signIns = (await auditor.OpenAsync("/desk/audit?did=登录&about=账号")).Text;
        foreach (var outcome in new[] { "登录：成功", "登录：失败：密码或验证码不对", "登录：密码对，等验证码", "changchun.institution" })
            Assert.Contains(outcome, signIns, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "看了全文或文件的", "部门经办人 · 吉林省长春市", "出生一件事", "母亲的证件号码", "办理：", "内容，号码遮住")]
    [InlineData("en", "whole", "Department officer · ", "newborn case", "the mother's identity number", "in the course of: ", "numbers masked")]
    public async Task A_citizen_reads_who_saw_which_record_whether_whole_and_why(string language, string wholeHeading, string role, string kind, string field, string purpose, string maskedSeen)
    {
        var (family, officer) = (await worked.AsAsync("citizen"), await worked.AsAsync("officer"));
        var cases = (await family.OpenAsync("/births/cases")).Document.QuerySelectorAll("main .rows a").Select(link => link.GetAttribute("href")!).ToList();
        var desk = await officer.OpenAsync(cases[0].Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal));
        await officer.PressAsync(desk, "显示一次", ("Why", "与纸质材料核对"));
        var number = (await family.OpenAsync(cases[0])).Text;

        family.Speak(language);
        var page = await family.OpenAsync("/account/views");
        var tables = page.Document.QuerySelectorAll("main .tbl");
        Assert.Equal(2, tables.Length);   // the whole and the masked are set apart
        Assert.Contains(wholeHeading, page.Document.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        var unmasked = tables[0].QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains("与纸质材料核对", StringComparison.Ordinal));
        foreach (var expected in new[] { role, "演*", kind, field })
            Assert.Contains(expected, unmasked.TextContent, StringComparison.Ordinal);
        var link = unmasked.QuerySelector("a")!;
        Assert.Equal(cases[0], link.GetAttribute("href"), ignoreCase: true);
        Assert.Contains(link.TextContent.Trim(), number, StringComparison.Ordinal);
        var masked = tables[1].QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains(link.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Contains(maskedSeen, masked.TextContent, StringComparison.Ordinal);
        Assert.Contains(purpose, masked.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("joint-case", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("演示·长春经办人", page.Text, StringComparison.Ordinal);
    }
}
