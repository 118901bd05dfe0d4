namespace Cradle.Demography.Warnings;

/// <summary>Something a monitor has noticed.</summary>
/// <param name="Year">The year in which it is noticed.</param>
/// <param name="Statistic">What was compared, in standard deviations for deviations and trend breaks, in the indicator's unit for thresholds.</param>
/// <param name="Limit">What it was compared with.</param>
/// <param name="Reason">In words.</param>
public sealed record Alarm(int Year, double Statistic, double Limit, string Reason);
