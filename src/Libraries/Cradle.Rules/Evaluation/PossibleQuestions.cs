using Cradle.Rules.Binding;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Every question that may still be put to a family; while all its places lie in one province a bound that does not rise when facts are added.</summary>
public static class PossibleQuestions
{
    /// <summary>What open outcomes wait for, and the days between which their rules hold, as far as its question is or may become sensible.</summary>
    /// <param name="outcomes">What the family asks for.</param>
    /// <param name="policy">The policy they were answered from.</param>
    /// <param name="family">The family.</param>
    /// <param name="isOpen">Whether a fact may be asked for at all; false for what was skipped.</param>
    public static IReadOnlySet<FactPath> Of(IEnumerable<Outcome> outcomes, CompiledPolicy policy, FamilyFacts family, Func<FactPath, bool> isOpen)
    {
        var quantities = policy.Quantities.ToDictionary(quantity => quantity.Header.Id);
        var possible = new HashSet<FactPath>();
        foreach (var outcome in outcomes.Where(outcome => outcome is { Status: OutcomeStatus.Unknown, CountedIn: null, IsPast: false } && !OutcomeGroups.IsForeign(outcome, family)))
        {
            var frame = Evaluator.FrameOf(outcome, family);
            possible.UnionWith(outcome.Missing);
            possible.UnionWith(Days(quantities[outcome.Header.Id].Quantity).SelectMany(day => FactWalk.Of(day, frame)).Select(read => read.Path).Where(path => !IsKnown(path, family)));
        }

        var asking = new Frame(family);
        possible.RemoveWhere(path => !MayCome(path, asking, isOpen));
        return possible;
    }

    /// <summary>A question comes when it is sensible, or when one of those comes that decide whether it is.</summary>
    private static bool MayCome(FactPath path, Frame frame, Func<FactPath, bool> isOpen)
    {
        if (path.Fact is { Question: null } || !isOpen(path) || QuestionPicker.IsSenseless(path, frame))
            return false;
        if (QuestionPicker.CanAsk(path, frame))
            return true;
        var deciding = new FactPaths();
        MissingFacts.Of(path.Fact!.AskWhen, frame, deciding);
        return deciding.ToArray().Any(other => other != path && MayCome(other, frame, isOpen));
    }

    private static IEnumerable<Number> Days(Quantity quantity) =>
        quantity.Rules.Select(rule => rule.Window).Prepend(quantity.Header.Window).SelectMany(window => new[] { window?.From, window?.Until }).OfType<Number>();

    private static bool IsKnown(FactPath path, FamilyFacts family) => path.Fact is { } fact
        ? FactWalk.Entity(path, family)?.TryGet(fact.Slot, out _) == true
        : path.Root switch { PathRoot.Mother => family.MotherElders, PathRoot.Father => family.FatherElders, _ => family.Children } is not null;
}
