using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>
/// The order in which a family is asked: by subject and then by person, so that nobody jumps between a wage and a nursery; then the question
/// that settles most comes first. What may be asked at all is decided by the rules, not here.
/// </summary>
public static class QuestionOrder
{
    /// <summary>Subjects in order. A fact that is not named comes last, by usefulness.</summary>
    private static readonly string[][] Subjects =
    [
        ["children"],
        ["child.birth_date"],
        ["family.parents"],
        [.. RareCircumstances.Facts],   // early: hardly anybody has one, and each brings questions of its own
        ["parent.employment", "parent.employer_division"],
        ["child.registered", "child.babies", "child.difficult_birth", "child.birth_order"],
        ["parent.maternity_insurance", "parent.medical_insurance", "parent.pooling_region", "parent.average_wage", "parent.contribution_base"],
        ["child.household_registration", "child.insured_on", "child.care", "child.kindergarten.kind", "child.kindergarten.grade", "child.kindergarten.area", "child.kindergarten.hardship"],
        ["elder.birth_date", "elder.nursing_grade"],
        ["parent.provident_fund.division", "parent.provident_fund.owns_home", "parent.provident_fund.rents", "parent.provident_fund.monthly_rent"],
        ["family.married"],
    ];

    private static readonly Dictionary<string, int> Places = Subjects.SelectMany((subject, place) => subject.Select(fact => (fact, place))).ToDictionary(pair => pair.fact, pair => pair.place);

    /// <summary>Every fact that has a place.</summary>
    public static IEnumerable<string> Facts => Places.Keys;

    /// <summary>The questions by subject and person; the ranking given decides among those.</summary>
    public static IEnumerable<NextQuestion> Sort(IEnumerable<NextQuestion> ranked) => ranked.OrderBy(question => PlaceOf(question.Path)).ThenBy(question => question.Path.Root);

    /// <summary>A fact by entity and name, whoever of the family it is about.</summary>
    public static string NameOf(FactPath path) => path.Fact is { } fact ? $"{fact.Entity.ToString().ToLowerInvariant()}.{fact.Path}" : path.Root == PathRoot.ChildList ? "children" : "elders";

    private static int PlaceOf(FactPath path) => Places.GetValueOrDefault(NameOf(path), Subjects.Length);
}
