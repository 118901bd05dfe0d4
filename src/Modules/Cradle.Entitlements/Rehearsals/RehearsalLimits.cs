namespace Cradle.Entitlements.Rehearsals;

/// <summary>What the analysts' page may ask of this server; configuration section <c>Rehearsal</c>. Larger runs belong to <c>cradle simulate</c>.</summary>
public sealed class RehearsalLimits
{
    /// <summary>Families a run may have.</summary>
    public int Families { get; set; } = 20_000;

    /// <summary>Years a run may have.</summary>
    public int Years { get; set; } = Rules.Rehearsal.RehearsalCalendar.MostYears;

    /// <summary>Runs that wait for their turn.</summary>
    public int Waiting { get; set; } = 8;

    /// <summary>Finished runs that are kept to be looked at; the oldest goes first.</summary>
    public int Kept { get; set; } = 48;

    /// <summary>Signs a reform may have.</summary>
    public int ReformLength { get; set; } = 65_536;

    /// <summary>The folder of the reforms offered; found upwards from the application where it is not named.</summary>
    public string? Reforms { get; set; }
}
