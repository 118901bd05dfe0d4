using Cradle.Departments.Requests;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Jobs;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Connectors;
using Cradle.Platform.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Departments;

/// <summary>The parts of the module: services, endpoints, permissions.</summary>
public static class DepartmentsModule
{
    /// <summary>Decide requests of the division and department.</summary>
    public const string Decide = "departments.decide";

    /// <summary>Every lifecycle of the module, for the drawings.</summary>
    public static IReadOnlyList<ILifecycle> Lifecycles { get; } = [ReceivedRequestLifecycle.Table];

    public static IServiceCollection AddDepartments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPermissions(new Permission(Decide, Role.DepartmentOfficer));
        services.AddNavigation(new NavigationEntry("~/department", Decide, new("部门待办", "Requests to the department"), new("别的系统交来的事项：接收、办结、退回、不予办理。", "What other systems ask for: accept, complete, return, refuse.")));
        services.AddScoped<RequestService>();
        services.AddRecordNames("department-request", database => database.Set<ReceivedRequest>().Select(one => new NumberedRecord { Id = one.Id, Number = one.Subject }));
        services.AddAuditTerms(
            new("department-request", new("部门收件", "request to the department")), new(Decide, new("部门办理", "the department's work")), new("departments.automatic", new("自动办理", "work by itself")),
            new("departments.fields", new("来件内容", "what was sent")), new("departments.answer", new("答复内容", "the answer")));
        services.AddMessage<RequestAnswered>("departments.answered.v1");
        services.AddMessageHandler<RequestAnswered, AnswerSender>("departments.answer-sender");
        if (configuration.GetValue<bool>("Department:Automatic"))
            services.AddJob<AutomaticDesk>("departments.automatic-desk", AutomaticDesk.Every);
        return services;
    }

    /// <summary>Maps the department's side of the connector; the pages map themselves.</summary>
    public static WebApplication MapDepartments(this WebApplication app)
    {
        RequestEndpoints.Map(app.MapConnector());
        return app;
    }
}
