using Cradle.Births.Cases;
using Cradle.Modules.Tests.Access;

namespace Cradle.Modules.Tests.Births;

/// <summary>Forms as people type them: in full width, in groups, with places as they are called, and with the back button.</summary>
public class TypedFormTests(CradleSite site)
{
    [Theory]
    [InlineData("２２０１０４", "２２０１０４１９９９０３０４００２３", "１３８００００００００", "朝阳区")]
    [InlineData("长春", "220104 19990304 004X", "138 0000 0000", "长春市")]
    [InlineData("吉林省长春市朝阳区", "220104199903040066", "13800000000", "朝阳区")]
    public async Task Numbers_and_places_are_read_as_they_are_typed(string place, string mother, string phone, string shown)
    {
        var family = await People.AsAsync(site, "changchun.citizen");
        var page = await family.SendAsync(await family.OpenAsync("/births/apply"), [.. Newborn(mother), ("Form.Residence", place), ("Form.Household", place), ("Form.Birthplace", place), ("Form.Phone", phone)]);
        Assert.StartsWith("/births/cases/", page.Path, StringComparison.Ordinal);
        Assert.Contains(shown, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("110105")]
    [InlineData("北京市朝阳区")]
    [InlineData("北京")]
    public async Task A_birth_in_a_province_whose_counties_are_not_on_file_can_be_told(string birthplace)
    {
        var family = await People.AsAsync(site, "changchun.citizen");
        var page = await family.SendAsync(await family.OpenAsync("/births/apply"), [.. Newborn(birthplace switch { "110105" => "220104199903040082", "北京" => "220104199903040103", _ => "22010419990304012X" }), ("Form.Residence", "220104"), ("Form.Household", "220104"), ("Form.Birthplace", birthplace), ("Form.Phone", "13800000000")]);
        Assert.StartsWith("/births/cases/", page.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_told_by_the_name_of_a_county_that_is_not_on_file_is_asked_for_by_its_digits()
    {
        var family = await People.AsAsync(site, "changchun.citizen");
        var page = await family.SendAsync(await family.OpenAsync("/births/apply"), [.. Newborn("220104199903040146"), ("Form.Residence", "北京市朝阳区"), ("Form.Household", "220104"), ("Form.Birthplace", "220104"), ("Form.Phone", "13800000000")]);
        Assert.Contains("填六位代码，比如 110105", page.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_gone_back_to_and_sent_for_another_child_is_another_case_and_pressed_twice_it_is_one()
    {
        var family = await People.AsAsync(site, "taiyuan.citizen");
        var form = await family.OpenAsync("/births/apply");
        Task<SeenPage> SendAsync(string mother) => family.SendAsync(form, [.. Newborn(mother), ("Form.Residence", "140105"), ("Form.Household", "140105"), ("Form.Birthplace", "140105"), ("Form.Phone", "13800000000")]);
        var first = await SendAsync("140105199903040046");
        Assert.Equal(first.Path, (await SendAsync("140105199903040046")).Path);
        Assert.NotEqual(first.Path, (await SendAsync("140105199903040062")).Path);
    }

    [Fact]
    public async Task A_reason_that_just_fits_its_field_fits_with_its_line_breaks()
    {
        var family = await People.AsAsync(site, "taiyuan.citizen");
        var (officer, mother) = (await People.AsAsync(site, "taiyuan.officer"), "140105199903040089");
        var one = await family.SendAsync(await family.OpenAsync("/births/apply?kind=Adopted"), [.. Newborn(mother), ("Form.Residence", "140105"), ("Form.Household", "140105"), ("Form.Birthplace", "140105"), ("Form.Phone", "13800000000"),
            ("Form.PromisedBy.Year", "2026"), ("Form.PromisedBy.Month", "3"), ("Form.PromisedBy.Day", "20")]);
        var desk = await officer.OpenAsync(one.Path.Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal));
        var reason = string.Join('\n', Enumerable.Repeat("长长", 100)) + new string('长', JointCase.TextLength - 299);   // 99 breaks, which a browser sends as two signs each
        var decided = await officer.PressAsync(desk, "退回补正", ("Reason", reason.ReplaceLineEndings("\r\n")), ("action", "AskCorrection"));
        Assert.Equal(System.Net.HttpStatusCode.OK, decided.Status);
        Assert.Equal("等您补正", (await family.OpenAsync(one.Path)).Heading);
    }

    private static (string, string)[] Newborn(string mother) =>
    [
        ("Form.BirthDate.Year", "2026"), ("Form.BirthDate.Month", "2"), ("Form.BirthDate.Day", "20"), ("Form.Mother.Name", "样例母亲"), ("Form.Mother.IdNumber", mother), ("Form.Children[0].Sex", "Female"), ("Form.Children[0].Name", "样例宝宝"),
    ];
}
