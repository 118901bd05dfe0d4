using Cradle.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Connectors;

/// <summary>The connector's part of the platform.</summary>
internal static class ConnectorRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<ConnectorOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConnectorOptions>, FaultsStopTheStart>();
        services.AddSingleton<Partners>();
        services.AddScoped<ConnectorGate>();
        services.AddScoped<ConnectorInbox>();
        services.AddSingleton<ConnectorClient>();
        services.AddJob<NonceSweepJob>("connector.nonce-sweep", NonceSweepJob.Every);
        services.AddHttpClient(ConnectorClient.ClientName).RemoveAllLoggers()   // its lines would name every case by address
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    }

    private sealed class FaultsStopTheStart : IValidateOptions<ConnectorOptions>
    {
        public ValidateOptionsResult Validate(string? name, ConnectorOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
