using Cradle.Entitlements.Comparison;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements;

public class PlaceComparisonTests(Site site)
{
    private const int Changchun = 2201;
    private const int Taiyuan = 1401;
    private const int Lanzhou = 6201;

    private PolicyLibrary Library => site.The<PolicyLibrary>();

    // Jilin 000/二（十二）: 180 days in all. Shanxi: 98 national + 60. Gansu names no number: the national 98, possibly more.
    [Fact]
    public void Maternity_leave_is_180_days_in_Changchun_158_in_Taiyuan_and_98_or_more_in_Lanzhou()
    {
        var table = PlaceComparison.Compare(Library, Family("""{"asOf":"2026-03-01","mother":{"employment":"employed"},"children":[{"birthDate":"2025-08-15","registered":true}]}"""), [Changchun, Taiyuan, Lanzhou]);
        var row = Assert.Single(table.Rows, row => row.Header.Id == "maternity-leave" && !row.IsDraft);
        Assert.Equal([180L, 158L, 98L], row.Outcomes.Select(outcome => outcome!.Value));
        Assert.True(row.Differs);
        Assert.True(row.Outcomes[2]!.AtLeast);
        Assert.Equal(["jl.maternity-leave", "sx.maternity-leave", "cn.maternity-leave"], row.Outcomes.Select(outcome => outcome!.Rule!.Id));
    }

    [Fact]
    public void Every_place_of_the_family_moves_and_nothing_else()
    {
        var family = Family("""
            {"residence":"220104","mother":{"employerDivision":"14","poolingRegion":"6201","householdRegistration":"22","providentFund":{"division":"1401","depositor":true},"employment":"employed"},
             "children":[{"birthDate":"2025-08-15","householdRegistration":"220104"}]}
            """);
        var before = Facts(family).ToList();
        var moved = PlaceComparison.Move(family, Lanzhou);
        Assert.Equal(before, Facts(family));
        Assert.All(Facts(moved), fact => Assert.True(fact.Type != ValueKind.Division || fact.Value == Lanzhou, fact.Path));
        Assert.Equal(before.Where(fact => fact.Type != ValueKind.Division), Facts(moved).Where(fact => fact.Type != ValueKind.Division));
    }

    [Fact]
    public void One_place_compared_with_itself_never_differs()
    {
        foreach (var example in ExampleFamily.All)
        {
            var table = PlaceComparison.Compare(Library, Family(example.JsonOn(Library.Today)), [Changchun, Changchun]);
            Assert.DoesNotContain(table.Rows, row => row.Differs);
        }
    }

    [Fact]
    public void A_comparison_says_what_an_evaluation_in_each_place_says()
    {
        var places = new[] { Changchun, Taiyuan, Lanzhou, 0 };
        foreach (var example in ExampleFamily.All)
        {
            var family = Family(example.JsonOn(Library.Today));
            var table = PlaceComparison.Compare(Library, family, places);
            for (var at = 0; at < places.Length; at++)
            {
                var alone = Library.Evaluator.Evaluate(PlaceComparison.Move(family, places[at])).Outcomes.Where(outcome => outcome.CountedIn is null).ToList();
                var shown = table.Rows.Where(row => row.Outcomes[at] is not null).Sum(row => row.Beneficiaries.Count);
                Assert.Equal(alone.Count, shown);
                Assert.All(alone, outcome => Assert.Contains(table.Rows, row => row.Header.Id == outcome.Header.Id && row.IsDraft == outcome.IsDraft && row.Child == outcome.Child
                    && row.Beneficiaries.Contains(outcome.Beneficiary) && row.Outcomes[at]!.Answer == outcome.Answer));
            }
        }
    }

    [Fact]
    public void A_rule_that_does_not_apply_and_no_rule_at_all_are_the_same_to_a_family()
    {
        var table = PlaceComparison.Compare(Library, Family(ExampleFamily.All[0].JsonOn(Library.Today)), [Changchun, Taiyuan, Lanzhou]);
        var nothing = table.Rows.Where(row => row.Outcomes.All(outcome => outcome is null or { Status: OutcomeStatus.NotEntitled })).ToList();
        Assert.NotEmpty(nothing);
        Assert.DoesNotContain(nothing, row => row.Differs || row.HasSubstance);
    }

    [Fact]
    public void No_place_or_five_are_refused()
    {
        var family = Family("{}");
        Assert.Throws<ArgumentException>(() => PlaceComparison.Compare(Library, family, []));
        Assert.Throws<ArgumentException>(() => PlaceComparison.Compare(Library, family, [11, 12, 13, 14, 15]));
    }

