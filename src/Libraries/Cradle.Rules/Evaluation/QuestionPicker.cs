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
    public static NextQuestion? Next(IReadOnlyList<Outcome> outcomes, Frame frame) => Ranked(outcomes, frame).FirstOrDefault();

    /// <summary>All questions that still settle something, the most useful first.</summary>
    public static IEnumerable<NextQuestion> Ranked(IReadOnlyList<Outcome> outcomes, Frame frame)
    {
        var counts = new Dictionary<FactPath, int>();
        foreach (var outcome in outcomes)
            if (outcome.Status == OutcomeStatus.Unknown)
                foreach (var path in outcome.Missing)
                    counts[path] = counts.GetValueOrDefault(path) + 1;
        return counts.Where(pair => CanAsk(pair.Key, frame))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Fact?.Order ?? -1).ThenBy(pair => pair.Key.Root).ThenBy(pair => pair.Key.Index)
            .Select(pair => new NextQuestion(pair.Key, pair.Value));
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
