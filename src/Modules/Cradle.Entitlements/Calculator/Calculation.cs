using Cradle.Entitlements.Policies;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>A draft with what follows from it: the facts, the answer, and the questions that would still settle something.</summary>
public sealed class Calculation
{
    private Calculation(FamilyDraft draft, FamilyReading reading, Answer answer, IReadOnlyList<NextQuestion> open, IReadOnlySet<FactPath> possible) =>
        (Draft, Reading, Answer, Open, Possible) = (draft, reading, answer, open, possible);

    public FamilyDraft Draft { get; }

    public FamilyReading Reading { get; }

    public FamilyFacts Facts => Reading.Facts!;

    public Answer Answer { get; }

    /// <summary>Questions neither answered nor skipped, by subject, the most useful of a subject first.</summary>
    public IReadOnlyList<NextQuestion> Open { get; }

    /// <summary>Facts that may still be asked for, whatever is answered until then.</summary>
    public IReadOnlySet<FactPath> Possible { get; }

    /// <summary>What follows from a draft.</summary>
    public static Calculation Of(FamilyDraft stored, PolicyLibrary library)
    {
        var (draft, reading, facts) = Read(stored, library);
        var answer = library.Evaluate(facts);
        // others' duties inform; only what is the family's own is worth a question, what is in force before what a draft advises
        var own = answer.Outcomes.Where(OutcomeGroups.IsFamilys).ToLookup(outcome => outcome.IsDraft);
        var ranked = QuestionPicker.Ranked([.. own[false]], new Frame(facts)).Concat(QuestionPicker.Ranked([.. own[true]], new Frame(facts)))
            .DistinctBy(question => question.Path).Where(question => IsOpen(question.Path));
        var possible = PossibleQuestions.Of(own.SelectMany(lane => lane), library.Evaluator.Policy, facts, IsOpen);
        var open = QuestionOrder.Sort(ranked).ToList();
        // who is in the family decides whose questions are put at all, so it comes before any of a parent's
        if (Parents(facts) is { } parents && IsOpen(parents))
        {
            possible = new HashSet<FactPath>(possible) { parents };
            if (open.Count(question => question.Path.Root is PathRoot.Mother or PathRoot.Father or PathRoot.MotherElder or PathRoot.FatherElder) is > 0 and var settles)
                open = [.. QuestionOrder.Sort(open.Prepend(new NextQuestion(parents, settles)))];
        }

        return new Calculation(draft, reading, answer, open, possible);

        bool IsOpen(FactPath path) => !draft.Skipped.Contains(path.ToString()) && !draft.IsTooEarly(path);
    }

    /// <summary>Who is in the family, where that is not said yet.</summary>
    private static FactPath? Parents(FamilyFacts facts) =>
        facts.Vocabulary.Find(EntityKind.Family, "parents") is { } parents && !facts.Family.TryGet(parents.Slot, out _) ? new FactPath(parents, PathRoot.Family, 0) : null;

    /// <summary>The draft without answers that could be read when they were given and can't be now, such as a due date that has passed meanwhile.</summary>
    public static FamilyDraft Readable(FamilyDraft stored, PolicyLibrary library) => Read(stored, library).Draft;

    private static (FamilyDraft Draft, FamilyReading Reading, FamilyFacts Facts) Read(FamilyDraft draft, PolicyLibrary library)
    {
        var reading = library.Reader.Read(draft.FamilyJson, library.Today);
        if (reading.Facts is { } facts)
            return (draft, reading, facts);
        var kept = draft.Without(reading.Errors.Select(error => error.Path), library.Pack.Vocabulary);
        var again = library.Reader.Read(kept.FamilyJson, library.Today);
        return again.Facts is { } remaining
            ? (kept, again, remaining)
            : throw new InvalidOperationException("A draft could not be read: " + string.Join(' ', again.Errors.Select(error => error.Path + " " + error.Code)));
    }
}
