using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Gives and takes roles: one administrator proposes, another confirms, each within the own division.</summary>
public sealed class GrantService(PlatformDbContext database, ProcessScope process, AuditTrail audit, LifecycleMover mover, IEnumerable<IUnitNames> directories, TimeProvider time)
{
    private Authority Authority => process.Current.Authority;

    /// <summary>Proposes a role for an account.</summary>
    public async Task<GrantError?> ProposeAsync(Guid accountId, Role role, DivisionCode division, string? unit = null, CancellationToken cancellationToken = default)
    {
        if (!Authority.Covers(PlatformPermissions.Accounts, division, unit))
        {
            return new GrantError.OutOfScope();
        }

        if (await database.Accounts.FirstOrDefaultAsync(account => account.Id == accountId, cancellationToken) is not { } account)
        {
            return new GrantError.Missing();
        }

        if (await RefusalAsync(accountId, role, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        (unit, var unknown) = await NameAsync(role, division, unit, cancellationToken);
        if (unknown is not null)
        {
            return unknown;
        }

        if (await Living(accountId).AnyAsync(grant => grant.Role == role && grant.Division == division && grant.Unit == unit, cancellationToken))
        {
            return new GrantError.Already();
        }

        var proposed = new RoleGrant
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = accountId, Role = role, Division = division, Unit = unit, LastMovedBy = process.Current.Actor.Id,
        };
        database.Add(proposed);
        audit.Record("proposed", proposed.AuditSubject, detail: new { account = accountId, role = role.ToString(), division = division.ToString(), unit });
        return await SaveAsync(account, cancellationToken);
    }

    /// <summary>Confirms, rejects or withdraws a grant.</summary>
    /// <param name="id">The grant.</param>
    /// <param name="action">What is done.</param>
    /// <param name="version">The version that the administrator saw.</param>
    /// <param name="reason">Why, where the table asks for it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<GrantError?> MoveAsync(Guid id, GrantAction action, int version, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (await database.Grants.FirstOrDefaultAsync(grant => grant.Id == id, cancellationToken) is not { } grant
            || !Authority.Covers(PlatformPermissions.Accounts, grant))
        {
            return new GrantError.Missing();
        }

        if (await RefusalAsync(grant.AccountId, action == GrantAction.Confirm ? grant.Role : null, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (mover.Move(RoleGrantLifecycle.Table, grant, action, version, reason) is { } why)
        {
            return new GrantError.NotMoved(why);
        }

        return await SaveAsync(await database.Accounts.SingleAsync(account => account.Id == grant.AccountId, cancellationToken), cancellationToken);
    }

    // An officer's unit is one of its place, under the name on file; organisations have none there.
    private async Task<(string? Unit, GrantError? Error)> NameAsync(Role role, DivisionCode division, string? unit, CancellationToken cancellationToken)
    {
        foreach (var directory in unit is not null && role.Kind() == ActorKind.Officer ? directories : [])
        {
            var (known, resembling) = await directory.FindAsync(division, unit!, cancellationToken);
            if (known is null)
            {
                return (unit, new GrantError.UnknownUnit(unit!, resembling));
            }

            unit = known;
        }

        return (unit, null);
    }

    private IQueryable<RoleGrant> Living(Guid accountId) =>
        database.Grants.Where(grant => grant.AccountId == accountId && (grant.State == GrantState.Active || grant.State == GrantState.Proposed));

    private async Task<GrantError?> RefusalAsync(Guid accountId, Role? role, CancellationToken cancellationToken)
    {
        if (process.Current.Actor.Id == accountId.ToString("N"))
        {
            return new GrantError.OwnAccount();
        }

        var held = role is null ? [] : await Living(accountId).Select(grant => grant.Role).Distinct().ToListAsync(cancellationToken);
        return held.Where(other => role!.Value.Excludes(other)).Select(other => new GrantError.Excluded(other)).FirstOrDefault();
    }

    // A new stamp on the account makes two grants to it at once exclude each other, so that no race gives one account two roles that may not meet.
    private async Task<GrantError?> SaveAsync(Account account, CancellationToken cancellationToken)
    {
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.Forget();
            return new GrantError.Changed();
        }
    }
}
