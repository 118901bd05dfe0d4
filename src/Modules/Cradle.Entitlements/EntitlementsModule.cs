using Cradle.Entitlements.Api;
using Cradle.Entitlements.Api.OpenApi;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Newborns;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Entitlements.Rehearsals;
using Cradle.Entitlements.Search;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Telemetry;
using Cradle.Platform.Web.Api;
using Cradle.Platform.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cradle.Entitlements;

/// <summary>The parts of the module: services and endpoints.</summary>
public static class EntitlementsModule
{
    public static IServiceCollection AddEntitlements(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Policies").Get<PolicyOptions>() ?? new PolicyOptions();
        services.AddSingleton(new PublicAddress(configuration));
        services.AddScoped<FamilyDrafts>();
        services.AddScoped<SharedLists>();
        services.AddSingleton(provider => new PolicyLibrary(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Measures>()));
        var limits = configuration.GetSection("Rehearsal").Get<RehearsalLimits>() ?? new RehearsalLimits();
        services.AddSingleton(limits);
        services.AddSingleton<RehearsalDesk>();
        services.AddSingleton(provider => new ShippedReforms(provider.GetRequiredService<PolicyLibrary>().Pack, limits.Reforms ?? Path.Combine(PolicyLibrary.Find("docs"), "examples", "reforms")));
        services.AddSingleton(provider => new SyntheticPlaces(provider.GetRequiredService<PolicyLibrary>(), options.Data ?? PolicyLibrary.Find("data")));
        services.AddHostedService<RehearsalWorker>();
        services.AddSingleton<INewbornPolicies, NewbornPolicies>();
        services.AddSingleton<IFeePolicies, FeePolicies>();
        services.AddSingleton<PolicyIndex>();
        services.AddSingleton<ClauseTracer>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<PolicySearch>();
        services.Configure<OpenApiOptions>(CradleApi.Version, api => api.AddSchemaTransformer<FamilySchema>().AddDocumentTransformer<EmptyCells>());
        return services;
    }

    /// <summary>Maps the API; the pages map themselves.</summary>
    public static WebApplication MapEntitlements(this WebApplication app)
    {
        app.Services.GetRequiredService<PolicyLibrary>();   // a broken pack stops the start here, not the first family
        var api = app.MapApi().AllowAnonymous();   // nothing here is secret, and nothing of a family is kept
        EntitlementEndpoints.Map(api);
        ComparisonEndpoints.Map(api);
        QuantityEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        SearchEndpoints.Map(api);
        return app;
    }
}
