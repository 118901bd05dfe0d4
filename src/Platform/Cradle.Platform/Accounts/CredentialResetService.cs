using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Takes a lost second factor off: one administrator makes sure who asks and proposes, another confirms. The password stays.</summary>
public sealed class CredentialResetService(PlatformDbContext database, ProcessScope process, AuditTrail audit, LifecycleMover mover, Notifier notifier, TimeProvider time)
{
    /// <summary>The reset that waits for an account, if there is one.</summary>
    public Task<CredentialReset?> WaitingAsync(Guid account, CancellationToken cancellationToken = default) =>
        database.Set<CredentialReset>().AsNoTracking().FirstOrDefaultAsync(reset => reset.AccountId == account && reset.State == ResetState.Proposed, cancellationToken);

    /// <summary>Proposes one.</summary>
    public async Task<CredentialResetError?> ProposeAsync(Guid accountId, string? reason, CancellationToken cancellationToken = default)
    {
        if (await RefusalAsync(accountId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new CredentialResetError.ReasonMissing();
        }

        var account = await database.Accounts.SingleAsync(account => account.Id == accountId, cancellationToken);
        if (!account.TwoFactorEnabled)
        {
            return new CredentialResetError.NothingToReset();
        }

        if (await WaitingAsync(accountId, cancellationToken) is not null)
        {
            return new CredentialResetError.Already();
        }

        var context = process.Current;
        var reset = new CredentialReset
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = accountId, Reason = reason.Trim(), Division = context.Division, LastMovedBy = context.Actor.Id,
        };
        database.Add(reset);
        audit.Record("proposed", reset.AuditSubject, reset.Reason, new { account = accountId });
        return await SaveAsync(account, cancellationToken);
    }

    /// <summary>Confirms or rejects one. Confirmed, it ends every session of the account, whose holder is told and sets a new second factor up at the next sign-in.</summary>
    public async Task<CredentialResetError?> MoveAsync(Guid id, ResetAction action, int version, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<CredentialReset>().FirstOrDefaultAsync(reset => reset.Id == id, cancellationToken) is not { } reset)
        {
            return new CredentialResetError.Missing();
        }

        if (await RefusalAsync(reset.AccountId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (mover.Move(CredentialResetLifecycle.Table, reset, action, version, reason) is { } why)
        {
            return new CredentialResetError.NotMoved(why);
        }

        var account = await database.Accounts.SingleAsync(account => account.Id == reset.AccountId, cancellationToken);
        if (action == ResetAction.Confirm)
        {
            (account.TwoFactorEnabled, account.AuthenticatorKey, account.RecoveryCodes) = (false, null, null);
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            audit.Record("credentials-reset", account.AuditSubject, reset.Reason, new { reset = reset.Id });
            await notifier.GiveAsync(
                account.Id, NoticeTopic.Case, "两位管理员按申请取消了您的两步验证，下次登录请重新设置。不是您本人申请的，请马上告诉管理员", "Two administrators took your second factor off as asked; set it up again at the next sign-in. If you did not ask for it, tell an administrator at once",
                "~/account/second-factor", account.Id, cancellationToken);
        }

        return await SaveAsync(account, cancellationToken);
    }

    // Whoever could take the factor off an account with roles elsewhere could come to those by it.
    private async Task<CredentialResetError?> RefusalAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var context = process.Current;
        if (context.Actor.Id == accountId.ToString("N"))
        {
            return new CredentialResetError.OwnAccount();
        }

        if (!await database.Accounts.AnyAsync(account => account.Id == accountId, cancellationToken))
        {
            return new CredentialResetError.Missing();
        }

        var held = await database.Grants.AsNoTracking().Where(grant => grant.AccountId == accountId && (grant.State == GrantState.Active || grant.State == GrantState.Proposed)).ToListAsync(cancellationToken);
        return held.Count > 0 && held.TrueForAll(grant => context.Authority.Covers(PlatformPermissions.Accounts, grant)) ? null : new CredentialResetError.OutOfScope();
    }

    // A new stamp on the account makes two proposals at once exclude each other.
    private async Task<CredentialResetError?> SaveAsync(Account account, CancellationToken cancellationToken)
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
            return new CredentialResetError.Changed();
        }
    }
}
