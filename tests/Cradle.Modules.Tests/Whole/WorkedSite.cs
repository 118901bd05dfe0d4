using System.Text;
using Cradle.Births.Items;
using Cradle.Modules.Tests.Access;
using Cradle.Modules.Tests.Births;
using Cradle.Platform;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Processes;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests.Whole;

[CollectionDefinition(Name)]
public sealed class WorkedSiteGroup : ICollectionFixture<WorkedSite>
{
    public const string Name = "a site on which people have worked";
}

/// <summary>A site on which families, workers, officers and units of Changchun have worked by its pages, and everything that can then be read there.</summary>
public sealed class WorkedSite : IAsyncLifetime
{
    private readonly ListeningDepartment department = new();
    private readonly Lazy<Task<IReadOnlyList<SeenAnswer>>> answers;

    public WorkedSite()
    {
        Site = new CradleSite
        {
            // never a department that happens to run on this machine
            Also = services => services.PostConfigure<ConnectorOptions>(options => options.Partners.ForEach(partner => partner.Address = department.Address)),
        };
        answers = new(() => new Crawl(this).RunAsync());
    }

    public CradleSite Site { get; }

    public string State => Site.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.State;

    /// <summary>Every answer that somebody got who followed every link.</summary>
    internal Task<IReadOnlyList<SeenAnswer>> AnswersAsync() => answers.Value;

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await ChildrenAsync();
        await RegistrationsAsync();
        await OldFeesAsync();
        await OfficeAsync();
        await DeliverAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        department.Dispose();
    }

    internal Task<Reader> AsAsync(string person) => People.AsAsync(Site, $"changchun.{person}");

    private async Task ChildrenAsync()
    {
        var family = await AsAsync("citizen");
        await family.SendAsync(await family.OpenAsync("/account/contact"), ("Phone", Sentinels.ContactPhone), ("Email", Sentinels.ContactEmail));
        var one = await ApplyAsync(family, ("Form.Birthplace", "220104"), ("Form.Children[0].Certificate", Sentinels.Certificate));
        await AnswerAsync(one, ServiceGraph.Certificate, RequestState.Done);
        await AnswerAsync(one, ServiceGraph.Household, RequestState.Done);
        await AnswerAsync(one, ServiceGraph.Insurance, RequestState.Done);
        await AnswerAsync(one, ServiceGraph.Card, RequestState.Refused);
        await family.SendAsync(await family.OpenAsync($"{one}/bills"), ("Bills[0].Day.Year", "2026"), ("Bills[0].Day.Month", "2"), ("Bills[0].Day.Day", "25"), ("Bills[0].Amount", "320.50"), ("Bills[0].Invoice", Sentinels.Invoice));
        Assert.Contains("320.50", (await family.OpenAsync($"{one}/bills")).Text, StringComparison.Ordinal);

        // sent back; accepted on a promise; the same certificate once more, by a worker
        Assert.Contains("等您补正", (await family.OpenAsync(await ApplyAsync(family, ("Form.Mother.IdNumber", Sentinels.OtherMother), ("Form.Kind", "Abroad"), ("Form.Country", "日本")))).Text, StringComparison.Ordinal);
        var promised = await ApplyAsync(family, ("Form.Mother.IdNumber", Sentinels.OtherMother), ("Form.BirthDate.Day", "12"), ("Form.Kind", "Abroad"), ("Form.Country", "日本"), ("Form.PromisedBy.Year", "2026"), ("Form.PromisedBy.Month", "6"), ("Form.PromisedBy.Day", "1"));
        var officer = await AsAsync("officer");
        await officer.PressAsync(await officer.OpenAsync(OnDesk(promised)), "容缺受理", ("action", "AcceptWithPromise"), ("Reason", "材料在路上"));
        var doubled = await ApplyAsync(await AsAsync("frontline"), ("Form.HasConsent", "yes"), ("Form.Birthplace", "220104"), ("Form.Children[0].Certificate", Sentinels.Certificate));
        Assert.Contains("并排比较", (await officer.OpenAsync(OnDesk(doubled))).Text, StringComparison.Ordinal);
    }

    private async Task RegistrationsAsync()
    {
        var (family, officer) = (await AsAsync("citizen"), await AsAsync("officer"));
        var made = await family.SendAsync(await family.OpenAsync("/births/registrations/apply"), ("Form.Mother.Name", "哨兵母亲"), ("Form.Identity", "ResidentCard"), ("Form.Mother.IdNumber", Sentinels.OtherMother), ("Form.Residence", "220104"),
            ("Form.Phone", Sentinels.OtherPhone), ("Form.DueOn.Year", "2026"), ("Form.DueOn.Month", "9"), ("Form.DueOn.Day", "20"), ("Form.OtherParent.Name", "哨兵父亲"), ("Form.OtherParent.IdNumber", Sentinels.OtherParent));
        Assert.StartsWith("/births/registrations/", made.Path, StringComparison.Ordinal);
        var desk = await officer.OpenAsync(made.Path.Replace("/births/", "/desk/", StringComparison.Ordinal));
        await officer.PressAsync(desk, "记下来", ("Note", "问了产检，告诉了建册"));
    }

    private async Task OldFeesAsync()
    {
        var officer = await AsAsync("officer");
        var csv = $"决定书文号,决定日期,当事人姓名,身份证号,另一当事人,另一当事人身份证号,决定书所写孩次,决定金额（元）,已收金额（元）,执行情况\n长计征〔2012〕7号,2012-05-31,哨兵当事人,{Sentinels.FeePerson},哨兵配偶,{Sentinels.FeeSpouse},3,40000,10000,\n";
        var page = await officer.UploadAsync(await officer.OpenAsync("/desk/fees/import"), "Check", "old.csv", Encoding.UTF8.GetBytes(csv));
        Assert.Contains("2201****", page.Text, StringComparison.Ordinal);
        Assert.Empty(Sentinels.In(page.Text));
        Assert.Contains("导入了 1 行", (await officer.PressAsync(page, "全部导入", ("all", "true"))).Text, StringComparison.Ordinal);

        // another disposes of it, so that there is a notice
        var second = await AsAsync("officer2");
        var one = (await second.OpenAsync("/desk/fees")).Document.QuerySelector("main tbody th a")!.GetAttribute("href")!;
        Assert.Contains("已处理", (await second.PressAsync(await second.OpenAsync(one), "处理")).Text, StringComparison.Ordinal);
    }

    // One of everything that an office keeps, so that every page of one thing has one.
    private async Task OfficeAsync()
    {
        var (office, leader) = (await AsAsync("officer"), await AsAsync("leader"));
        var import = await office.PressAsync(await office.OpenAsync("/governance/import"), "采用");
        await office.UploadAsync(import, "Import", "changchun.csv", await File.ReadAllBytesAsync(Repository.PathOf("docs", "examples", "matrix", "changchun.csv")), ("Document", "001"));
        await office.PressAsync(await office.OpenAsync("/governance/measures"), "列入", ("Document", "001"), ("Clause", "10"), ("Title", "托育运营补助"), ("OwnerUnit", "市卫健委"), ("RuleDueOn", "2026-06-30"));
        await office.PressAsync(await office.OpenAsync("/governance/meetings"), "设立", ("Name", "人口领导小组"), ("Since", "2026-01-05"), ("members", "市卫健委"));
        await office.PressAsync(await office.OpenAsync("/governance/filings"), "报备", ("Title", "长春市补助办法"), ("Clause", "001/10"), ("Required", "正文"), ("Enclosed", "正文"));
        await office.PressAsync(await office.OpenAsync("/governance/provisions"), "登记", ("Document", "某区办法"), ("Clause", "第七条"), ("Owner", "市公安局"));
        await office.PressAsync(await office.OpenAsync("/governance/complaints"), "登记并转办", ("Matter", "school"), ("Institution", "某小学"), ("What", "入学要求计划生育证明"), ("AnswerBy", "2026-03-20"));
        await leader.UploadAsync(await leader.OpenAsync("/governance/assessments"), "Publish", "set.csv", "编码,指标,条款,单位,权重,计分,方向,目标,来源\nwork,工作质量,,分,100,评分,,,自报\n"u8.ToArray(), ("Name", "2026年考核"), ("Year", "2026"));
        await leader.PressAsync(await leader.OpenAsync("/governance/commendations"), "发布", ("Name", "示范区"), ("Criteria", "制度健全"), ("OpensOn", "2026-03-01"), ("ClosesOn", "2026-03-31"), ("NoticeDays", "7"));
        await office.PressAsync(await office.OpenAsync("/governance/volunteers"), "登记项目", ("Organisation", "市妇联"), ("Name", "假期陪伴"), ("Function", "FamilyHelp"));
        await office.PressAsync(await office.OpenAsync("/governance/research"), "提出", ("Title", "托位需求预测"), ("Institute", "某大学"), ("DataAsked", "街道\n托位"), ("DueOn", "2026-12-31"));
        var report = await office.PressAsync(await office.OpenAsync("/governance/reports?division=220104&year=2026"), "生成", ("DueOn", "2026-12-31"));
        await leader.PressAsync(await leader.OpenAsync(report.Path), "签发");
    }

    private static async Task<string> ApplyAsync(Reader reader, params (string, string)[] own)
    {
        (string, string)[] usual =
        [
            ("Form.BirthDate.Year", "2026"), ("Form.BirthDate.Month", "2"), ("Form.BirthDate.Day", "20"), ("Form.Residence", "220104"), ("Form.Household", "220104"), ("Form.Phone", Sentinels.Phone), ("Form.Mother.Name", "哨兵母亲"),
            ("Form.Mother.IdNumber", Sentinels.Mother), ("Form.Father.Name", "哨兵父亲"), ("Form.Father.IdNumber", Sentinels.Father), ("Form.Children[0].Name", "哨兵宝宝"), ("Form.Children[0].Sex", "Female"),
        ];
        var page = await reader.SendAsync(await reader.OpenAsync("/births/apply"), [.. usual.Where(field => !own.Any(other => other.Item1 == field.Item1)), .. own]);
        Assert.True(page.Path.StartsWith("/births/cases/", StringComparison.Ordinal), $"the form was not taken: {page.Text}");
        return page.Path;
    }

    private static string OnDesk(string path) => path.Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal);

    private async Task AnswerAsync(string path, string service, RequestState state)
    {
        await DeliverAsync();
        await using var scope = Site.Services.CreateAsyncScope();
        var (services, id) = (scope.ServiceProvider, Guid.Parse(path.Split('/')[^1]));
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = new Actor(ActorKind.Department, "department"), Process = "tests.answer", Correlation = Guid.CreateVersion7() });
        var database = services.GetRequiredService<PlatformDbContext>();
        var request = await database.Set<CaseItem>().Where(item => item.CaseId == id && item.Service == service).Select(item => item.Request).SingleAsync();
        var answer = new DepartmentAnswer(request, 9, state, state == RequestState.Done ? $"长-{service}-1" : null, "姓名与证明不一致", "改成证明上的姓名", Site.Clock.GetUtcNow());
        Assert.True(await services.GetRequiredService<ItemService>().ApplyAsync("department", answer, default), $"{service} took no answer");
        await database.SaveChangesAsync();
    }

    // Also what the site itself is at: it delivers what it commits.
    private async Task DeliverAsync()
    {
        while (await Site.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(default) > 0 || await IsDeliveringAsync())
        {
            await Task.Delay(5);
        }
    }

    private async Task<bool> IsDeliveringAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Outbox.AnyAsync(message => message.State == MessageState.Waiting && message.TakenBy != null);
    }
}