    [Fact]
    public void Every_example_family_can_be_read_without_a_warning_on_any_day()
    {
        foreach (var day in new[] { new DateOnly(2026, 3, 1), new DateOnly(2028, 2, 29), new DateOnly(2026, 12, 31) })
        {
            Assert.All(ExampleFamily.All, example =>
            {
                var reading = Library.Reader.Read(example.JsonOn(day), day);
                Assert.Empty(reading.Errors);
                Assert.Empty(reading.Warnings);
            });
        }
    }

    [Theory]
    [InlineData("family=example2&place=2201&place=1401", "没有这样的家庭可以比较")]
    [InlineData("family=mine&place=2201&place=1401", "您填的答案已经不在了")]
    [InlineData("family=newborn&place=9999&place=1401", "没有找到：9999")]
    public async Task What_is_not_there_is_said_instead_of_compared_as_something_else(string query, string message)
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, "/entitlements/compare?" + query);
        Assert.Contains(message, page.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#h-differ"));
    }

    [Fact]
    public async Task The_page_shows_the_differing_rows_first_with_a_value_and_a_clause_a_place()
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, "/entitlements/compare?family=newborn&place=2201&place=1401&place=6201");
        Assert.Equal(["内容", "长春市", "太原市", "兰州市"], page.QuerySelectorAll("main section table thead th").Select(cell => cell.TextContent));
        var row = page.QuerySelectorAll("main section tbody tr").Single(row => row.QuerySelector("th a")!.TextContent == "产假");
        Assert.Equal(["180天", "158天", "不少于98天"], row.QuerySelectorAll("td b.num").Select(value => value.TextContent));
        Assert.All(row.QuerySelectorAll("td"), cell => Assert.NotNull(cell.QuerySelector(".cite")));
        Assert.Equal(["长春市", "太原市", "兰州市"], row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-l")));
        Assert.DoesNotContain(page.QuerySelectorAll("main tbody th a"), link => link.TextContent == "国家育儿补贴");   // the same in all three
        var same = page.QuerySelectorAll("a.go").Single(link => link.TextContent.StartsWith("一样的", StringComparison.Ordinal)).GetAttribute("href")!;
        var unfolded = await Site.Open(client, same.Split('#')[0]);
        Assert.Contains(unfolded.QuerySelectorAll("#same tbody th a"), link => link.TextContent == "国家育儿补贴");
    }

    [Theory]
    [InlineData("?place=zz", "有 1 个地方没有找到：zz")]
    [InlineData("?place=2201&place=2201", "同一个地方选了不止一次：长春市")]
    [InlineData("?place=2201&place=220100&place=1401", "同一个地方选了不止一次：长春市")]
    [InlineData("?place=2201&place=81", "香港、澳门、台湾不适用这里的规定：香港特别行政区")]
    [InlineData("?place=2201&place=999999", "有 1 个地方没有找到：999999")]
    [InlineData("?place=11&place=12&place=13&place=14&place=22", "一次最多比较四个地方，先比较了前四个")]
    public async Task A_place_that_is_none_or_one_too_many_is_named(string query, string problem)
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, "/entitlements/compare" + query);
        Assert.Equal(problem, page.QuerySelector(".note h2")!.TextContent);
    }

    [Theory]
    [InlineData("newborn")]
    [InlineData("twins")]
    [InlineData("flexible")]
    [InlineData("kindergarten")]
    public async Task Every_example_family_is_compared_in_both_languages(string family)
    {
        foreach (var inEnglish in new[] { false, true })
        {
            using var client = site.Visitor(inEnglish);
            var page = await Site.Open(client, $"/entitlements/compare?family={family}");
            Assert.NotEmpty(page.QuerySelectorAll("main section tbody tr"));
        }
    }

    private FamilyFacts Family(string json)
    {
        var reading = Library.Reader.Read(json, Library.Today);
        Assert.Empty(reading.Errors);
        return reading.Facts!;
    }

    private static IEnumerable<(string Path, ValueKind Type, long? Value)> Facts(FamilyFacts family)
    {
        IEnumerable<(string, EntityKind, EntityFacts)> entities = [("family", EntityKind.Family, family.Family), ("mother", EntityKind.Parent, family.Mother), ("father", EntityKind.Parent, family.Father),
            .. (family.Children ?? []).Select((child, index) => ($"child{index}", EntityKind.Child, child))];
        return entities.SelectMany(entity => family.Vocabulary.FactsOf(entity.Item2).Select(fact =>
            ($"{entity.Item1}.{fact.Path}", fact.Type.Kind, entity.Item3.TryGet(fact.Slot, out var value) ? value : (long?)null)));
    }
}
