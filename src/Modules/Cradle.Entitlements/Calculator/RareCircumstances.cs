using Cradle.Platform.Web;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>Yes-or-no facts that few families have. They are asked on one screen, which "none of these" passes at once.</summary>
public static class RareCircumstances
{
    private const int OfAge = 18;

    private static readonly HashSet<string> Names =
    [
        "parent.provident_fund.depositor", "parent.only_child", "elders", "child.adopted", "child.birth_defect",
        "family.housing.buying_home", "family.housing.needs_public_rental", "family.housing.public_tenant",
        "family.family_planning.only_child_before2016", "family.family_planning.two_daughters_rural", "family.plans_pregnancy",
    ];

    public static IEnumerable<string> Facts => Names;

    public static bool Holds(FactPath path) => Names.Contains(QuestionOrder.NameOf(path));

    /// <summary>The rare questions of a calculation: those open, those answered before, and of every child under age whether it is adopted, in the order of their subjects.</summary>
    public static IReadOnlyList<FactPath> Of(Calculation calculation, Vocabulary vocabulary) =>
        [.. calculation.Draft.Asked.Select(text => FactPathReader.TryRead(vocabulary, text, out var path) ? path : (FactPath?)null).OfType<FactPath>()
            .Concat(calculation.Open.Select(question => question.Path)).Where(Holds).Concat(Adopted(calculation, vocabulary)).Distinct()
            .OrderBy(path => path.Fact?.Order ?? int.MaxValue).ThenBy(path => path.Root).ThenBy(path => path.Index)];

    /// <summary>Presumed not to be so, and therefore never an open question.</summary>
    private static IEnumerable<FactPath> Adopted(Calculation calculation, Vocabulary vocabulary) => vocabulary.Find(EntityKind.Child, "adopted") is not { } adopted ? []
        : calculation.Draft.Births.Index().Where(child => child.Item is { Date: { } birth, Expected: false } && birth.AddYears(OfAge) > calculation.Answer.AsOf).Select(child => new FactPath(adopted, PathRoot.Child, child.Index));

    /// <summary>A circumstance in words, with whose it is.</summary>
    public static string Label(FactPath path, FamilyDraft draft, Language language)
    {
        var english = language == Language.English;
        if (path.Fact is null)
            return Wording.Say($"{Questions.Who(path, language)}的父母有人正在住院", $"A parent of the {Questions.Who(path, language)} is in hospital");
        var label = path.Fact.Label.In(language);
        return path.Root switch
        {
            PathRoot.Family => english ? char.ToUpperInvariant(label[0]) + label[1..] : label,
            PathRoot.Child when !english => draft.Names.Subject(path.Index) + label,
            PathRoot.Child => $"{draft.Names.Subject(path.Index)}: {label}",
            _ => english ? $"The {Questions.Who(path, language)} {label}" : Questions.Who(path, language) + label,
        };
    }
}
