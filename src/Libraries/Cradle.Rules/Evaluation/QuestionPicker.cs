using System.Runtime.InteropServices;
using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Finds the question whose answer settles the most outcomes.</summary>
public static class QuestionPicker
{
    /// <summary>
    /// The fact that most unknown outcomes wait for, among those that have a question and whose <c>ask-when</c> holds; ties go to the order of the vocabulary.
    /// What another outcome holds already, and what only other provinces than the family's know, asks nothing.
    /// </summary>
    public static NextQuestion? Next(IReadOnlyList<Outcome> outcomes, Frame frame)
    {
        NextQuestion? next = null;
        foreach (var (path, settles) in Waiting(outcomes, frame.Family))
            if ((next is null || Compare(path, settles, next.Path, next.Settles) < 0) && CanAsk(path, frame))
                next = new NextQuestion(path, settles);
        return next;
    }

    /// <summary>All questions that still settle something, the most useful first.</summary>
    public static IEnumerable<NextQuestion> Ranked(IReadOnlyList<Outcome> outcomes, Frame frame) =>
        Waiting(outcomes, frame.Family).Where(pair => CanAsk(pair.Key, frame)).Select(pair => new NextQuestion(pair.Key, pair.Value))
            .Order(Comparer<NextQuestion>.Create((one, other) => Compare(one.Path, one.Settles, other.Path, other.Settles)));

    /// <summary>How many outcomes wait for each fact.</summary>
    private static Dictionary<FactPath, int> Waiting(IReadOnlyList<Outcome> outcomes, FamilyFacts family)
    {
        var counts = new Dictionary<FactPath, int>();
        for (var index = 0; index < outcomes.Count; index++)
            if (outcomes[index] is { Status: OutcomeStatus.Unknown, CountedIn: null, IsPast: false } outcome && !OutcomeGroups.IsForeign(outcome, family))
                foreach (var path in outcome.Missing)
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, path, out _)++;
        return counts;
    }

    private static int Compare(in FactPath path, int settles, in FactPath other, int otherSettles)
    {
        var order = otherSettles.CompareTo(settles);
        if (order == 0)
            order = (path.Fact?.Order ?? -1).CompareTo(other.Fact?.Order ?? -1);
        if (order == 0)
            order = path.Root.CompareTo(other.Root);
        return order == 0 ? path.Index.CompareTo(other.Index) : order;
    }

    /// <summary>Whether the question for a fact is put to this family.</summary>
    internal static bool CanAsk(FactPath path, Frame frame) => path.Fact is null or { Question: not null } && IsSensible(path, frame) == Kleene.True;

    /// <summary>Whether what the family said makes the question for a fact pointless.</summary>
    internal static bool IsSenseless(FactPath path, Frame frame) => IsSensible(path, frame) == Kleene.False;

    private static Kleene IsSensible(FactPath path, Frame frame)
    {
        if (path.Fact?.AskWhen is not { } condition)
            return Kleene.True;
        frame.Parent = path.Root == PathRoot.Father ? EntityReference.Father : EntityReference.Mother;
        frame.ChildIndex = path.Root == PathRoot.Child ? path.Index : -1;
        return Interpreter.Test(condition, frame);
    }
}
