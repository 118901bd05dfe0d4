using Cradle.Demography.Migration;

namespace Cradle.Demography.Tests.Migration;

public class RogersCastroTests
{
    [Fact]
    public void A_total_spread_by_age_adds_up_to_it_and_peaks_among_young_adults()
    {
        var ages = new double[101];
        RogersCastroSchedule.Standard.Spread(-12_345, ages);

        ages.Sum().ShouldBe(-12_345, 1e-8);
        Array.IndexOf(ages, ages.Min()).ShouldBeInRange(20, 26);
        ages[0].ShouldBeLessThan(ages[12]);
    }

    [Fact]
    public void The_intensity_at_the_middle_of_the_labour_peak_is_that_of_the_formula()
    {
        // at x = μ2 = 20: 0.02·e^−2 + 0.06·e^−1 + 0.003 = 0.0027067 + 0.0220728 + 0.003
        RogersCastroSchedule.Standard.At(20).ShouldBe(0.0277795, 1e-7);
        (RogersCastroSchedule.Standard with { RetirementLevel = 0.01 }).At(65).ShouldBeGreaterThan(RogersCastroSchedule.Standard.At(65));
    }
}
