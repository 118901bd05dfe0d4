namespace Cradle.Platform.Notifications;

/// <summary>What a notice is about; some topics fall silent after a loss.</summary>
public enum NoticeTopic
{
    /// <summary>How a case goes on.</summary>
    Case,

    /// <summary>A time limit that comes near or has passed.</summary>
    Deadline,

    Congratulation,

    Vaccination,

    /// <summary>An allowance that may be claimed.</summary>
    Subsidy,
}

/// <summary>Something told to the holder of an account. Its texts carry no personal data: those stand behind the link.</summary>
public sealed class Notice
{
    public const int TextLength = 300;
    public const int HrefLength = 300;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required NoticeTopic Topic { get; init; }

    public required string TextZh { get; init; }

    public required string TextEn { get; init; }

    /// <summary>Where to go on, from <c>~/</c>.</summary>
    public string? Href { get; init; }

    /// <summary>The pregnancy, child or case that it is about.</summary>
    public Guid? AboutId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Read { get; set; }
}

/// <summary>Why congratulation, vaccination and subsidy messages stop.</summary>
public enum SilenceReason
{
    Stillbirth,
    InfantDeath,
    Bereavement,
}

/// <summary>From here on nobody is congratulated, called to vaccination or told of subsidies: for an account, or about one pregnancy or child.</summary>
public sealed class Silence
{
    /// <summary>The account, pregnancy or child.</summary>
    public required Guid Id { get; init; }

    public required SilenceReason Reason { get; init; }

    public required DateTimeOffset Since { get; init; }
}

/// <summary>That a notice was given, for the channels outside the site.</summary>
public sealed record NoticeGiven(Guid Notice);
