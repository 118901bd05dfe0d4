using AngleSharp.Html.Dom;
using Cradle.Entitlements.Reading;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements;

public class PolicyReaderTests(Site site)
{
    private PolicyIndex Index => site.The<PolicyIndex>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_clause_page_of_every_document_opens_with_its_rules_sentences_and_findings(bool inEnglish)
    {
        using var client = site.Visitor(inEnglish);
        var tracer = site.The<ClauseTracer>();
        Assert.Equal(["000", "001", "002", "003", "004"], Index.Documents.Select(document => document.Id));
        foreach (var document in Index.Documents)
        {
            foreach (var clause in document.Clauses)
            {
                var path = PathOf(clause);
                var page = await Site.Open(client, path);
                var trail = tracer.Trace(document, clause);
                var counts = page.QuerySelectorAll(".chain b").Select(count => count.TextContent).ToList();
                Assert.Equal([1, trail.Rules.Count, trail.Services.Count, trail.TaskCount, trail.Findings.Count], counts.Select(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
                var says = inEnglish ? clause.SaysEn : clause.SaysZh;
                Assert.Equal(says, page.QuerySelectorAll("#text .body li > span:last-child").Select(sentence => sentence.TextContent));
                Assert.Equal(trail.Rules.Count, page.QuerySelectorAll("#rules .links > li").Length);
                Assert.Equal(trail.Findings.Count, page.QuerySelectorAll("#findings .broken li").Length);
                foreach (var rule in trail.Rules)
                    Assert.Contains(page.QuerySelectorAll("#rules a"), link => link.GetAttribute("href") == $"/policy/rules/{rule.Header.Id}#{rule.Rule.Id}");
            }
        }
    }

    [Fact]
    public async Task A_clause_is_found_with_brackets_of_either_width_and_has_one_address()
    {
        using var client = site.Visitor();
        var answer = await client.GetAsync("/policy/000/二(十二)", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/policy/000/" + Uri.EscapeDataString("二（十二）"), answer.Headers.Location!.OriginalString);
        var clause = await client.GetStringAsync("/api/v1/documents/000/clauses/二(十二)", TestContext.Current.CancellationToken);
        Assert.Equal("二（十二）", System.Text.Json.JsonDocument.Parse(clause).RootElement.GetProperty("number").GetString());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/policy/000/二(九十九)", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Every_quantity_page_shows_each_rule_once_and_every_case()
    {
        using var client = site.Visitor();
        foreach (var quantity in Index.Pack.Quantities)
        {
            var page = await Site.Open(client, $"/policy/rules/{quantity.Header.Id}");
            Assert.Equal(quantity.Header.Label.Zh, page.QuerySelector("h1")!.TextContent);
            Assert.All(quantity.Rules, rule => Assert.NotNull(page.GetElementById(rule.Id)?.QuerySelector(".rule")));
            Assert.Equal(quantity.Rules.Count, page.QuerySelectorAll("article .rule").Length);
            Assert.Equal(Index.CasesOf(quantity.Header.Id).Count, page.QuerySelectorAll("details.case").Length);
        }
    }

    [Fact]
    public async Task Every_norm_has_a_page_that_says_it_is_to_be_checked_and_what_it_says()
    {
        using var client = site.Visitor();
        Assert.NotEmpty(Index.Norms);
        foreach (var norm in Index.Norms)
        {
            var page = await Site.Open(client, $"/policy/{norm.Id}");
            Assert.Contains("待核对", page.QuerySelector(".page-head .st")!.TextContent, StringComparison.Ordinal);
            Assert.True(page.QuerySelectorAll(".sheet p").Any(line => line.TextContent.Length > 5), norm.Id);
            Assert.All(norm.Clauses, article => Assert.NotNull(page.GetElementById($"article-{article.Number}")));
        }
    }

    [Fact]
    public async Task Every_link_of_the_reader_leads_to_a_page_and_to_a_place_on_it()
    {
        using var client = site.Visitor();
        var pages = new Dictionary<string, IHtmlDocument>();
        var queue = new Queue<string>(["/policy"]);
        var links = new HashSet<string>();
        while (queue.TryDequeue(out var path))
        {
            if (pages.ContainsKey(path))
                continue;
            var page = pages[path] = await Site.Open(client, path);
            foreach (var href in page.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!))
            {
                var whole = href.StartsWith('#') ? path + href : href;
                links.Add(whole);
                var target = whole.Split('#')[0];
                if (target.StartsWith("/policy", StringComparison.Ordinal) && !target.Contains('?', StringComparison.Ordinal))
                    queue.Enqueue(target);
            }
        }

        Assert.True(pages.Count > 300, $"Only {pages.Count} pages were reached from /policy.");
        Assert.All(links.Where(link => link.Contains('#', StringComparison.Ordinal) && pages.ContainsKey(link.Split('#')[0])), link =>
            Assert.True(pages[link.Split('#')[0]].GetElementById(link.Split('#')[1]) is not null, link));

        // filters, searches, and what lies outside the reader: the calculator, services, the sign-in
        var others = links.Select(link => link.Split('#')[0]).Where(link => !pages.ContainsKey(link)).Distinct().ToList();
        Assert.NotEmpty(others);
        foreach (var link in others)
        {
            Assert.StartsWith("/", link, StringComparison.Ordinal);
            using var answer = await client.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 400, $"{link} answers {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_service_that_is_said_to_be_live_has_a_page_that_answers()
    {
        using var client = site.Visitor();
        var pages = new Dictionary<string, string?>();
        foreach (var clause in site.The<PolicyIndex>().Documents.SelectMany(document => document.Clauses))
            foreach (var link in (await Site.Open(client, PathOf(clause))).QuerySelectorAll(".links li").Where(item => item.QuerySelector(".tl-ok") is not null && item.QuerySelector("h3") is not null).Select(item => item.QuerySelector("h3 a")!))
                pages[link.TextContent] = link.GetAttribute("href");
        var live = site.The<PolicyIndex>().Pack.Coverage.SelectMany(entry => entry.Carriers).Where(carrier => carrier is { Kind: "service", Status: "live" }).Select(carrier => carrier.Label.Zh).Distinct().ToList();
        Assert.Contains("出生一件事联办", live);
        foreach (var name in live)
        {
            Assert.True(pages.GetValueOrDefault(name) is not null, $"{name} is live and leads nowhere");
            using var answer = await client.GetAsync(pages[name], TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 400, $"{name}: {pages[name]} answers {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task The_Changchun_draft_shows_31_tasks_and_says_where_nobody_leads()
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, "/policy/001");
        var rows = page.QuerySelectorAll("#tasks tbody tr");
        Assert.Equal(31, rows.Length);
        var without = Index.Document("001")!.Tasks.Count(task => task.LeadAgencies.Count == 0);
        Assert.InRange(without, 1, 30);
        Assert.Equal(without, rows.Count(row => row.TextContent.Contains("没写谁牵头", StringComparison.Ordinal)));
        Assert.Contains("征求意见稿，只作参考", page.QuerySelector(".note-draft")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "必须做到：这只是征求意见稿的写法", "可以要求兑现", "必须做到：是权利或者责任，可以要求兑现。")]
    [InlineData(true, "Binding: The wording of the draft only", "it can be claimed", "Binding: A right or a duty: it can be claimed.")]
    public async Task A_binding_clause_of_a_draft_is_not_said_to_be_claimable(bool inEnglish, string inDraft, string claimable, string inForce)
    {
        using var client = site.Visitor(inEnglish);
        var draft = (await Site.Open(client, "/policy/001/5")).QuerySelector("#text .sum")!.TextContent;
        Assert.Contains(inDraft, draft, StringComparison.Ordinal);
        Assert.DoesNotContain(claimable, draft, StringComparison.Ordinal);
        var binding = Index.Document("000")!.Clauses.First(clause => clause.Strength == "must");
        Assert.Contains(inForce, (await Site.Open(client, PathOf(binding))).QuerySelector("#text .sum")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/policy/000?kind=target")]
    [InlineData("/policy/001?strength=may")]
    [InlineData("/policy/004?kind=entitlement&strength=must")]
    public async Task A_filter_keeps_exactly_the_clauses_that_match(string path)
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, path);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(path.Split('?')[1]);
        var expected = Index.Document(path.Split('/', '?')[2])!.Clauses.Where(clause =>
            (!query.TryGetValue("kind", out var kind) || clause.Kinds.Contains(kind.ToString()))
            && (!query.TryGetValue("strength", out var strength) || clause.Strength == strength || clause.Words.Any(word => word.Strength == strength))).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(clause => clause.Number), page.QuerySelectorAll(".clauses li > .doc").Select(number => number.TextContent));
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_says_so_and_offers_all_clauses()
    {
        using var client = site.Visitor();
        var page = await Site.Open(client, "/policy/000?kind=nothing-of-the-kind");
        Assert.Empty(page.QuerySelectorAll(".clauses li"));
        Assert.Equal("/policy/000", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/policy/999")]
    [InlineData("/policy/000/no-such-clause")]
    [InlineData("/policy/rules/no-such-quantity")]
    [InlineData("/policy/norms/no-such-norm")]
    [InlineData("/policy/norms%2Fcivil-code/200")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var client = site.Visitor();
        Assert.Equal(404, (int)(await client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task English_pages_name_documents_and_clauses_in_English_with_the_Chinese_name_marked_as_such()
    {
        using var client = site.Visitor(inEnglish: true);
        var page = await Site.Open(client, "/policy/000");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("Jilin Province: implementing opinion", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var name = page.QuerySelector(".page-head .lead")!;
        Assert.Equal(("吉林省进一步完善和落实积极生育支持措施的实施意见", "zh-CN"), (name.TextContent, name.GetAttribute("lang")));
        var rule = await Site.Open(client, "/policy/rules/maternity-leave");
        var cites = rule.QuerySelectorAll(".cite").Select(cite => (Name: cite.QuerySelector("span")!, Clause: cite.QuerySelector("b")!)).ToList();
        Assert.Contains(cites, cite => cite.Name.TextContent == "Jilin opinion" && cite.Clause.TextContent == "2 (12)" && cite.Name.GetAttribute("lang") is null);
        // a law keeps the name it is looked up by
        Assert.Contains(cites, cite => cite.Name.TextContent == "女职工劳动保护规定" && cite.Name.GetAttribute("lang") == "zh-CN" && cite.Clause.TextContent == "art. 7");
    }

    private static string PathOf(Clause clause) => $"/policy/{clause.Document}/{Uri.EscapeDataString(clause.Number)}";
}
