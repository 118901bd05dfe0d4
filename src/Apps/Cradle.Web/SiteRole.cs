using Cradle.Births;
using Cradle.Departments;
using Cradle.Entitlements;
using Cradle.Entitlements.Policies;
using Cradle.Governance;
using Cradle.Governance.Assessment;
using Cradle.Governance.Demo;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Web;

/// <summary>
/// What this process is: the site, or a department's reference receiver, by <c>--role department</c>. The pages of all modules are
/// compiled in; those of another role are taken out of the routes, and its services are never added.
/// </summary>
internal abstract class SiteRole
{
    private static readonly string[] Everywhere = ["/Account/", "/Desk/", "/SignIn/", "/Error"];

    /// <summary>The role that the configuration names.</summary>
    /// <exception cref="InvalidOperationException">There is no such role.</exception>
    public static SiteRole Of(IConfiguration configuration) => configuration["role"] switch
    {
        null or "" or "site" => new Site(),
        "department" => new Department(),
        var other => throw new InvalidOperationException($"There is no role '{other}'. Start with --role site, the default, or --role department."),
    };

    /// <summary>The state folder where none is configured: two roles never share one.</summary>
    public abstract string StateFolder { get; }

    public void Add(WebApplicationBuilder builder)
    {
        AddModules(builder);
        builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderRouteModelConvention("/", page =>
        {
            if (!Everywhere.Any(page.ViewEnginePath.StartsWith) && !Serves(page))
                page.Selectors.Clear();
        }));
    }

    public abstract void Map(WebApplication app);

    protected abstract void AddModules(WebApplicationBuilder builder);

    protected abstract bool Serves(PageRouteModel page);

    private static bool IsOfDepartment(PageRouteModel page) => page.ViewEnginePath.StartsWith("/Department/", StringComparison.Ordinal);

    private sealed class Site : SiteRole
    {
        public override string StateFolder => "state";

        /// <exception cref="PolicyPackException">The policy packs are broken.</exception>
        public override void Map(WebApplication app)
        {
            app.MapEntitlements();
            app.MapBirths();
        }

        protected override void AddModules(WebApplicationBuilder builder)
        {
            builder.Services.AddCradleWeb(Shell.Configure);
            builder.Services.AddEntitlements(builder.Configuration);
            builder.Services.AddBirths(builder.Configuration);
            builder.Services.AddSingleton(provider => provider.GetRequiredService<PolicyLibrary>().Pack);
            builder.Services.AddSingleton(provider => new DocumentTargets(TargetFile.Read(provider.GetRequiredService<PolicyLibrary>().Folder), provider.GetRequiredService<PolicyLibrary>().Pack));
            builder.Services.AddGovernance();
            if (builder.Environment.IsEnvironment("Demo") && builder.Configuration.GetValue<bool>("Demo:Governance"))
                builder.Services.AddGovernanceDemo();
            builder.Services.AddSingleton<ServiceGuides>();
        }

        protected override bool Serves(PageRouteModel page) => !IsOfDepartment(page);
    }

    private sealed class Department : SiteRole
    {
        public override string StateFolder => "state-department";

        public override void Map(WebApplication app)
        {
            app.MapDepartments();
            app.MapGet("/", () => Results.Redirect("/department")).AllowAnonymous().ExcludeFromDescription();
        }

        protected override void AddModules(WebApplicationBuilder builder)
        {
            builder.Services.AddCradleWeb();
            builder.Services.AddDepartments(builder.Configuration);
        }

        protected override bool Serves(PageRouteModel page) => IsOfDepartment(page);
    }
}
