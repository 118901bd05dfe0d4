using Cradle.Entitlements.Policies;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Web.Shell;
using Cradle.Primitives;
using Cradle.Web;
using Cradle.Web.Pages.Services;

namespace Cradle.Modules.Tests;

/// <summary>办事指南: every service that can be had here has one, whole, in both languages, and with clauses that exist.</summary>
public class ServiceGuideTests(Site site)
{
    private ServiceGuides Guides => site.The<ServiceGuides>();

    [Fact]
    public void Every_service_that_can_be_had_has_a_guide_and_every_guide_a_service_and_rules()
    {
        var live = ServiceCatalogue.Groups.SelectMany(group => group.Services).Where(service => service.IsLive).ToList();
        Assert.NotEmpty(live);
        Assert.All(live, service => Assert.NotNull(Guides.Of(service)));
        Assert.Equal(live.Count, Guides.All.Count);
        Assert.All(Guides.All, guide =>
        {
            Assert.Contains(site.The<PolicyLibrary>().Pack.Quantities, quantity => quantity.Header.Id == guide.Quantity);
            var texts = new[] { guide.Name, guide.Who, guide.Time, guide.Fee, guide.Where, guide.Complaint }.Concat(guide.Materials).Concat(guide.Steps).ToList();
            Assert.All(texts, text => Assert.True(text is { Zh.Length: > 1, En.Length: > 1 }, guide.Id));
            Assert.NotEmpty(guide.Materials);
            Assert.NotEmpty(guide.Steps);
        });
    }

    [Fact]
    public async Task The_calculator_and_the_reader_are_not_counted_as_services()
    {
        using var client = site.Visitor();
        var all = ServiceCatalogue.Groups.SelectMany(group => group.Services).ToList();
        var page = await Site.Open(client, "/services");
        Assert.Contains($"{all.Count} 项里，有 {all.Count(service => service.IsLive)} 项现在能在这里办", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(all, service => service.Href is "~/entitlements" or "~/policy");
        foreach (var link in page.QuerySelectorAll("main a[href^='/services/']").Select(link => link.GetAttribute("href")!).ToList())
            await Site.Open(client, link);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_guide_says_all_and_its_clauses_lead_to_their_pages(bool inEnglish)
    {
        using var client = site.Visitor(inEnglish);
        foreach (var guide in Guides.All)
        {
            var page = await Site.Open(client, "/services/" + guide.Id);
            Assert.Equal(8, page.QuerySelectorAll("main dl > div").Length);
            var clauses = page.QuerySelectorAll("main dd p a:not(.go)").Select(link => link.GetAttribute("href")!).Distinct().ToList();
            Assert.NotEmpty(clauses);
            foreach (var clause in clauses)
                await Site.Open(client, clause.Split('#')[0]);
            await Site.Open(client, guide.Href);
        }
    }

    [Fact]
    public async Task The_guide_of_newborns_tells_what_each_place_has_committed_itself_to()
    {
        using var client = site.Visitor();
        var text = (await Site.Open(client, "/services/newborn")).QuerySelector("main")!.TextContent;
        foreach (var place in site.The<PlaceMenu>().Places)
        {
            var items = site.The<INewbornPolicies>().JointServicesIn(DivisionCode.Parse(place.Code), new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1)).Services;
            if (items.Count > 0)
                Assert.Contains($"{place.Name.Zh}：{GuideModel.Committed([.. items.Select(item => (item.Zh, item.WorkingDays))])}", text, StringComparison.Ordinal);
        }

        Assert.Equal("落户 3 个工作日；其余没有公布", GuideModel.Committed([("落户", 3), ("参保", null)]));
        Assert.Equal("各项的时限都没有公布", GuideModel.Committed([("落户", null)]));
    }

    [Fact]
    public async Task A_guide_of_nothing_is_not_found()
    {
        using var client = site.Visitor();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/services/none", TestContext.Current.CancellationToken)).StatusCode);
    }
}
