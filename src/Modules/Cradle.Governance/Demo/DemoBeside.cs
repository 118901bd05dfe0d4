using Cradle.Governance.Commendations;
using Cradle.Governance.Provisions;
using Cradle.Governance.Reports;
using Cradle.Governance.Research;
using Cradle.Governance.Rhythms;
using Cradle.Governance.SocialForces;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using static Cradle.Governance.Demo.DemoLedger;

namespace Cradle.Governance.Demo;

/// <summary>What a place keeps beside its tasks, in the demonstration: each page has something that waits for somebody, marked as made up.</summary>
internal sealed class DemoBeside(DemoActors actors, DateOnly today)
{
    private const int Smallest = 5;   // the smallest count that is told; zero may be

    /// <summary>How long silence may last, and how far ahead to warn.</summary>
    public Task PaceAsync() => actors.DoAsync<RhythmService>(Office, rhythms => rhythms.SetAsync(Changchun, new RhythmInput(SilentTaskMonths: 12, SilentBodyMonths: 6, AheadDays: 7, OrderLevelDays: 5)));

    /// <summary>One provision is assessed, one waits for somebody to verify that it is gone; the task of clearing them is open again.</summary>
    public async Task ClearAsync()
    {
        await FindAsync(new ProvisionInput("某单位评优推荐表（演示）", "“计划生育意见”一栏", ProvisionKind.Review, "市委组织部"));
        var school = await FindAsync(new ProvisionInput("某小学招生简章（演示）", "报名材料第四项", ProvisionKind.Precondition, Education.Unit));
        await actors.DoAsync<ProvisionService>(Office, provisions => provisions.MoveAsync(school, ProvisionAction.Decide, "入学不得与生育情况挂钩。", provision => provision.Decision = "repeal"));
        await actors.DoAsync<ProvisionService>(Education.UserName, provisions => provisions.MoveAsync(school, ProvisionAction.Finish, change: provision => provision.Proof = "演示文号〔六〕"));
        await actors.DoAsync<ProvisionService>(Office, provisions => provisions.MoveAsync(school, ProvisionAction.Publish));
    }

    /// <summary>One complaint waits for its decision, of another one the decision is to be carried out.</summary>
    public async Task HearAsync()
    {
        await actors.MakeAsync<ProvisionService>(Office, provisions => provisions.ComplainAsync(Changchun, "hiring", "招聘登记表要填写子女数", "某公司（演示）", today.AddDays(12)));
        var decided = await actors.MakeAsync<ProvisionService>(Office, provisions => provisions.ComplainAsync(Changchun, "school", "插班时要求出示生育登记证明", "某中学（演示）", today.AddDays(9)));
        await actors.DoAsync<ProvisionService>(Education.UserName, provisions => provisions.MoveComplaintAsync(decided, RefusalAction.Decide, "不得要求，已通知学校当面更正。"));
    }

    /// <summary>Volunteers with and without a background check, hours confirmed and not, a request that waits and one that found its project.</summary>
    public async Task ServeAsync()
    {
        var holidays = await ProjectAsync("市妇联", "假期陪伴（演示）", SocialFunction.FamilyHelp, isWithChildren: true);
        var classes = await ProjectAsync("市计生协", "准父母课堂（演示）", SocialFunction.BirthGuidance, isWithChildren: false);
        var known = await VolunteerAsync("演示-0001", today.AddDays(-100));
        var fresh = await VolunteerAsync("演示-0002", null);
        await SendAsync(holidays, known);
        await SendAsync(classes, fresh);
        var first = await LogAsync(holidays, known, today.AddDays(-7), 3);
        await LogAsync(holidays, known, today.AddDays(-1), 2);
        var second = await LogAsync(classes, fresh, today.AddDays(-3), 4);
        foreach (var hours in new[] { first, second })
        {
            await actors.DoAsync<SocialForcesService>(Colleague, forces => forces.ConfirmAsync(hours));
        }

        await AskAsync(SocialFunction.FamilyHelp, "双职工家庭，寒假白天需要有人陪孩子写作业（演示）。");
        var lesson = await AskAsync(SocialFunction.BirthGuidance, "几位准妈妈想听孕晚期的课（演示）。");
        await actors.DoAsync<SocialForcesService>(Office, forces => forces.HelpAsync(lesson, classes));
    }

