namespace Cradle.Allocation.Siting.Problems;

/// <summary>
/// A linear condition on what is opened: the sum of <see cref="Coefficients"/> over the opened options is at least <see cref="AtLeast"/>.
/// A budget is such a row with negated costs.
/// </summary>
public sealed class SiteRow
{
    private readonly double[] dense;

    private SiteRow(string name, double[] dense, double atLeast)
    {
        Name = name;
        this.dense = dense;
        AtLeast = atLeast;
    }

    /// <summary>What the row is about, for messages.</summary>
    public string Name { get; }

    /// <summary>The right side.</summary>
    public double AtLeast { get; }

    /// <summary>The coefficient of each option.</summary>
    public ReadOnlySpan<double> Coefficients => dense;

    /// <summary>How far a sum may fall short and still count as met: one part in 10⁹ of the right side, for rounding.</summary>
    public double Tolerance => 1e-9 * Math.Max(1, Math.Abs(AtLeast));

    /// <summary>A row whose weighted sum reaches a level, such as capacity in a district.</summary>
    /// <param name="name">What the row is about.</param>
    /// <param name="coefficients">The coefficient of each option.</param>
    /// <param name="level">The least sum.</param>
    public static SiteRow Reaches(string name, IEnumerable<double> coefficients, double level) => new(name, [.. coefficients], level);

    /// <summary>A row whose weighted sum stays within a limit, such as a budget.</summary>
    /// <param name="name">What the row is about.</param>
    /// <param name="coefficients">The coefficient of each option.</param>
    /// <param name="limit">The largest sum.</param>
    public static SiteRow Within(string name, IEnumerable<double> coefficients, double limit) => new(name, [.. coefficients.Select(c => -c)], -limit);

    /// <summary>The sum over the opened options, less the right side; not negative when the row is met.</summary>
    /// <param name="open">The opened options.</param>
    public double Slack(IEnumerable<int> open)
    {
        var sum = -AtLeast;
        foreach (var option in open)
            sum += dense[option];
        return sum;
    }
}
