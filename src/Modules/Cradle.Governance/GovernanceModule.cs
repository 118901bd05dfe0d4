using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Board;
using Cradle.Governance.Commendations;
using Cradle.Governance.Figures;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Naming;
using Cradle.Governance.Orders;
using Cradle.Governance.Papers;
using Cradle.Governance.Provisions;
using Cradle.Governance.Reports;
using Cradle.Governance.Research;
using Cradle.Governance.Rhythms;
using Cradle.Governance.SocialForces;
using Cradle.Governance.Units;
using Cradle.Platform;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Contracts.Figures;
using Cradle.Platform.Files;
using Cradle.Platform.Jobs;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Governance;

/// <summary>The parts of the module: services, messages and lifecycles. The closed-loop board takes the policy pack that the application loaded.</summary>
public static class GovernanceModule
{
    /// <summary>Every lifecycle of the module, for the drawings.</summary>
    public static IReadOnlyList<ILifecycle> Lifecycles { get; } =
    [
        KeyTaskLifecycle.Table, SupervisoryOrderLifecycle.Table, MeasureLifecycle.Table, FilingLifecycle.Table, ProvisionLifecycle.Table, RefusalLifecycle.Table,
        PlaceAssessmentLifecycle.Table, AnnualReportLifecycle.Table, ImportantMatterLifecycle.Table, NominationLifecycle.Table, ResearchTopicLifecycle.Table,
    ];

    public static IServiceCollection AddGovernance(this IServiceCollection services)
    {
        services.AddPermissions(GovernancePermissions.All);
        services.AddNavigation(
            new(Door(GovernanceLinks.Board), GovernancePermissions.Read, new("责任落实", "Who owes what"), new("哪些逾期、哪个单位、哪一部分；每个数字都能打开清单。", "What is late, by unit and part; every number opens its list.")),
            new(Door(GovernanceLinks.Mine), GovernancePermissions.Report, new("本单位的任务", "Our tasks"), new("签收、报进展、交佐证、申请办结，答复督办单。", "Sign, report, prove, claim; answer orders.")),
            new(Door(GovernanceLinks.Check), GovernancePermissions.Check, new("核查", "To be checked"), new("核对别的单位申请办结的任务。", "Check what other units claim to be done.")) { IsForWholePlaces = true },
            new(Door(GovernanceLinks.Orders), GovernancePermissions.Read, new("督办", "Supervisory orders"), new("在办的督办单：谁没读、谁没答。", "Open orders: who has not read, who has not answered.")),
            new(Door(GovernanceLinks.Help), GovernancePermissions.Ask, new("请志愿者帮忙", "Ask for volunteers"), new("为辖区家庭请社会组织和志愿者帮忙。", "Ask social organisations to help families of the place.")),
            new(Door(GovernanceLinks.Import), GovernancePermissions.Compile, new("导入分工表", "Import a matrix"), new("把重点任务分工表放进台账。", "Put a responsibility matrix into the ledger.")) { IsForWholePlaces = true });
        AuditNames.Add(services);
        services.AddScoped<MoveService>();
        services.AddScoped<UpwardCheck>();
        services.AddScoped<Addressees>();
        services.AddScoped<PaperService>();
        services.AddScoped<IFileReaders, TaskReaders>();
        services.AddScoped<UnitService>();
        services.AddScoped<IUnitNames, UnitNames>();
        services.AddScoped<MatrixService>();
        services.AddScoped<TaskService>();
        services.AddScoped<TaskProofs>();
        services.AddScoped<TaskHistory>();
        services.AddScoped<OrderService>();
        services.AddScoped<MeetingService>();
        services.AddScoped<MeasureService>();
        services.AddScoped<ProvisionService>();
        services.AddSingleton(provider => DelinkLint.Load(Path.Combine(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.Data, "delinking.csv")));
        services.AddScoped<BoardService>();
        services.AddScoped<LoopBoard>();
        services.AddScoped<ILiveFigures, GovernanceFigures>();
        services.AddScoped<LiveCounts>();
        services.AddScoped<LedgerFigures>();
        services.AddScoped<AssessmentService>();
        services.AddScoped<ReportService>();
        services.AddScoped<CommendationService>();
        services.AddScoped<SocialForcesService>();
        services.AddScoped<ResearchService>();
        services.AddScoped<RhythmService>();
        services.AddScoped<LedgerWatch>();
        services.AddJob<LedgerWatchJob>("governance.ledger-watch", LedgerWatchJob.Every);
        services.AddMessage<KeyTaskMoved>("governance.key-task-moved.v1", oneByOne: true);   // a place and those above it share their counts
        services.AddMessageHandler<KeyTaskMoved, BoardRecount>("governance.board");
        return services;
    }

    private static string Door(string link) => "~/" + link;
}
