using AngleSharp.Html.Dom;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

/// <summary>A place as people type it is either certain, or chosen from full names, or said not to be one of ours.</summary>
public class PlaceTests(CradleSite site)
{
    private PolicyLibrary Library => Drafts.LibraryOf(site);

    [Theory]
    [InlineData("长春市朝阳区", "220104")]
    [InlineData("长春 朝阳", "220104")]
    [InlineData("吉林省长春市朝阳区", "220104")]
    [InlineData("太原", "1401")]
    [InlineData("宁县", "621026")]
    [InlineData("怀仁", "140681")]
    [InlineData("酒泉市", "6209")]   // also the name, until 2002, of what is Suzhou District
    [InlineData("北京市", "11")]
    public void A_name_that_leaves_no_doubt_is_taken(string typed, string code) => Assert.Equal((code, (string?)null), (PlaceFinder.Find(Library, typed).Code, PlaceFinder.Find(Library, typed).Problem));

    [Theory]
    [InlineData("朝阳区", "吉林省长春市朝阳区", "别的省")]
    [InlineData("朝阳", "吉林省长春市朝阳区", "别的省")]
    [InlineData("铁西区", "吉林省四平市铁西区", "别的省")]
    [InlineData("南关", "吉林省长春市南关区", "别的省")]
    [InlineData("九台市", "吉林省长春市九台区", "改名")]
    [InlineData("太谷县", "山西省晋中市太谷区", "改名")]
    [InlineData("220181", "吉林省长春市九台区", "不用了")]
    [InlineData("北京市朝阳区", "北京市", "没有收录")]
    public void A_name_that_may_mean_another_place_is_confirmed_by_its_full_name(string typed, string label, string why)
    {
        var found = PlaceFinder.Find(Library, typed);
        Assert.Null(found.Code);
        Assert.Contains(why, found.Problem, StringComparison.Ordinal);
        Assert.Equal(label, Assert.Single(found.Candidates).Label);
    }

    [Theory]
    [InlineData("城区", "山西省阳泉市城区", "山西省晋城市城区", "山西省大同市平城区", "山西省长治市潞州区")]
    [InlineData("矿区", "山西省阳泉市矿区", "山西省大同市云冈区")]
    [InlineData("140112", "山西省太原市小店区", "山西省太原市晋源区")]   // the southern outskirts of Taiyuan until 1997
    [InlineData("南郊区", "山西省大同市平城区", "山西省大同市云冈区")]
    [InlineData("长白山", "吉林省白山市抚松县", "吉林省白山市长白朝鲜族自治县", "吉林省延边朝鲜族自治州安图县")]
    [InlineData("兰州新区", "甘肃省兰州市永登县", "甘肃省兰州市皋兰县")]
    [InlineData("长春新区", "吉林省长春市", "吉林省长春市南关区", "吉林省长春市宽城区")]
    public void A_name_of_several_places_or_of_an_area_without_a_code_leads_to_a_choice(string typed, params string[] labels)
    {
        var found = PlaceFinder.Find(Library, typed);
        Assert.Null(found.Code);
        Assert.Subset(found.Candidates.Select(candidate => candidate.Label).ToHashSet(), labels.ToHashSet());
        Assert.NotNull(found.Problem);
    }

    [Theory]
    [InlineData("香港")]
    [InlineData("香港特别行政区")]
    [InlineData("澳门")]
    [InlineData("台湾")]
    [InlineData("台湾省")]
    [InlineData("台北市", false)]
    [InlineData("81")]
    [InlineData("710000")]
    [InlineData("Hong Kong")]
    public void The_rules_hold_in_none_of_Hong_Kong_Macao_and_Taiwan(string typed, bool isNamed = true)
    {
        var found = PlaceFinder.Find(Library, typed);
        Assert.Null(found.Code);
        Assert.Empty(found.Candidates);
        Assert.Contains(isNamed ? "不适用" : "没有找到", found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_chosen_a_place_before_the_first_choice_and_the_next_screens_name_it_in_full()
    {
        var reader = new Reader(site);
        var start = await reader.OpenAsync("/entitlements");
        Assert.Equal("选地区", start.Document.QuerySelector("details.place summary")!.TextContent.Trim());
        Assert.Null(start.Document.QuerySelector("details.place [aria-current]"));
        Assert.Equal("", ((IHtmlInputElement)start.Document.QuerySelector("input[name=Place]")!).Value);

        var asked = await reader.SendAsync(start, ("Place", "朝阳区"));
        Assert.True(asked.HasErrors);
        var question = await reader.PressAsync(asked, "吉林省长春市朝阳区", ("pick", "220104"));
        Assert.Equal("/entitlements/question", question.Path);
        Assert.Contains("常住地：吉林省长春市朝阳区", question.Text, StringComparison.Ordinal);
        Assert.Equal("长春市", question.Document.QuerySelector("details.place summary")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_place_of_another_province_is_shown_as_one_with_national_rules_only()
    {
        var reader = new Reader(site);
        var question = await reader.SendAsync(await reader.OpenAsync("/entitlements"), ("Place", "河北省"));
        Assert.Equal("其他地区（只看全国）", question.Document.QuerySelector("details.place summary")!.TextContent.Trim());
    }
}
