using Cradle.Modules.Tests.Access;

namespace Cradle.Modules.Tests.Births;

/// <summary>What a page of the module says of a form: one thing of a field, in the reader's language, and nothing of what is over.</summary>
public class FormWordsTests(CradleSite site)
{
    [Fact]
    public async Task A_day_that_does_not_exist_is_told_once_and_nothing_untrue_beside_it()
    {
        var family = await People.AsAsync(site, "taiyuan.citizen");
        (string, string)[] registration = [("Form.Mother.Name", "样例母亲"), ("Form.Identity", "ResidentCard"), ("Form.Mother.IdNumber", "140105199503040020"), ("Form.Residence", "140105"), ("Form.Phone", "13800000000")];
        var form = await family.OpenAsync("/births/registrations/apply");
        foreach (var field in new[] { "DueOn", "BornOn" })
            Assert.Equal(["2026年2月没有 31 日，请检查"], Errors(await family.SendAsync(form, [.. registration, ($"Form.{field}.Year", "2026"), ($"Form.{field}.Month", "2"), ($"Form.{field}.Day", "31")])));
        Assert.Equal(["2026年2月没有 31 日，请检查"], Errors(await family.SendAsync(await family.OpenAsync("/births/apply"), [.. Newborn("140105199603040028").Where(field => field.Item1 != "Form.BirthDate.Day"), ("Form.BirthDate.Day", "31")])));

        var made = await family.SendAsync(form, [.. registration, ("Form.DueOn.Year", "2026"), ("Form.DueOn.Month", "8"), ("Form.DueOn.Day", "20")]);
        var loss = await family.OpenAsync(made.Path.Replace("/registrations/", "/loss/", StringComparison.Ordinal));
        Assert.Equal(["2026年2月没有 31 日，请检查"], Errors(await family.SendAsync(loss, ("Reason", "Stillbirth"), ("On.Year", "2026"), ("On.Month", "2"), ("On.Day", "31"))));
        await family.PressAsync(await family.OpenAsync(made.Path), "撤销");
    }

    [Fact]
    public async Task What_is_missing_is_said_in_the_readers_language_alone_and_no_more_once_the_case_is_withdrawn()
    {
        var (family, officer) = (await People.AsAsync(site, "taiyuan.citizen"), await People.AsAsync(site, "taiyuan.officer"));
        var one = await family.SendAsync(await family.OpenAsync("/births/apply?kind=Abroad"), [.. Newborn("140105199703040025").Where(field => field.Item1 != "Form.Birthplace"), ("Form.Country", "日本")]);
        Assert.Contains("缺少：国外出生证明和翻译件", one.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Missing:", one.Text, StringComparison.Ordinal);
        Assert.Contains("缺少：", (await officer.OpenAsync(OnDesk(one.Path))).Text, StringComparison.Ordinal);
        await family.PostAsync("/preferences", [KeyValuePair.Create("language", "en"), KeyValuePair.Create("back", "/")]);
        foreach (var path in new[] { one.Path, one.Path + "/correct" })
        {
            var english = (await family.OpenAsync(path)).Document.QuerySelector("main .note")!.TextContent;
            Assert.Contains("Missing: The foreign birth certificate and its translation. Hand them in, or promise a day.", english, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", english);
        }

        Assert.Equal("Withdrawn", (await family.PressAsync(await family.OpenAsync(one.Path), "Withdraw")).Heading);
        Assert.DoesNotContain("Missing", (await family.OpenAsync(one.Path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("缺少", (await officer.OpenAsync(OnDesk(one.Path))).Text, StringComparison.Ordinal);
    }

    private static string OnDesk(string path) => path.Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal);

    private static (string, string)[] Newborn(string mother) =>
    [
        ("Form.BirthDate.Year", "2026"), ("Form.BirthDate.Month", "2"), ("Form.BirthDate.Day", "20"), ("Form.Birthplace", "140105"), ("Form.Residence", "140105"), ("Form.Household", "140105"), ("Form.Phone", "13800000000"),
        ("Form.Mother.Name", "样例母亲"), ("Form.Mother.IdNumber", mother), ("Form.Children[0].Name", "样例宝宝"), ("Form.Children[0].Sex", "Female"),
    ];

    private static IEnumerable<string> Errors(SeenPage page) => page.Document.QuerySelectorAll("main .errors li").Select(error => error.TextContent.Trim());
}
