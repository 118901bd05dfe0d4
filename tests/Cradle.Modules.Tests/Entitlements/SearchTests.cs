using Cradle.Entitlements.Search;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements;

public class SearchTests(Site site)
{
    private PolicySearch Search => site.The<PolicySearch>();

    [Theory]
    [InlineData("产假", "maternity-leave")]
    [InlineData("parental leave", "parental-leave")]
    [InlineData("Parental  LEAVE", "parental-leave")]
    [InlineData("育儿假", "parental-leave")]
    [InlineData("maternity-leave", "maternity-leave")]
    public void The_quantity_that_bears_the_words_as_its_name_comes_first(string words, string quantity)
    {
        var result = Find(words);
        Assert.False(result.IsLoose);
        Assert.Equal(quantity, result.Hits[0].Entry.Quantity?.Header.Id);
    }

    /// <summary>What families look for, in the words they use, and what they should read first.</summary>
    [Theory]
    [InlineData("产假多少天", "maternity-leave")]
    [InlineData("长春产假多少天", "maternity-leave")]
    [InlineData("山西 产假", "maternity-leave")]
    [InlineData("双胞胎产假", "maternity-leave-extra")]
    [InlineData("陪产假", "paternity-leave")]
    [InlineData("甘肃婚假有几天", "marriage-leave")]
    [InlineData("哺乳假", "breastfeeding-leave")]
    [InlineData("哺乳时间", "breastfeeding-break")]
    [InlineData("独生子女护理假", "only-child-carers-leave")]
    [InlineData("生育津贴怎么领", "maternity-cash-benefit")]
    [InlineData("育儿补贴", "child-allowance-national")]
    [InlineData("奶粉钱", "child-allowance-national")]
    [InlineData("新生儿医保", "newborn-medical-insurance")]
    [InlineData("灵活就业生育保险", "maternity-insurance-flexible-workers")]
    [InlineData("婚检", "free-premarital-exam")]
    [InlineData("叶酸", "folic-acid")]
    [InlineData("无痛", "labour-analgesia")]
    [InlineData("试管婴儿", "assisted-reproduction-fund-payment")]
    [InlineData("上户口", "birth-one-thing-items")]
    [InlineData("免费幼儿园", "last-kindergarten-year-free")]
    [InlineData("公积金贷款额度", "provident-fund-loan-uplift")]
    [InlineData("租房提取公积金", "provident-fund-rent-withdrawal")]
    [InlineData("消费贷款", "family-consumer-loan")]
    [InlineData("社会抚养费", "social-maintenance-fee-abolished")]
    [InlineData("生孩子能休几天", "maternity-leave")]
    [InlineData("生孩子可以休多久假", "maternity-leave")]
    [InlineData("长春生二胎能休多少天", "maternity-leave")]
    [InlineData("生娃有几天假？", "maternity-leave")]
    [InlineData("怀孕后能请多久的假", "maternity-leave")]
    [InlineData("产假能休几天", "maternity-leave")]
    [InlineData("老婆生孩子我能休几天", "paternity-leave")]
    [InlineData("老公能请几天假", "paternity-leave")]
    [InlineData("陪产假能休几天", "paternity-leave")]
    [InlineData("结婚能休几天", "marriage-leave")]
    [InlineData("带孩子能请几天假", "parental-leave")]
    [InlineData("育儿假每年可以休多久", "parental-leave")]
    [InlineData("父母住院能请几天假", "only-child-carers-leave")]
    [InlineData("生孩子给多少钱", "child-allowance-national")]
    [InlineData("生三孩国家补贴多少钱", "child-allowance-national")]
    [InlineData("产假发多少钱", "maternity-cash-benefit")]
    [InlineData("生育津贴能领多少钱", "maternity-cash-benefit")]
    [InlineData("生孩子能报销多少", "maternity-medical-benefit")]
    [InlineData("孩子几岁能上托班", "nursery-class-place")]
    [InlineData("how long is maternity leave", "maternity-leave")]
    [InlineData("How many days of paternity leave can I take?", "paternity-leave")]
    [InlineData("paternity leave", "paternity-leave")]
    [InlineData("child allowance", "child-allowance-national")]
    [InlineData("疫苗", "birth-one-thing-items")]
    [InlineData("打疫苗", "birth-one-thing-items")]
    [InlineData("试管", "assisted-reproduction-fund-payment")]
    [InlineData("奶粉", "child-allowance-national")]
    [InlineData("补课", "tutoring-guide-price")]
    [InlineData("学费", "last-kindergarten-year-free")]
    [InlineData("单亲", "childbearing-registration")]
    [InlineData("坐月子", "maternity-leave")]
    [InlineData("月子", "maternity-leave")]
    [InlineData("老公陪产", "paternity-leave")]
    [InlineData("陪产", "paternity-leave")]
    [InlineData("生孩子", "maternity-leave")]
    [InlineData("twins", "maternity-leave-extra")]
    [InlineData("caesarean", "maternity-leave-extra")]
    [InlineData("mortgage", "provident-fund-loan-uplift")]
    public void What_a_family_looks_for_is_among_the_first_three(string words, string quantity) =>
        Assert.Contains(quantity, Find(words).Hits.Take(3).Select(hit => hit.Entry.Quantity?.Header.Id));

