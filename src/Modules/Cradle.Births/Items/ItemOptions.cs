namespace Cradle.Births.Items;

/// <summary>Configuration section <c>Births</c>: how the flow behaves here. Nothing of a policy stands in it.</summary>
public sealed class ItemOptions
{
    public const string Section = "Births";

    /// <summary>Tries to send an item before it goes to the manual queue.</summary>
    public int Tries { get; set; } = 8;

    /// <summary>The wait after the first failed try; doubled with each one after it.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two tries.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a department may be silent before it is asked how a request stands.</summary>
    public TimeSpan AskAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often silent requests are looked for.</summary>
    public TimeSpan AskEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether medical insurance is enrolled before the household registration is done: the configured bypass of S05.</summary>
    public bool InsuranceBeforeHousehold { get; set; }

    /// <summary>Working days within which a place answers about a registration filed elsewhere; null where nobody has set it.</summary>
    public int? ReplyWithin { get; set; }

    /// <summary>So many days before the last safe day of newborn insurance the family and the officers are told that it is not done: day 75 of 90.</summary>
    public int InsuranceAlertBefore { get; set; } = 15;

    /// <summary>How often the insurance of newborns is looked at.</summary>
    public TimeSpan LookAtInsuranceEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often promised papers are looked at.</summary>
    public TimeSpan LookAtPromisesEvery { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan WaitAfter(int failures) => TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(failures - 1, 16)));
}
