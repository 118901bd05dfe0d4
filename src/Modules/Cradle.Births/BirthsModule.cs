using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Platform.Access;
using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Web.Api;
using Cradle.Platform.Web.Connectors;
using Cradle.Platform.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
    public static IReadOnlyList<ILifecycle> Lifecycles { get; } = [JointCaseLifecycle.Table, CaseItemLifecycle.Table];

    public static IServiceCollection AddBirths(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPermissions(
            new Permission(Apply, Role.Citizen, Role.FrontlineWorker, Role.Hospital),
            new Permission(Read, Role.FrontlineWorker, Role.DepartmentOfficer, Role.Supervisor),
            new Permission(Decide, Role.DepartmentOfficer),
            new Permission(Supervise, Role.Supervisor));
        services.AddNavigation(
            new NavigationEntry("~/births/cases", Apply, new("出生一件事", "Newborn, all in one"), new("填表、看进度、改表、撤回。", "The form, progress, corrections, withdrawal.")),
            new NavigationEntry("~/desk/births", Read, new("出生一件事待办", "Newborn cases"), new("核对、决定、转人工的事项。", "Cases to look at and decide; items by hand.")),
            new NavigationEntry("~/desk/births/reconciliation", Supervise, new("出生一件事对账", "Newborn reconciliation"), new("给出的回执都在不在，卡在哪里。", "Whether every receipt is accounted for, and what hangs.")));
        services.Configure<ItemOptions>(configuration.GetSection(ItemOptions.Section));
        services.AddSingleton<ProtectedForms>();
        services.AddScoped<ChildRecords>();
        services.AddScoped<CaseFlow>();
        services.AddScoped<CaseIntake>();
        services.AddScoped<CaseService>();
        services.AddScoped<ItemService>();
        services.AddScoped<CaseReconciliation>();
        services.AddSingleton<TypedPlace>();
        services.AddMessage<ItemReady>("births.item-ready.v1");
        services.AddMessage<ItemWithdrawn>("births.item-withdrawn.v1");
        services.AddMessage<NewbornSettled>("births.newborn-settled.v1");
        services.AddMessageHandler<ItemReady, ItemSender>("births.item-sender");
        services.AddMessageHandler<ItemWithdrawn, WithdrawalSender>("births.withdrawal-sender");
        services.AddMessageHandler<NewbornSettled, OfferEntitlements>("births.offer-entitlements");
        services.AddSingleton<ItemPollJob>();
        services.AddHostedService(provider => provider.GetRequiredService<ItemPollJob>());
        return services;
    }

    /// <summary>Maps the API and where departments answer; the pages map themselves.</summary>
    public static WebApplication MapBirths(this WebApplication app)
    {
        CaseEndpoints.Map(app.MapApi());
        AnswerEndpoints.Map(app.MapConnector());
        return app;
    }
}
