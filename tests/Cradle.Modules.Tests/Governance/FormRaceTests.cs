using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Governance;

/// <summary>Two presses at once, of one person and of two: one deed, and never a failure.</summary>
public class FormRaceTests(CradleSite site)
{
    private const string Failure = "系统出了点问题";
    private const int Presses = 4;
    private static readonly DivisionCode Taiyuan = DivisionCode.Parse("1401");

    public static TheoryData<string, string, string[]> Forms => new()
    {
        { "/governance/units", "添加", ["Name=市竞速局"] },
        { "/governance/measures", "列入", ["Document=002", "Clause=三（二）", "Title=竞速措施", "OwnerUnit=市抢先局"] },
        { "/governance/filings?division=140107", "报备", ["Title=竞速办法", "Clause=002/三（二）", "Required=正文", "Enclosed=正文"] },
        { "/governance/provisions", "登记", ["Document=竞速规定", "Clause=第一条", "Owner=市抢先局"] },
        { "/governance/complaints", "登记并转办", ["Matter=school", "Institution=某中学", "What=要求证明", "AnswerBy=2026-03-20"] },
        { "/governance/meetings", "设立", ["Name=竞速领导小组", "members=市抢先局"] },
        { "/governance/reports?division=140108&year=2026", "生成", ["DueOn=2026-12-31"] },
        { "/governance/matters", "上报", ["Title=竞速", "Day=2026-02-27", "Text=一件"] },
        { "/governance/research", "提出", ["Title=竞速课题", "Institute=某大学", "DataAsked=县区", "DueOn=2026-12-31"] },
        { "/governance/volunteers", "登记项目", ["Organisation=市妇联", "Name=竞速项目", "Function=Publicity"] },
        { "/governance/volunteers", "登记志愿者", ["RegisterNumber=TY-RACE-1"] },
        { "/governance/rhythm?division=140121", "保存", ["AheadDays=10"] },
        { "/governance/help?division=140105", "提出", ["Function=BirthGuidance", "What=竞速求助"] },
    };

    [Fact]
    public async Task A_task_that_is_pressed_four_times_at_once_stands_once_and_every_press_leads_to_it()
    {
        var office = await OfficeAsync();
        var form = await office.OpenAsync("/governance/tasks/new");
        (string, string)[] typed = [("Document", "race"), ("Part", "一、服务"), ("Title", "抢着添加"), ("Units", "市抢先局牵头负责")];
        var seen = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => office.PressAsync(form, "添加并下达", typed)));
        Assert.Single(seen.Select(page => page.Path).Distinct());
        Assert.All(seen, page => Assert.Equal("1. 抢着添加", page.Heading));
        Assert.Equal(1, await CountAsync("race"));

        // whoever goes back and writes another sends another
        Assert.Equal("2. 再添一项", (await office.PressAsync(form, "添加并下达", ("Document", "race"), ("Part", "一、服务"), ("Title", "再添一项"), ("Units", "市抢先局牵头负责"))).Heading);
        Assert.Equal(2, await CountAsync("race"));
    }

    [Fact]
    public async Task Of_two_people_who_take_the_same_number_one_is_told_that_it_stands_there()
    {
        var office = await OfficeAsync();
        (string, string)[] typed = [("Document", "two"), ("Number", "5"), ("Part", "一、服务"), ("Title", "同一序号"), ("Units", "市抢先局牵头负责")];
        var seen = await Task.WhenAll(Enumerable.Range(0, Presses).Select(async _ => await office.PressAsync(await office.OpenAsync("/governance/tasks/new"), "添加并下达", typed)));
        Assert.Equal(1, await CountAsync("two"));
        Assert.Single(seen, page => page.Heading == "5. 同一序号");
        Assert.All(seen.Where(page => page.Heading != "5. 同一序号"), page => Assert.True(page.Text.Contains("已经有了", StringComparison.Ordinal) || page.Heading == "别人刚刚办了同一件事", page.Text));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_several_send_at_once_never_fails(string path, string button, string[] typed)
    {
        var office = await OfficeAsync();
        var fields = typed.Select(field => field.Split('=')).Select(pair => (pair[0], pair[1])).ToArray();
        var form = await office.OpenAsync(path);
        var forms = await Task.WhenAll(Enumerable.Range(0, Presses).Select(press => press % 2 == 0 ? Task.FromResult(form) : office.OpenAsync(path)));   // before any of them is pressed: some are offered once
        var pages = await Task.WhenAll(forms.Select(seen => office.PressAsync(seen, button, fields)));
        Assert.All(pages, page => Assert.DoesNotContain(Failure, page.Text, StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Document.QuerySelector(".errors") is null && page.Heading != "别人刚刚办了同一件事");
    }

    private async Task<Reader> OfficeAsync()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        await office.OpenAsync("/governance/units");   // one cookie against forgery, before several pages are opened at once
        if (!await InDatabaseAsync(database => database.Set<Unit>().AnyAsync(unit => unit.Division == Taiyuan && unit.Name == "市抢先局")))
            await office.PressAsync(await office.OpenAsync("/governance/units"), "添加", ("Name", "市抢先局"));
        return office;
    }

    private Task<int> CountAsync(string document) => InDatabaseAsync(database => database.Set<KeyTask>().CountAsync(task => task.Document == document));

    private async Task<TResult> InDatabaseAsync<TResult>(Func<PlatformDbContext, Task<TResult>> act)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }
}
