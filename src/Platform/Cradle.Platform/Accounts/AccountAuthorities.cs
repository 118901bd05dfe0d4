using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Reads what an account may do at this moment, so that a grant withdrawn a second ago gives nothing.</summary>
public sealed class AccountAuthorities(PlatformDbContext database, PermissionCatalogue catalogue, TimeProvider time)
{
    /// <summary>The account and its authority; null where it is gone, locked, or the session was ended by a new stamp.</summary>
    /// <param name="id">The account.</param>
    /// <param name="stamp">The stamp that the session began with.</param>
    /// <param name="secondFactorShown">Whether the session began with a second factor.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<SignedInAccount?> FindAsync(Guid id, string? stamp, bool secondFactorShown, CancellationToken cancellationToken = default)
    {
        var rows = await (
            from account in database.Accounts.AsNoTracking()
            where account.Id == id
            join grant in database.Grants.Where(grant => grant.State == GrantState.Active) on account.Id equals grant.AccountId into grants
            from grant in grants.DefaultIfEmpty()
            select new { account, grant }).ToListAsync(cancellationToken);
        if (rows.Count == 0 || rows[0].account is not { } found || found.SecurityStamp != stamp || found.LockoutEnd > time.GetUtcNow())
        {
            return null;
        }

        List<HeldRole> roles = [.. rows.Where(row => row.grant is not null).Select(row => row.grant!.Held)];
        var lack = found.MustChangePassword ? Lack.OwnPassword
            : !secondFactorShown && roles.Exists(role => role.Role.NeedsSecondFactor()) ? Lack.SecondFactor
            : Lack.Nothing;
        List<HeldRole> waiting = lack switch
        {
            Lack.OwnPassword => roles,
            Lack.SecondFactor => roles.FindAll(role => role.Role.NeedsSecondFactor()),
            _ => [],
        };
        return new SignedInAccount(found.Id, found.DisplayName, lack, Authority.Of([.. roles.Except(waiting)], catalogue), catalogue) { Waiting = waiting };
    }
}

/// <summary>What somebody has to do before some or all of the roles give anything.</summary>
public enum Lack
{
    Nothing,

    /// <summary>The password was given by somebody else.</summary>
    OwnPassword,

    /// <summary>A role needs a second factor, and the session began without.</summary>
    SecondFactor,
}

/// <summary>Who has signed in, and what that gives.</summary>
public sealed class SignedInAccount(Guid id, string displayName, Lack lack, Authority authority, PermissionCatalogue catalogue)
{
    public Guid Id => id;

    public string DisplayName => displayName;

    public Lack Lack => lack;

    public Authority Authority => authority;

    /// <summary>The roles that give nothing until <see cref="Lack"/> is mended.</summary>
    public IReadOnlyList<HeldRole> Waiting { get; init; } = [];

    /// <summary>The actor in something that takes a permission: of the kind of the role that gives it.</summary>
    public Actor ActorFor(string permission) => new(RoleFor(permission)?.Role.Kind() ?? ActorKind.Citizen, id.ToString("N"));

    /// <summary>That role; null where it takes none.</summary>
    public HeldRole? RoleFor(string permission) => (catalogue[permission].IsOfEveryone ? authority.Roles : authority.RolesGiving(permission)).FirstOrDefault();
}
