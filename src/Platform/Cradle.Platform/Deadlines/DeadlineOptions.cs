namespace Cradle.Platform.Deadlines;

/// <summary>Configuration section <c>Cradle:Deadlines</c>.</summary>
public sealed class DeadlineOptions
{
    /// <summary>How often a node looks; of several nodes one acts.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>So many working days before the last day those whose turn it is are reminded.</summary>
    public int RemindBefore { get; set; } = 2;

    /// <summary>So many working days after the last day the supervisors of the division above are told too.</summary>
    public int EscalateAboveAfter { get; set; } = 5;
}
