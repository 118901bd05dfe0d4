using Cradle.Platform.Access;
using Cradle.Platform.Accounts;

namespace Cradle.Platform.Web.Api;

/// <summary>What a token is asked for with.</summary>
public sealed record TokenRequest
{
    public required string UserName { get; init; }

    public required string Password { get; init; }

    /// <summary>The six digits of the second factor; needed where the account has one.</summary>
    public string? Code { get; init; }
}

/// <summary>What a token is renewed with.</summary>
public sealed record RefreshRequest
{
    public required string RefreshToken { get; init; }
}

/// <summary>Who a token stands for.</summary>
/// <param name="Id">The account.</param>
/// <param name="DisplayName">How colleagues see it.</param>
/// <param name="Lack">What has to be done, by the pages, before the roles give anything.</param>
/// <param name="Roles">The roles that count at present.</param>
/// <param name="Permissions">What they give.</param>
public sealed record AccountAnswer(Guid Id, string DisplayName, Lack Lack, IReadOnlyList<RoleAnswer> Roles, IReadOnlyList<string> Permissions);

/// <summary>A role and where it is held.</summary>
public sealed record RoleAnswer(Role Role, string Division, string? Unit);
