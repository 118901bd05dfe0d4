using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Births.Items;
using Cradle.Births.LegacyFees;
using Cradle.Births.Losses;
using Cradle.Births.Naming;
using Cradle.Births.Newborns;
using Cradle.Births.Prints;
using Cradle.Births.Promises;
using Cradle.Births.Registrations;
using Cradle.Births.Work;
using Cradle.Platform;
using Cradle.Platform.Access;
using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Contracts.Figures;
using Cradle.Platform.Jobs;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Web.Api;
using Cradle.Platform.Web.Connectors;
using Cradle.Platform.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Births;

/// <summary>The parts of the module: services, messages, endpoints, permissions.</summary>
public static class BirthsModule
{
    /// <summary>Apply for the own family, or at a counter or bedside for another.</summary>
    public const string Apply = "births.apply";

    /// <summary>See the cases of the division.</summary>
    public const string Read = "births.read";

    /// <summary>Decide held cases, and record what was done by hand.</summary>
    public const string Decide = "births.decide";

    /// <summary>Watch stuck items, and send them again.</summary>
    public const string Supervise = "births.supervise";

    /// <summary>Every lifecycle of the module, for the drawings.</summary>
    public static IReadOnlyList<ILifecycle> Lifecycles { get; } = [JointCaseLifecycle.Table, CaseItemLifecycle.Table, ChildbearingRegistrationLifecycle.Table, PlaceQueryLifecycle.Table, PaperPromiseLifecycle.Table, LegacyFeeCaseLifecycle.Table];

    public static IServiceCollection AddBirths(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPermissions(
            new Permission(Apply, Role.Citizen, Role.FrontlineWorker, Role.Hospital),
            new Permission(Read, Role.FrontlineWorker, Role.DepartmentOfficer, Role.Supervisor),
            new Permission(Decide, Role.DepartmentOfficer),
            new Permission(Supervise, Role.Supervisor));
        services.AddNavigation(
            new NavigationEntry("~/births/registrations", Apply, new("生育登记", "Childbearing registration"), new("登记、看支持、变更、撤销；窗口可以代办。", "Register, see what follows, amend, cancel; also for others at a counter.")),
            new NavigationEntry("~/desk/registrations", Read, new("生育登记待办", "Registrations"), new("核对证件、答复外地、记咨询。", "Papers to compare, questions from elsewhere, advice.")),
            new NavigationEntry("~/births/cases", Apply, new("出生一件事", "Newborn, all in one"), new("填表、看进度、改表、撤回。", "The form, progress, corrections, withdrawal.")),
            new NavigationEntry("~/births/fees", Apply, new("社会抚养费旧案查询", "Old fee decisions"), new("以前的决定现在怎么处理。", "What becomes of a decision of former days.")),
            new NavigationEntry("~/desk/fees", Read, new("社会抚养费旧案", "Old fee cases"), new("导入、分类、处理、告知；不能立新案。", "Import, classify, dispose, tell; none can be opened.")),
            new NavigationEntry("~/desk/births", Read, new("出生一件事待办", "Newborn cases"), new("核对、决定、转人工的事项。", "Cases to look at and decide; items by hand.")),
            new NavigationEntry("~/births/calendar", Apply, new("我的支持和期限", "My entitlements"), new("登记和办证以后能享受什么，到哪天。", "What follows from registrations and papers, until when.")),
            new NavigationEntry("~/desk/births/handover", Supervise, new("交接", "Hand over"), new("把一个人代办的件交给另一个人。", "One worker's files go to another.")),
            new NavigationEntry("~/desk/births/reconciliation", Supervise, new("出生一件事对账", "Newborn reconciliation"), new("给出的回执都在不在，卡在哪里。", "Whether every receipt is accounted for, and what hangs.")));
        services.Configure<ItemOptions>(configuration.GetSection(ItemOptions.Section));
        AuditNames.Add(services);
        services.AddScoped<ProtectedForms>();
        services.AddScoped<BirthPrints>();
        services.AddScoped<ChildRecords>();
        services.AddScoped<OfferList>();
        services.AddScoped<LossService>();
        services.AddScoped<LossRetraction>();
        services.AddScoped<WorkService>();
        services.AddScoped<GuessLock>();
        services.AddScoped<CaseExport>();
        services.AddScoped<InsuranceWatch>();
        services.AddScoped<BillInvitation>();
        services.AddScoped<BillSettlements>();
        services.AddJob<InsuranceWatchJob, ItemOptions>("births.insurance-watch", options => options.LookAtInsuranceEvery);
        services.AddSingleton(provider => LegacyFeeScope.Load(Path.Combine(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.Data, "legacy-fees.csv")));
        services.AddScoped<LegacyFeeService>();
        services.AddScoped<RegistrationService>();
        services.AddScoped<PromiseBook>();
        services.AddScoped<PromiseService>();
        services.AddScoped<PromiseWatch>();
        services.AddJob<PromiseWatchJob, ItemOptions>("births.promise-watch", options => options.LookAtPromisesEvery);
        services.AddScoped<CaseReader>();
        services.AddScoped<CaseNews>();
        services.AddScoped<CaseFlow>();
        services.AddScoped<CaseIntake>();
        services.AddScoped<CaseService>();
        services.AddScoped<ItemService>();
        services.AddScoped<CaseReconciliation>();
        services.AddScoped<ILiveFigures, CaseFigures>();
        services.AddSingleton<TypedPlace>();
        services.AddSingleton<PlaceCheck>();
        services.AddMessage<ItemReady>("births.item-ready.v1");
        services.AddMessage<ItemWithdrawn>("births.item-withdrawn.v1");
        services.AddMessage<NewbornSettled>("births.newborn-settled.v1");
        services.AddMessage<RegistrationMade>("births.registration-made.v1");
        services.AddMessage<LossReported>("births.loss-reported.v1");
        services.AddMessage<LossTakenBack>("births.loss-taken-back.v1");
        services.AddMessageHandler<RegistrationMade, RegistrationGuidance>("births.registration-guidance");
        services.AddMessageHandler<NewbornSettled, RegistrationCloser>("births.registration-closer");
        services.AddMessageHandler<ItemReady, ItemSender>("births.item-sender");
        services.AddMessageHandler<ItemWithdrawn, WithdrawalSender>("births.withdrawal-sender");
        services.AddMessageHandler<NewbornSettled, OfferEntitlements>("births.offer-entitlements");
        services.AddSingleton<ItemPollJob>();
        services.AddJob<ItemPollJob, ItemOptions>("births.item-poll", options => options.AskEvery);
        return services;
    }

    /// <summary>Maps the API and where departments answer; the pages map themselves.</summary>
    public static WebApplication MapBirths(this WebApplication app)
    {
        var api = app.MapApi();
        CaseEndpoints.Map(api);
        RegistrationEndpoints.Map(api);
        AnswerEndpoints.Map(app.MapConnector());
        return app;
    }
}