    [Theory]
    [InlineData("二（十二）", "000")]
    [InlineData("二(十二)", "000")]
    [InlineData("长春市人民政府", "001")]
    public void A_clause_is_found_by_its_number_in_either_width_of_brackets_and_by_an_actor(string words, string document) =>
        Assert.Contains(Find(words).Hits.Take(3), hit => hit.Entry.Clause?.Document == document);

    [Fact]
    public void A_figure_is_found_with_its_label() =>
        Assert.Contains(Find("产假 180").Hits, hit => hit.Entry.Clause?.Citation == new Citation("000", "二（十二）"));

    [Fact]
    public void A_title_counts_more_than_a_mention_in_the_text()
    {
        var hits = Find("产假").Hits;
        var titled = hits.Count(hit => hit.Entry.Title.Zh.Contains("产假", StringComparison.Ordinal));
        Assert.InRange(titled, 2, hits.Count - 1);
        Assert.All(hits.Take(titled), hit => Assert.Contains("产假", hit.Entry.Title.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public void All_words_must_be_found_where_anything_has_them_all()
    {
        var result = Find("产假 工资");
        Assert.False(result.IsLoose);
        Assert.All(result.Hits, hit => Assert.All(["产假", "工资"], word => Assert.Contains(hit.Entry.Fields, field => field.Text.Contains(word, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_question_in_one_breath_still_finds_what_it_is_about()
    {
        var result = Find("长春休产假要带什么材料");
        Assert.True(result.IsLoose);
        Assert.Contains(result.Hits.Take(5), hit => hit.Entry.Quantity?.Header.Id == "maternity-leave");
    }

    [Fact]
    public void What_people_say_finds_what_the_texts_call_it() =>
        Assert.Contains(Find("陪产假").Hits, hit => hit.Entry.Quantity?.Header.Id == "paternity-leave");

    [Theory]
    [InlineData("育儿假")]
    [InlineData("刨腹产")]
    public void Without_a_place_a_find_says_what_it_is_and_not_that_some_place_has_no_figure(string words)
    {
        var first = Find(words).Hits[0];
        Assert.DoesNotContain("尚未录入", first.Passage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("产假（180天）", new[] { "产假" }, "产假")]
    [InlineData("ABC Abc", new[] { "abc" }, "ABC|Abc")]
    [InlineData("aaaa", new[] { "aa" }, "aaaa")]
    [InlineData("（十二）", new[] { "(十二)" }, "（十二）")]
    public void A_highlight_marks_the_text_as_it_is_printed(string text, string[] words, string marked)
    {
        var runs = Highlight.Of(text, words);
        Assert.Equal(text, string.Concat(runs.Select(run => run.Text)));
        Assert.Equal(marked, string.Join('|', runs.Where(run => run.Mark == Cradle.Entitlements.Reading.Mark.Found).Select(run => run.Text)));
    }

    [Fact]
    public async Task The_page_marks_what_was_found_and_links_it()
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, "/policy/search?q=" + Uri.EscapeDataString("产假"));
        Assert.Equal("产假", page.QuerySelector(".hits li mark")!.TextContent);
        Assert.Equal("/policy/rules/maternity-leave", page.QuerySelector(".hits li h2 a")!.GetAttribute("href"));
        Assert.Equal("产假", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("陪产", 2)]
    [InlineData("老公陪产", 2)]
    [InlineData("生孩子", 5)]
    public void Everyday_words_find_clauses_too(string words, int least) => Assert.InRange(Find(words).Hits.Count(hit => hit.Entry.Clause is not null), least, int.MaxValue);

    [Theory]
    [InlineData("2201", "180")]   // Jilin's rule, which holds in Changchun
    [InlineData("14", "158")]
    public async Task The_first_find_shows_the_rule_of_the_place_that_the_reader_chose(string place, string figure)
    {
        using var client = site.Visitor();
        client.DefaultRequestHeaders.Add("Cookie", "cradle.place=" + place);
        var first = (await Site.Open(client, "/policy/search?q=" + Uri.EscapeDataString("产假"))).QuerySelector(".hits li")!;
        Assert.Equal("/policy/rules/maternity-leave", first.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Contains(figure, first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_English_reader_gets_English_passages()
    {
        using var client = site.Visitor(inEnglish: true);
        var page = await Site.Open(client, "/policy/search?q=parental+leave");
        Assert.Equal("/policy/rules/parental-leave", page.QuerySelector(".hits li h2 a")!.GetAttribute("href"));
        Assert.Equal("Parental leave", page.QuerySelector(".hits li h2")!.TextContent);
    }

    [Theory]
    [InlineData("/policy/search")]
    [InlineData("/policy/search?q=zzzzqqq")]
    [InlineData("/policy/search?q=%3Cscript%3E")]
    public async Task An_empty_search_offers_words_that_find_something(string path)
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, path);
        Assert.Empty(page.QuerySelectorAll(".hits"));
        var suggestions = page.QuerySelectorAll(".chosen a").Select(link => link.TextContent).ToList();
        Assert.NotEmpty(suggestions);
        Assert.All(suggestions, word => Assert.NotEmpty(Find(word).Hits));
    }

    [Fact]
    public async Task Pages_of_a_long_result_hold_every_hit_once()
    {
        using var client = site.Visitor();
        var seen = new List<string>();
        var total = Find("服务").Hits.Count;
        Assert.True(total > 20);
        for (var page = 1; page <= (total + 19) / 20; page++)
        {
            var document = await Site.Open(client, $"/policy/search?q={Uri.EscapeDataString("服务")}&p={page}");
            seen.AddRange(document.QuerySelectorAll(".hits h2 a").Select(link => link.GetAttribute("href")!));
        }

        Assert.Equal(total, seen.Distinct().Count());
        Assert.Equal(total, seen.Count);
    }

    [Theory]
    [InlineData("p=0")]
    [InlineData("p=-3")]
    [InlineData("p=abc")]
    [InlineData("p=99999999999999")]
    public async Task A_page_that_can_not_be_shows_one_that_can(string query)
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, $"/policy/search?q={Uri.EscapeDataString("产假")}&{query}");
        Assert.NotEmpty(page.QuerySelectorAll(".hits li"));
        Assert.DoesNotContain("错误", page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_any_length_and_kind_are_searched_without_failing()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 300; round++)
        {
            var words = new string([.. Enumerable.Range(0, random.Next(0, 160)).Select(_ => (char)random.Next(0x20, round % 2 == 0 ? 0xFFFF : 0x7F))]);
            var result = Find(words);
            Assert.All(result.Hits, hit => Assert.True(hit.Score > 0));
        }
    }

    private SearchResult Find(string words) => Search.Find(SearchQuery.Of(words, Search.Places), words.Any(character => character > 0x7F) ? Language.Chinese : Language.English);
}
