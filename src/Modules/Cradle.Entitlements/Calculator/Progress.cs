using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>
/// How far a family is, in screens: the place was the first, the rare circumstances are one, and so is what twins share. The total holds every question that
/// may still come, so it never rises: a parent in hospital brings the questions about one elder. There is none before it is known how old the children are and
/// whether a rare circumstance applies, when a baby's papers, a pupil's school and a fund's loan would all be counted; nor where a family works or is insured in another province, which brings
/// questions that cannot be counted before.
/// </summary>
public sealed record Progress(int Step, int? Steps)
{
    public static Progress Of(Calculation calculation, Vocabulary vocabulary, FactPath here)
    {
        var draft = calculation.Draft;
        var asked = draft.Asked.Select(text => FactPathReader.TryRead(vocabulary, text, out var path) ? Screen(path) : text).Distinct().ToList();
        var index = asked.IndexOf(Screen(here));
        var step = index >= 0 ? index + 1 : asked.Count + 1;
        if (calculation.Facts.Children is null || calculation.Possible.Any(IsBirth) || IsBeforeTheRare(calculation, asked) || LivesInTwoProvinces(calculation))
            return new Progress(step, null);
        var screens = asked.Concat(calculation.Possible.Select(Screen)).Append(Screen(here)).Distinct().Count();
        return new Progress(step, screens + calculation.Possible.Count(path => path.Fact is null) * vocabulary.FactsOf(EntityKind.Elder).Count(fact => fact.Question is not null));

        string Screen(FactPath path) => EntitlementsLinks.Screen(draft.Question(path));
    }

    private static bool IsBirth(FactPath path) => path is { Root: PathRoot.Child, Fact.Path: "birth_date" };

    private static bool IsBeforeTheRare(Calculation calculation, List<string> asked) =>
        !asked.Contains(EntitlementsLinks.Circumstances) && calculation.Open.Any(question => RareCircumstances.Holds(question.Path));

    /// <summary>Then rules of another province bring questions that could not be told before.</summary>
    private static bool LivesInTwoProvinces(Calculation calculation)
    {
        var facts = calculation.Facts;
        return facts.Vocabulary.Facts.Where(fact => fact.Type.Kind == ValueKind.Division)
            .SelectMany(fact => Holders(facts, fact.Entity).Select(holder => holder.TryGet(fact.Slot, out var place) ? ProvinceOf(place) : (long?)null))
            .OfType<long>().Distinct().Skip(1).Any();
    }

    private static IEnumerable<EntityFacts> Holders(FamilyFacts facts, EntityKind kind) => kind switch
    {
        EntityKind.Family => [facts.Family],
        EntityKind.Parent => [facts.Mother, facts.Father],
        EntityKind.Child => facts.Children ?? [],
        _ => [],
    };

    private static long ProvinceOf(long place)
    {
        while (place >= 100)
            place /= 100;
        return place;
    }
}
