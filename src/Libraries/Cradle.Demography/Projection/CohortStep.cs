using Cradle.Demography.Population;

namespace Cradle.Demography.Projection;

/// <summary>The pieces of one annual step, each on one column of ages.</summary>
internal static class CohortStep
{
    /// <summary>Everybody alive on 1 January grows a year older or dies; age 0 is left empty.</summary>
    public static void Survive(ReadOnlySpan<double> before, ReadOnlySpan<double> survival, Span<double> after)
    {
        Columns.MultiplyMoved(before, survival, after);
        after[Ages.Open] = (before[Ages.Open - 1] + before[Ages.Open]) * survival[Ages.Open];
        after[0] = 0;
    }

    /// <summary>Births from the mean of the women at both ends of the year.</summary>
    public static double Births(ReadOnlySpan<double> fertility, ReadOnlySpan<double> before, ReadOnlySpan<double> after) =>
        Columns.Dot(fertility, before, after) / 2;
}
