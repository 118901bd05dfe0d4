namespace Cradle.Journeys.Tests.Births;

/// <summary>Children without a certificate of birth from here, and a paper that comes later: by a family, a worker, a hospital and an officer in their browsers.</summary>
public class PromiseJourneyTests(Served served)
{
    private static readonly byte[] Scan = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    [Theory]
    [InlineData(false, "140105199203040029")]
    [InlineData(true, "140105199203040045")]
    public async Task A_paper_of_a_child_born_abroad_is_promised_accepted_with_a_day_handed_in_sent_back_and_seen_at_the_counter(bool scripts, string mother)
    {
        await using var family = await VisitAsync("taiyuan.citizen", scripts);
        await family.OpenAsync("/births/apply");
        await family.FollowAsync("国外或港澳台出生");
        Assert.Equal(0, await family.Page.Locator("[name='Form.Hospital'], [name='Form.Birthplace'], [name='Form.Children[0].Certificate']").CountAsync());
        await FillAsync(family, mother, ("Country", "日本"), ("ForeignPlace", "东京"));
        await family.TellAsync("abroad-form");
        await family.PressAsync("提交");
        Assert.Contains("缺少：国外出生证明和翻译件", await family.Main.InnerTextAsync(), StringComparison.Ordinal);
        await family.TellAsync("abroad-missing");
        await family.FollowAsync("去改表");
        foreach (var (name, value) in new[] { ("Year", "2026"), ("Month", "3"), ("Day", "20") })
            await family.Page.FillAsync($"input[name='Form.PromisedBy.{name}']", value);
        await family.PressAsync("再交");
        await family.TellAsync("promised");
        var desk = family.Path.Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal);

        await using var officer = await VisitAsync("taiyuan.officer", scripts);
        await officer.OpenAsync(desk);
        await officer.TellAsync("desk-held");
        await officer.Page.FillAsync("input[name='Until.Day']", "16");
        await officer.Page.FillAsync("textarea[name=Reason]", "证明在翻译");
        await officer.PressAsync("容缺受理");
        await officer.TellAsync("desk-promised");
        await officer.OpenAsync("/desk/births");
        Assert.Contains("最后一天 2026-03-16", await officer.Main.InnerTextAsync(), StringComparison.Ordinal);
        await officer.TellAsync("desk-list");

        await family.OpenAsync(family.Path);
        Assert.Contains("2026", await family.Page.Locator("section[aria-labelledby=promises]").InnerTextAsync(), StringComparison.Ordinal);
        await family.TellAsync("awaited");
        await family.Page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload { Name = "证明.pdf", MimeType = "application/pdf", Buffer = Scan });
        await family.PressAsync("补交");
        Assert.Equal(0, await family.Page.Locator("input[type=file]").CountAsync());
        await family.TellAsync("handed-in");

        await officer.OpenAsync(desk);
        await officer.PressAsync("退回重交");   // nothing is said
        Assert.Equal(2, await officer.Page.Locator(".errors li").CountAsync());
        await officer.TellAsync("desk-send-back");
        await officer.Page.FillAsync("[name=Wrong]", "没有翻译件");
        foreach (var (name, value) in new[] { ("Year", "2026"), ("Month", "3"), ("Day", "30") })
            await officer.Page.FillAsync($"input[name='Again.{name}']", value);
        await officer.PressAsync("退回重交");
        await family.OpenAsync(family.Path);
        Assert.Contains("没有翻译件", await family.Main.InnerTextAsync(), StringComparison.Ordinal);
        await family.TellAsync("sent-back");
        await officer.PressAsync("窗口已核对国外出生证明和翻译件");
        await family.OpenAsync(family.Path);
        Assert.Contains("窗口已核对", await family.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("taiyuan.frontline", true, "140105199203040061")]
    [InlineData("taiyuan.hospital", false, "140105199203040088")]
    public async Task An_adopted_child_is_filed_at_a_counter_with_the_familys_consent(string person, bool scripts, string adopter)
    {
        await using var worker = await VisitAsync(person, scripts);
        await worker.OpenAsync("/births/apply?kind=Adopted");
        await FillAsync(worker, adopter, ("Birthplace", "140105"), ("Children[0].Document", $"（2026）并收第{adopter[^4..^1]}号"));
        await worker.Page.CheckAsync("input[name='Form.Papers']");
        await worker.PressAsync("提交");
        Assert.Contains("代办要家庭同意", await worker.Page.Locator(".errors").InnerTextAsync(), StringComparison.Ordinal);
        await worker.TellAsync("adopted-form");
        await worker.Page.CheckAsync("input[name='Form.HasConsent']");
        await worker.PressAsync("提交");
        Assert.Equal("办理中", await worker.Main.Locator("h1").InnerTextAsync());
        Assert.Contains("由工作人员代填，本人同意", await worker.Main.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await worker.Page.Locator(".items .item", new() { HasText = "出生医学证明" }).CountAsync());
        await worker.TellAsync("adopted-case");
    }

    private async Task<Visit> VisitAsync(string person, bool scripts)
    {
        var visit = await served.VisitAsync(scripts);
        await visit.ResumeAsync(person);
        if (scripts)
        {
            visit.Shown = async name =>
            {
                await visit.AxeAsync(name);
                await visit.FitsAsync(name);
            };
        }

        return visit;
    }

    private static async Task FillAsync(Visit visit, string mother, params (string Name, string Value)[] own)
    {
        (string, string)[] usual =
        [
            ("BirthDate.Year", "2026"), ("BirthDate.Month", "2"), ("BirthDate.Day", "20"), ("Residence", "140105"), ("Household", "140105"), ("Phone", "13800000000"), ("Mother.Name", "样例母亲"), ("Mother.IdNumber", mother),
            ("Children[0].Name", "样例宝宝"),
        ];
        foreach (var (name, value) in usual.Concat(own))
            await visit.Page.FillAsync($"input[name='Form.{name}']", value);
        await visit.Page.CheckAsync("input[name='Form.Children[0].Sex'][value=Female]");
    }
}
