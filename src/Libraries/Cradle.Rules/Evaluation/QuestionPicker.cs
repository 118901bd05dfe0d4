using System.Runtime.InteropServices;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Finds the question whose answer settles the most outcomes.</summary>
public static class QuestionPicker
{
    /// <summary>
    /// The fact that most unknown outcomes wait for, among those that have a question and whose <c>ask-when</c> holds; ties go to the order of the vocabulary.
    /// Outcomes in force count before drafts.
    /// </summary>
    public static NextQuestion? Next(IReadOnlyList<Outcome> outcomes, Frame frame)
    {
        NextQuestion? next = null;
        foreach (var (path, settles) in Waiting(outcomes))
            if ((next is null || Compare(path, settles, next.Path, next.Settles) < 0) && CanAsk(path, frame))
                next = new NextQuestion(path, settles);
        return next;
    }

    /// <summary>All questions that still settle something, the most useful first.</summary>
    public static IEnumerable<NextQuestion> Ranked(IReadOnlyList<Outcome> outcomes, Frame frame) =>
        Waiting(outcomes).Where(pair => CanAsk(pair.Key, frame)).Select(pair => new NextQuestion(pair.Key, pair.Value))
            .Order(Comparer<NextQuestion>.Create((one, other) => Compare(one.Path, one.Settles, other.Path, other.Settles)));

    /// <summary>How many outcomes wait for each fact.</summary>
    private static Dictionary<FactPath, int> Waiting(IReadOnlyList<Outcome> outcomes)
    {
        var counts = new Dictionary<FactPath, int>();
        for (var index = 0; index < outcomes.Count; index++)
            if (outcomes[index] is { Status: OutcomeStatus.Unknown } outcome)
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

    private static bool CanAsk(FactPath path, Frame frame)
    {
        if (path.Fact is not { } fact)
            return true;
        if (fact.Question is null)
            return false;
        if (fact.AskWhen is null)
            return true;
        frame.Parent = path.Root == PathRoot.Father ? EntityReference.Father : EntityReference.Mother;
        frame.ChildIndex = path.Root == PathRoot.Child ? path.Index : -1;
        return Interpreter.Test(fact.AskWhen, frame) == Kleene.True;
    }
}
