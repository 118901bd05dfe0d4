namespace Cradle.Demography.Consistency;

/// <summary>
/// Rounds one figure after the other and hands what was cut off to the next, so that any run of figures adds up to within half a unit
/// of its exact sum and nothing drifts over the years.
/// </summary>
public struct RunningRounding
{
    private double carried;

    /// <summary>Rounds a figure to a whole number within limits.</summary>
    /// <param name="figure">The exact figure.</param>
    /// <param name="least">The least it may become, a whole number.</param>
    /// <param name="most">The most it may become, a whole number.</param>
    public double Next(double figure, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        var due = figure + carried;
        var whole = Math.Clamp(Math.Floor(due + 0.5), least, most);
        carried = due - whole;
        return whole;
    }
}
