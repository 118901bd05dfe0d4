using Cradle.Modules.Tests.Access;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

/// <summary>Whoever files for a family says that it agreed; the case and the log show it.</summary>
public class ConsentTests(CradleSite site)
{
    [Theory]
    [InlineData("taiyuan.frontline", "A260000801", "140105199403040023")]
    [InlineData("taiyuan.hospital", "A260000802", "14010519940304004X")]
    public async Task A_newborns_form_filed_at_a_counter_or_bedside_takes_the_familys_consent_and_shows_it(string person, string certificate, string mother)
    {
        var worker = await People.AsAsync(site, person);
        var form = await worker.OpenAsync("/births/apply");
        Assert.Contains("本人同意由我代办吗", form.Text, StringComparison.Ordinal);
        (string, string)[] typed =
        [
            ("Form.BirthDate.Year", "2026"), ("Form.BirthDate.Month", "2"), ("Form.BirthDate.Day", "20"), ("Form.Birthplace", "140105"), ("Form.Residence", "140105"), ("Form.Household", "140105"), ("Form.Phone", "13800000000"),
            ("Form.Mother.Name", "样例母亲"), ("Form.Mother.IdNumber", mother), ("Form.Children[0].Name", "样例宝宝"), ("Form.Children[0].Sex", "Female"), ("Form.Children[0].Certificate", certificate),
        ];
        var refused = await worker.SendAsync(form, typed);
        Assert.Equal("代办要家庭同意。 问过本人后勾选。", Assert.Single(refused.Document.QuerySelectorAll("main .errors li")).TextContent.Trim());
        var one = await worker.SendAsync(form, [.. typed, ("Form.HasConsent", "yes")]);
        Assert.Contains("由工作人员代填，本人同意", one.Text, StringComparison.Ordinal);
        var officer = await People.AsAsync(site, "taiyuan.officer");
        Assert.Contains("代办，本人同意", (await officer.OpenAsync(one.Path.Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var id = Guid.Parse(one.Path.Split('/')[^1]);
        var submitted = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().AuditEntries.AsNoTracking().SingleAsync(entry => entry.SubjectId == id && entry.Action == "submitted", TestContext.Current.CancellationToken);
        Assert.Contains("\"consent\":true", submitted.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_files_for_itself_is_asked_for_no_consent() =>
        Assert.DoesNotContain("代办", (await (await People.AsAsync(site, "taiyuan.citizen")).OpenAsync("/births/apply")).Text, StringComparison.Ordinal);
}
