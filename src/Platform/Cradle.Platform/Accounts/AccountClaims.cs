using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Accounts;

/// <summary>What a cookie or token says of an account: who, and the stamp that ends it. What it may do is read anew with every request.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var types = Options.ClaimsIdentity;
        var identity = new ClaimsIdentity("Identity.Application", types.UserNameClaimType, types.RoleClaimType);
        identity.AddClaim(new Claim(types.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new Claim(types.UserNameClaimType, user.DisplayName));
        identity.AddClaim(new Claim(types.SecurityStampClaimType, user.SecurityStamp!));
        return Task.FromResult(identity);
    }
}
