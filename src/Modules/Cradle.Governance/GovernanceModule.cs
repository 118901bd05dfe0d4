using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Governance;

/// <summary>The parts of the module: services and endpoints.</summary>
public static class GovernanceModule
{
    public static IServiceCollection AddGovernance(this IServiceCollection services)
    {
        return services;
    }
}
