using System.Globalization;
using Cradle.Births.Insurance;
using Cradle.Entitlements.Newborns;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Primitives;
using Cradle.Tests;

namespace Cradle.Modules.Tests.Births;

/// <summary>The window of newborn insurance, from the packs.</summary>
public class CoverTests
{
    private static readonly Lazy<INewbornPolicies> Policies = new(() => new NewbornPolicies(
        new PolicyLibrary(new PolicyOptions { Folder = Repository.PathOf("policies"), Data = Repository.PathOf("data") }, new MovedTime(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero)))));

    // 21 days of January after the 10th, 29 of February, 31 of March, 9 of April = 90
    [Fact]
    public void S23_1_A_premium_paid_in_Changchun_on_day_90_reaches_back_to_birth_as_advice_until_the_draft_is_adopted()
    {
        var cover = CoverOf("220104", "2024-01-10", "2024-04-09", 2024);
        Assert.Equal((CoverStanding.FromBirth, new DateOnly(2024, 1, 10), null), (cover.Standing, cover.From!.Value, cover.NextYear));
        Assert.Equal(["001/22"], cover.Drafts);
        Assert.False(cover.IsConfirmed);
        Assert.Contains("征求意见稿", cover.Says().Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void S23_2_A_day_later_it_does_not_and_the_rule_of_the_pooling_region_is_named_which_is_not_set_here()
    {
        var cover = CoverOf("220104", "2024-01-10", "2024-04-10", 2024);
        Assert.Equal((CoverStanding.Late, null), (cover.Standing, cover.From));
        Assert.Contains("统筹区", cover.Says().Zh, StringComparison.Ordinal);
    }

    // 10 days of November, 31 of December (41), 31 of January (72), 18 of February (90)
    [Fact]
    public void S23_3_Across_the_turn_of_the_year_the_premium_of_the_birth_year_covers_from_birth_and_the_next_years_is_named()
    {
        var cover = CoverOf("220104", "2024-11-20", "2025-02-18", 2024);
        Assert.Equal((CoverStanding.FromBirth, 2025), (cover.Standing, cover.NextYear));
        Assert.Contains("2025 年的费用要另缴 2025 年的保费", cover.Says().Zh, StringComparison.Ordinal);
        Assert.Equal(CoverStanding.WrongYear, CoverOf("220104", "2024-11-20", "2025-02-18", 2025).Standing);
        Assert.Equal(CoverStanding.BeforeBirth, CoverOf("220104", "2024-11-20", "2024-11-19", 2024).Standing);
    }

    [Fact]
    public void S23_6_In_Lanzhou_without_a_local_rule_the_safe_day_is_shown_and_cover_is_neither_promised_nor_refused()
    {
        Assert.Equal(new DateOnly(2024, 4, 9), Policies.Value.InsuranceIn(DivisionCode.Parse("620102"), new DateOnly(2024, 1, 10), false)!.LastDay);
        var cover = CoverOf("620102", "2024-01-10", "2024-04-09", 2024);
        Assert.Empty(cover.Drafts);
        Assert.Contains("待确认", cover.Says().Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("220104")]
    [InlineData("140105")]
    [InlineData("620102")]
    public void Of_an_adopted_child_that_was_insured_after_day_90_of_its_life_nothing_is_said_but_that_its_days_are_not_set_here(string place)
    {
        Assert.Contains("文件没有写，这里没有录入", CoverOf(place, "2024-01-10", "2024-04-10", 2024, isAdopted: true).Says().Zh, StringComparison.Ordinal);
        Assert.Equal(CoverStanding.FromBirth, CoverOf(place, "2024-01-10", "2024-04-09", 2024, isAdopted: true).Standing);
        Assert.DoesNotContain("收养", CoverOf(place, "2024-01-10", "2024-04-10", 2024).Says().Zh, StringComparison.Ordinal);
    }

    private static NewbornCover CoverOf(string place, string birth, string paid, int year, bool isAdopted = false) =>
        NewbornCover.Of(Day(birth), Day(paid), year, Policies.Value.InsuranceIn(DivisionCode.Parse(place), Day(birth), isAdopted)!);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
