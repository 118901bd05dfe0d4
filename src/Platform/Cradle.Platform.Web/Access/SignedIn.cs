using System.Security.Claims;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Web.Access;

/// <summary>Who has signed in, for pages and endpoints that require a permission; open pages know nobody.</summary>
public sealed class SignedIn(AccountAuthorities authorities, IOptions<IdentityOptions> options)
{
    private const string MethodClaim = "amr";
    private const string SecondFactor = "mfa";

    /// <summary>Says in a session that a second factor was shown.</summary>
    public static Claim SecondFactorShown { get; } = new(MethodClaim, SecondFactor);

    /// <summary>Whether a session began with a second factor.</summary>
    internal static bool HasShownSecondFactor(ClaimsPrincipal? principal) => principal?.HasClaim(MethodClaim, SecondFactor) == true;

    /// <summary>The account; null on an open page.</summary>
    public SignedInAccount? Account { get; private set; }

    /// <summary>What the account may do, and where.</summary>
    public Authority Authority => Account?.Authority ?? Authority.None;

    /// <summary>Reads the account behind a cookie or a token.</summary>
    /// <returns>False where the session has ended.</returns>
    internal async Task<bool> ReadAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var types = options.Value.ClaimsIdentity;
        if (Guid.TryParse(principal.FindFirstValue(types.UserIdClaimType), out var id))
            Account = await authorities.FindAsync(id, principal.FindFirstValue(types.SecurityStampClaimType), HasShownSecondFactor(principal), cancellationToken);
        return Account is not null;
    }
}
