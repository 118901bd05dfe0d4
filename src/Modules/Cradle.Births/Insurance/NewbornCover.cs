using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Web;

namespace Cradle.Births.Insurance;

/// <summary>What a premium that was paid on a day for a year means for a newborn's costs.</summary>
public enum CoverStanding
{
    /// <summary>Paid in the window for the year of birth: from the day of birth, as the local office confirms.</summary>
    FromBirth,

    /// <summary>After the last safe day: the rule on late enrolment, which the pooling region sets.</summary>
    Late,

    /// <summary>For a year other than that of birth.</summary>
    WrongYear,

    /// <summary>Before the birth: it can't be of this child.</summary>
    BeforeBirth,
}

/// <summary>Cover of a newborn's costs by the day and the year of the premium.</summary>
/// <param name="Standing">What it comes to.</param>
/// <param name="From">The first day covered; null where another rule decides.</param>
/// <param name="NextYear">The year whose costs need a premium of their own, because the window reaches into it; null where it doesn't.</param>
/// <param name="IsConfirmed">Whether the rule in force was compared with its text; otherwise cover is for the local office to confirm.</param>
/// <param name="Drafts">Clauses of drafts that say so too: advice until they are adopted.</param>
/// <param name="IsLeftOpen">Whether nobody has set if the days of this child, which was adopted, count from its adoption instead.</param>
public sealed record NewbornCover(CoverStanding Standing, DateOnly? From, int? NextYear, bool IsConfirmed, IReadOnlyList<string> Drafts, bool IsLeftOpen = false)
{
    /// <summary>What is told of an adopted child: the texts count from birth and do not speak of adoption.</summary>
    public static readonly Words OfAdoption = new(
        "文件都按出生日期算；收养的孩子能不能从收养登记那天算起，文件没有写，这里没有录入，请问医保经办机构。",
        "The texts count from birth; whether an adopted child's days count from the registration of the adoption instead they do not say, and it is not set here: ask the insurance office.");

    /// <summary>Of a premium paid on a day for a year.</summary>
    public static NewbornCover Of(DateOnly birth, DateOnly paidOn, int premiumYear, InsuranceWindow window)
    {
        var standing = paidOn < birth ? CoverStanding.BeforeBirth
            : paidOn > window.LastDay ? CoverStanding.Late
            : premiumYear != birth.Year ? CoverStanding.WrongYear : CoverStanding.FromBirth;
        return new(standing, standing == CoverStanding.FromBirth ? birth : null, NextYearOf(birth, window), window.IsConfirmed, window.Drafts, window.LeftOpen is not null);
    }

    /// <summary>The year after the birth, where the window reaches into it.</summary>
    public static int? NextYearOf(DateOnly birth, InsuranceWindow window) => window.LastDay.Year > birth.Year ? birth.Year + 1 : null;

    /// <summary>What to tell the family.</summary>
    public Words Says() => Standing switch
    {
        CoverStanding.FromBirth => new(
            $"{From:yyyy-MM-dd} 起的费用{(IsConfirmed ? "可以报" : "能不能从出生起报，以当地医保部门答复为准（待确认）")}{Then("。{0} 年的费用要另缴 {0} 年的保费")}{Advice("。{0} 也这样写，是征求意见稿，供参考")}。",
            $"Costs from {From:yyyy-MM-dd} {(IsConfirmed ? "are covered" : "are for the local office to confirm")}{Then(". Costs of {0} need the premium of {0}")}{Advice(". {0} says the same as a draft, for orientation")}."),
        CoverStanding.Late when IsLeftOpen => new($"按出生日期算，过了最稳妥的一天。{OfAdoption.Zh}", $"Counted from birth, it is after the last safe day. {OfAdoption.En}"),
        CoverStanding.Late => new("过了最稳妥的一天，从哪天起报由统筹区定；这里没有录入，请问医保经办机构。", "It is after the last safe day; from when costs are covered is set by the pooling region, and is not set here: ask the insurance office."),
        CoverStanding.WrongYear => new("缴的不是出生当年的保费，请到医保经办机构更正。", "The premium is not that of the year of birth; have it corrected at the insurance office."),
        _ => new("缴费日期早于出生日期，请核对。", "It was paid before the birth; check the day."),
    };

    private string Then(string format) => NextYear is { } year ? string.Format(System.Globalization.CultureInfo.InvariantCulture, format, year) : "";

    private string Advice(string format) => Drafts.Count > 0 ? string.Format(System.Globalization.CultureInfo.InvariantCulture, format, string.Join('、', Drafts)) : "";
}
