using Cradle.Demography.Population;

namespace Cradle.Demography.Migration;

/// <summary>
/// The model schedule of migration by age of Rogers and Castro (1981): children who move with their parents, a peak of young adults,
/// optionally a peak at retirement, and a constant.
/// <c>m(x) = a1·e^(−α1·x) + a2·e^(−α2·(x − μ2) − e^(−λ2·(x − μ2))) + a3·e^(−α3·(x − μ3) − e^(−λ3·(x − μ3))) + c</c>
/// </summary>
public sealed record RogersCastroSchedule
{
    /// <summary>The standard of Rogers and Castro: the mean of some five hundred observed schedules, without a retirement peak.</summary>
    public static RogersCastroSchedule Standard { get; } = new()
    {
        ChildLevel = 0.02, ChildFall = 0.10, LabourLevel = 0.06, LabourFall = 0.10, LabourPeak = 20, LabourRise = 0.40, Constant = 0.003,
    };

    /// <summary>a1: the level of children.</summary>
    public required double ChildLevel { get; init; }

    /// <summary>α1: how fast it falls with age.</summary>
    public required double ChildFall { get; init; }

    /// <summary>a2: the level of young adults.</summary>
    public required double LabourLevel { get; init; }

    /// <summary>α2: how fast it falls after the peak.</summary>
    public required double LabourFall { get; init; }

    /// <summary>μ2: the age around which it lies, in years.</summary>
    public required double LabourPeak { get; init; }

    /// <summary>λ2: how fast it rises before the peak.</summary>
    public required double LabourRise { get; init; }

    /// <summary>a3: the level of those who retire; 0 without such a peak.</summary>
    public double RetirementLevel { get; init; }

    /// <summary>α3: how fast it falls after the peak.</summary>
    public double RetirementFall { get; init; } = 0.8;

    /// <summary>μ3: the age around which it lies, in years.</summary>
    public double RetirementPeak { get; init; } = 65;

    /// <summary>λ3: how fast it rises before the peak.</summary>
    public double RetirementRise { get; init; } = 0.6;

    /// <summary>c: what holds at every age.</summary>
    public required double Constant { get; init; }

    /// <summary>The intensity at an exact age.</summary>
    /// <param name="age">The age in years.</param>
    public double At(double age) =>
        ChildLevel * Math.Exp(-ChildFall * age)
        + Peak(LabourLevel, LabourFall, LabourPeak, LabourRise, age)
        + Peak(RetirementLevel, RetirementFall, RetirementPeak, RetirementRise, age)
        + Constant;

    /// <summary>The share of all migrants at each single age, from the intensity in its middle; the shares add up to one.</summary>
    /// <returns>101 shares.</returns>
    public double[] Shares()
    {
        var shares = new double[Ages.Count];
        for (var age = 0; age < Ages.Count; age++)
            shares[age] = At(age + 0.5);
        var sum = Columns.Sum(shares);
        for (var age = 0; age < Ages.Count; age++)
            shares[age] /= sum;
        return shares;
    }

    /// <summary>A total of net migrants by age.</summary>
    /// <param name="total">Persons, less than zero when more leave.</param>
    /// <param name="ages">Receives 101 figures, which add up to the total.</param>
    public void Spread(double total, Span<double> ages)
    {
        var shares = Shares();
        for (var age = 0; age < Ages.Count; age++)
            ages[age] = total * shares[age];
    }

    private static double Peak(double level, double fall, double peak, double rise, double age) =>
        level == 0 ? 0 : level * Math.Exp(-fall * (age - peak) - Math.Exp(-rise * (age - peak)));
}
