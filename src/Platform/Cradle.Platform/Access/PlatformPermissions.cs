namespace Cradle.Platform.Access;

/// <summary>What may be done with the platform itself.</summary>
public static class PlatformPermissions
{
    /// <summary>The own account: password, second factor, the list of what one's roles give.</summary>
    public const string OwnAccount = "platform.own-account";

    /// <summary>Make accounts; propose, confirm and withdraw grants within the division.</summary>
    public const string Accounts = "platform.accounts";

    /// <summary>Read and verify the audit log of the division's people.</summary>
    public const string Audit = "platform.audit";

    /// <summary>Be told of what is late in the division, and press for it.</summary>
    public const string Supervise = "platform.supervise";

    /// <summary>See to messages that were given up, and send them again.</summary>
    public const string Messages = "platform.messages";

    /// <summary>Open a file that one handed in, that is about oneself, or whose own permission one holds in its division.</summary>
    public const string Files = "platform.files";

    /// <summary>See how the nodes, jobs and queues are doing.</summary>
    public const string Operations = "platform.operations";

    internal static IReadOnlyList<Permission> All { get; } =
    [
        Permission.OfEveryone(OwnAccount),
        Permission.OfEveryone(Files),
        new(Accounts, Role.Administrator),
        new(Audit, Role.Auditor),
        new(Messages, Role.Administrator),
        new(Operations, Role.Administrator),
        new(Supervise, Role.Supervisor),
    ];
}
