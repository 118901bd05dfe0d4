namespace Cradle.Platform.Access;

/// <summary>What may be done with the platform itself.</summary>
public static class PlatformPermissions
{
    /// <summary>The own account: password, second factor, the list of what one's roles give.</summary>
    public const string OwnAccount = "platform.own-account";

    /// <summary>Make accounts; propose, confirm and withdraw grants within the division.</summary>
    public const string Accounts = "platform.accounts";

    internal static IReadOnlyList<Permission> All { get; } =
    [
        Permission.OfEveryone(OwnAccount),
        new(Accounts, Role.Administrator),
    ];
}
