using Cradle.Births.Cases;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Registrations;

/// <summary>Finds everything that is wrong with a declaration, at once; and what is only worth a second look.</summary>
public static class RegistrationCheck
{
    private const int FewestYears = 14;
    private const int MostYears = 60;
    private const int LongestAhead = 10;

    public static IReadOnlyList<FormProblem> Problems(RegistrationForm form, DateOnly today, bool isAtCounter) => [.. All(form, today, isAtCounter)];

    /// <summary>What may be a slip of the pen; it stands in no way.</summary>
    public static IEnumerable<Words> Doubts(RegistrationForm form)
    {
        if (!ResidentId.TryParse(form.Mother.IdNumber, out var id))
            yield break;
        var years = form.ChildDate.Year - id.BirthDate.Year;
        if (years is < FewestYears or > MostYears)
            yield return new($"按身份证，母亲那时 {years} 岁；没写错就不用改。", $"By the card the mother is {years} then; if that is right, leave it.");
    }

    private static IEnumerable<FormProblem> All(RegistrationForm form, DateOnly today, bool isAtCounter)
    {
        foreach (var problem in form.Identity == IdentityPaper.ResidentCard ? FormCheck.OfPerson("mother", form.Mother, form.ChildDate) : OfOtherPaper(form.Mother))
            yield return problem;
        foreach (var problem in form.OtherParent is { } other ? FormCheck.OfPerson("otherParent", other, form.ChildDate) : [])
            yield return problem;
        foreach (var problem in FormCheck.OfPhone(form.Phone))
            yield return problem;
        foreach (var problem in OfDates(form, today))
            yield return problem;
        if (isAtCounter && !form.HasConsent)
            yield return FormCheck.NoConsent;
    }

    private static IEnumerable<FormProblem> OfDates(RegistrationForm form, DateOnly today)
    {
        if (form is { DueOn: null, BornOn: null } or { DueOn: not null, BornOn: not null })
            yield return new("dueOn", "oneDate", new("预产期和出生日期填一个。", "Give one of the two: the day it is expected, or the day of birth."), new("还没出生的填预产期。", "Before the birth, the day it is expected."));
        else if (form.BornOn > today)
            yield return new("bornOn", "future", new("出生日期在今天之后。", "The date of birth lies ahead."), new("还没出生的填预产期。", "Before the birth, give the day it is expected."));
        else if (form.DueOn > today.AddMonths(LongestAhead))
            yield return new("dueOn", "tooFar", new("预产期太远了。", "The day lies too far ahead."), new("核对年份。", "Check the year."));
    }

    private static IEnumerable<FormProblem> OfOtherPaper(Person person)
    {
        if (!FormCheck.IsName(person.Name))
            yield return FormCheck.Name("mother.name");
        if (person.IdNumber.Length is < 5 or > 20)
            yield return new("mother.idNumber", "paper", new("证件号码长度不对。", "A paper's number has 5 to 20 signs."), new("照证件重填。", "Copy it from the paper."));
    }
}