    /// <summary>One study has given its report, which is to be reviewed; one waits to be approved.</summary>
    public async Task StudyAsync()
    {
        var places = await actors.MakeAsync<ResearchService>(Office, research => research.ProposeAsync(Changchun, new TopicInput("托位需求预测（演示）", "某高校人口研究所（演示）", ["区", "年份", "出生人数"], today.AddDays(60))));
        await actors.DoAsync<ResearchService>(Leader, research => research.MoveAsync(places, TopicAction.Approve));
        var table = new Table([["区", "年份", "出生人数"], ["甲区（演示）", "去年", "812"], ["乙区（演示）", "去年", "3"]]);
        await actors.DoAsync<ResearchService>(Office, async research => (await research.ReleaseAsync(places, table, Smallest)).Error);
        await actors.DoAsync<ResearchService>(Office, research => research.MoveAsync(places, TopicAction.Report, topic => topic.Report = "托位需求预测报告（演示）"));
        await actors.MakeAsync<ResearchService>(Office, research => research.ProposeAsync(Changchun, new TopicInput("婚育服务需求调查（演示）", "某智库（演示）", ["年龄组", "人数"])));
    }

    /// <summary>One applicant is on public notice, one waits for its evidence to be checked.</summary>
    public async Task CommendAsync()
    {
        var call = await actors.MakeAsync<CommendationService>(Leader, service => service.CallAsync(
            Changchun, "儿童友好示范区创建（演示）", ["制度健全", "设施达标", "一年内没有重大安全事件"], today.AddDays(-45), today.AddDays(20), noticeDays: 7));
        var noticed = await ApplyAsync(call, Nanguan, "南关区（演示）", "南关区创建总结");
        await actors.DoAsync<CommendationService>(Colleague, service => service.MoveAsync(noticed, NominationAction.CheckEvidence));
        await actors.DoAsync<CommendationService>(Supervisor, service => service.ScoreAsync(noticed, Changchun, 88));
        await actors.DoAsync<CommendationService>(Leader, service => service.PublishAsync(noticed));
        await ApplyAsync(call, Chaoyang, "朝阳区（演示）", "朝阳区创建总结");
    }

    /// <summary>One important matter went to its unit and waits for a leader to take note of it.</summary>
    public async Task WarnAsync()
    {
        var matter = await actors.MakeAsync<ReportService>(Office, reports => reports.ReportMatterAsync(
            Changchun, "一家托育机构停业（演示）", "涉及三十余名幼儿，已全部分流到附近机构，没有人员受伤。", ChinaTime.StartOf(today.AddDays(-1)).ToUniversalTime()));
        await actors.DoAsync<ReportService>(Office, reports => reports.MoveMatterAsync(matter, MatterAction.Route, Health.Unit));
    }

    private async Task<Guid> FindAsync(ProvisionInput input)
    {
        var id = await actors.MakeAsync<ProvisionService>(Office, provisions => provisions.FindAsync(Changchun, input));
        await actors.DoAsync<ProvisionService>(Office, provisions => provisions.MoveAsync(id, ProvisionAction.Assess));
        return id;
    }

    private Task<Guid> ProjectAsync(string organisation, string name, SocialFunction function, bool isWithChildren) =>
        actors.MakeAsync<SocialForcesService>(Office, forces => forces.AddProjectAsync(Changchun, new ProjectInput(organisation, name, function, isWithChildren)));

    private Task<Guid> VolunteerAsync(string number, DateOnly? checkedOn) => actors.MakeAsync<SocialForcesService>(Office, forces => forces.AddVolunteerAsync(Changchun, number, checkedOn));

    private Task SendAsync(Guid project, Guid volunteer) => actors.DoAsync<SocialForcesService>(Office, forces => forces.MatchAsync(project, volunteer));

    private Task<Guid> LogAsync(Guid project, Guid volunteer, DateOnly day, decimal hours) => actors.MakeAsync<SocialForcesService>(Office, forces => forces.LogAsync(project, volunteer, day, hours));

    private Task<Guid> AskAsync(SocialFunction function, string what) => actors.MakeAsync<SocialForcesService>(Frontline, forces => forces.AskAsync(Chaoyang, function, what));

    private Task<Guid> ApplyAsync(Guid call, DivisionCode place, string applicant, string evidence) => actors.MakeAsync<CommendationService>(Office, service => service.ApplyAsync(call, place, applicant, [evidence]));
}
