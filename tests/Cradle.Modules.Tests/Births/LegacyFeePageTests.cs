using System.Text;
using Cradle.Births.LegacyFees;
using Cradle.Modules.Tests.Access;

namespace Cradle.Modules.Tests.Births;

/// <summary>An old fee case on the desk: whom it names, and how one that was imported wrongly comes off the list.</summary>
public class LegacyFeePageTests(CradleSite site)
{
    private const string Number = "长宽计征〔2017〕61号";
    private const string Spouse = "22010419820714334X";

    [Fact]
    public async Task A_case_shows_both_spouses_masked_and_is_taken_off_the_list_for_a_reason_that_is_asked_for_at_its_field()
    {
        var (officer, family) = (await People.AsAsync(site, "changchun.officer"), await People.AsAsync(site, "changchun.citizen"));
        // a second child: to be decided by hand, so that two reasons are asked for on one page
        var csv = $"决定书文号,决定日期,当事人姓名,身份证号,另一当事人,另一当事人身份证号,决定书所写孩次,决定金额（元）,已收金额（元）\n{Number},2017-05-31,样例当事人,22010419850304002X,样例配偶,{Spouse},2,40000,10000\n";
        var checkedList = await officer.UploadAsync(await officer.OpenAsync("/desk/fees/import"), "Check", "old.csv", Encoding.UTF8.GetBytes(csv));
        Assert.DoesNotContain(Spouse, checkedList.Text, StringComparison.Ordinal);
        await officer.PressAsync(checkedList, "全部导入", ("all", "true"));
        var page = await officer.FollowAsync(await officer.OpenAsync($"/desk/fees?number={Uri.EscapeDataString(Number)}"), Number);
        Assert.Contains("样例当事人 · 2201****2X", page.Text, StringComparison.Ordinal);
        Assert.Contains("样例配偶 · 2201****4X", page.Text, StringComparison.Ordinal);
        Assert.False((await AskAsync()).HasErrors);

        var asked = await officer.PressAsync(page, LegacyFeeWords.Of(LegacyFeeAction.TakeOut).Zh);
        Assert.Equal("#why", asked.Document.QuerySelector(".errors li a")!.GetAttribute("href"));
        Assert.Contains("请写明理由", asked.Document.QuerySelector(".field-bad:has(#why)")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(asked.Document.QuerySelectorAll(".field-bad:has(#text)"));
        var gone = await officer.PressAsync(asked, LegacyFeeWords.Of(LegacyFeeAction.TakeOut).Zh, ("why", "孩次录错"));
        Assert.Contains("已移出名单：孩次录错", gone.Text, StringComparison.Ordinal);
        Assert.Empty(gone.Document.QuerySelectorAll("main form"));
        Assert.DoesNotContain(Number, (await officer.OpenAsync("/desk/fees")).Text, StringComparison.Ordinal);
        Assert.True((await AskAsync()).HasErrors);

        async Task<SeenPage> AskAsync() => await family.SendAsync(await family.OpenAsync("/births/fees"), ("DecisionNumber", Number), ("IdNumber", Spouse));
    }
}
