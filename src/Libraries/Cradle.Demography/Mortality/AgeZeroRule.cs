using Cradle.Primitives;

namespace Cradle.Demography.Mortality;

/// <summary>How many years of their first year those live who die in it (a0), from the infant death rate: few data have it observed.</summary>
public enum AgeZeroRule
{
    /// <summary>
    /// Andreev and Kingkade (2015), <i>Demographic Research</i> 33: falls with mortality and turns up again at very low levels; used by the
    /// Human Mortality Database since version 6.
    /// </summary>
    AndreevKingkade,

    /// <summary>Coale and Demeny's West model as given by Preston, Heuveline and Guillot (2001), table 3.3.</summary>
    CoaleDemenyWest,
}

/// <summary>The formulas of <see cref="AgeZeroRule"/>.</summary>
public static class AgeZero
{
    /// <summary>Mean years lived in the first year by those who die in it.</summary>
    /// <param name="rate">Deaths per person-year at age 0.</param>
    /// <param name="sex">The sex.</param>
    /// <param name="rule">The formula.</param>
    public static double YearsLived(double rate, Sex sex, AgeZeroRule rule = AgeZeroRule.AndreevKingkade) => (rule, sex) switch
    {
        (AgeZeroRule.CoaleDemenyWest, Sex.Male) => rate >= 0.107 ? 0.330 : 0.045 + 2.684 * rate,
        (AgeZeroRule.CoaleDemenyWest, _) => rate >= 0.107 ? 0.350 : 0.053 + 2.800 * rate,
        (_, Sex.Male) => rate switch { < 0.02300 => 0.14929 - 1.99545 * rate, < 0.08307 => 0.02832 + 3.26021 * rate, _ => 0.29915 },
        _ => rate switch { < 0.01724 => 0.14903 - 2.05527 * rate, < 0.06891 => 0.04667 + 3.88089 * rate, _ => 0.31411 },
    };
}
