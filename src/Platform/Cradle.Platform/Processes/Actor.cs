namespace Cradle.Platform.Processes;

/// <summary>What kind of party acts.</summary>
public enum ActorKind
{
    /// <summary>A person for himself or herself, or for a child.</summary>
    Citizen,

    /// <summary>A worker of a township, village or community.</summary>
    Worker,

    /// <summary>An officer of a department.</summary>
    Officer,

    /// <summary>An institution, a hospital or an employer.</summary>
    Organisation,

    /// <summary>Another department's system.</summary>
    Department,

    /// <summary>The platform itself: a job or a message handler.</summary>
    System,
}

/// <summary>Who acts. The id is an account's, a job's or a connector's, never a name or an identity number.</summary>
public sealed record Actor(ActorKind Kind, string Id)
{
    public const int IdLength = 100;

    /// <summary>The platform itself, by the name of the job or handler.</summary>
    public static Actor System(string name) => new(ActorKind.System, name);
}
