using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>
/// The two administrators that an installation begins with: without them nobody could propose, and nobody confirm, a role. Only
/// where there is no administrator yet; from then on roles take two people.
/// </summary>
public sealed class FirstAdministrators(PlatformDbContext database, AccountService accounts, AuditTrail audit, TimeProvider time)
{
    /// <summary>Makes both, with passwords that have to be changed at the first sign-in.</summary>
    /// <param name="names">Their user names; two that differ.</param>
    /// <param name="division">What they look after: all roles of the installation lie in it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>User name and password of each; or why not.</returns>
    public async Task<(IReadOnlyList<(string UserName, string Password)> Made, string? Refusal)> MakeAsync(
        IReadOnlyList<string> names, DivisionCode division, CancellationToken cancellationToken = default)
    {
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != 2 || names.Count != 2)
        {
            return ([], "Name two different people: one proposes a role, the other confirms it.");
        }

        if (await database.Grants.AnyAsync(grant => grant.Role == Role.Administrator && grant.State == GrantState.Active, cancellationToken))
        {
            return ([], "There are administrators already: they make further ones at /desk/accounts.");
        }

        var made = new List<(string, string)>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var name in names)
        {
            var (account, password, error) = await accounts.CreateAsync(name, name);
            if (account is null)
            {
                return ([], $"{name}: {error}");
            }

            var grant = new RoleGrant { Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = account.Id, Role = Role.Administrator, Division = division, State = GrantState.Active };
            database.Add(grant);
            audit.Record("first-administrator", grant.AuditSubject, detail: new { account = account.Id, division = division.ToString() });
            made.Add((name, password!));
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (made, null);
    }
}
