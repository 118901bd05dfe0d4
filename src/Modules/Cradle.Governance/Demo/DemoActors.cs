using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Governance.Demo;

/// <summary>Acts as a demo account would in a request of its own: with its name in the log and with no more than its roles give.</summary>
public sealed class DemoActors(IServiceScopeFactory scopes, TimeProvider time)
{
    private const string Process = "governance.demo";

    /// <summary>Does something that makes a new thing, and gives its id.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public Task<Guid> MakeAsync<TService>(string userName, Func<TService, Task<(Guid Id, LedgerError? Error)>> act)
        where TService : notnull => InRequestAsync(userName, async services =>
    {
        var (id, error) = await act(services.GetRequiredService<TService>());
        Demand(userName, error);
        return id;
    });

    /// <summary>Does something that may be refused.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public Task DoAsync<TService>(string userName, Func<TService, Task<LedgerError?>> act)
        where TService : notnull => InRequestAsync(userName, async services =>
    {
        Demand(userName, await act(services.GetRequiredService<TService>()));
        return true;
    });

    private static void Demand(string userName, LedgerError? error)
    {
        if (error is not null)
        {
            throw new InvalidOperationException($"{userName}: {LedgerWords.Of(error)}");
        }
    }

    private async Task<TResult> InRequestAsync<TResult>(string userName, Func<IServiceProvider, Task<TResult>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var known = await services.GetRequiredService<PlatformDbContext>().Accounts.AsNoTracking().SingleAsync(account => account.UserName == userName);
        var account = (await services.GetRequiredService<AccountAuthorities>().FindAsync(known.Id, known.SecurityStamp, secondFactorShown: true))!;
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = account.ActorFor(GovernancePermissions.Read), Process = Process, Correlation = Guid.CreateVersion7(time.GetUtcNow()), Authority = account.Authority,
        });
        return await act(services);
    }
}
