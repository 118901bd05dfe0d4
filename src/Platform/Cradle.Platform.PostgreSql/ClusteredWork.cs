using Cradle.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Cradle.Platform.PostgreSql;

/// <summary>
/// The background work of several nodes on one database: each job runs on one of them at a time, and what a node that is gone was at is taken
/// over. Quartz keeps the schedule in tables of its own, <c>qrtz_*</c>, and makes them at the first start.
/// </summary>
public static class ClusteredWork
{
    public static IServiceCollection AddClusteredBackgroundWork(this IServiceCollection services, string connectionString, JobOptions options) =>
        services.AddBackgroundWork(quartz => quartz.UsePersistentStore(store => store
            .UsePostgres(NpgsqlFactory.Instance, connectionString)
            .ProvisionSchema()
            .UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (options.CheckInEvery, options.GoneAfter))));
}
