using Cradle.Entitlements.Policies;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;

namespace Cradle.Entitlements.Calculator;

/// <summary>A draft with what follows from it: the facts, the answer, and the questions that would still settle something.</summary>
public sealed class Calculation
{
    private Calculation(FamilyDraft draft, FamilyReading reading, Answer answer, IReadOnlyList<NextQuestion> open) =>
        (Draft, Reading, Answer, Open) = (draft, reading, answer, open);

    public FamilyDraft Draft { get; }

    public FamilyReading Reading { get; }

    public FamilyFacts Facts => Reading.Facts!;

    public Answer Answer { get; }

    /// <summary>Questions neither answered nor skipped, the most useful first.</summary>
    public IReadOnlyList<NextQuestion> Open { get; }

    /// <summary>Evaluates a draft; a draft is only ever saved when it can be read, so this succeeds.</summary>
    public static Calculation Of(FamilyDraft draft, PolicyLibrary library)
    {
        var reading = library.Reader.Read(draft.FamilyJson, library.Today);
        if (reading.Facts is not { } facts)
            throw new InvalidOperationException("A saved draft could not be read: " + string.Join(' ', reading.Errors.Select(error => error.Path + " " + error.Code)));
        var answer = library.Evaluator.Evaluate(facts);
        // drafts advise and others' duties inform; only what is the family's own is worth a question
        var own = answer.Outcomes.Where(outcome => OutcomeGroups.IsFamilys(outcome) && !outcome.IsDraft).ToList();
        var open = QuestionPicker.Ranked(own, new Frame(facts)).Concat(QuestionPicker.Ranked(answer.Outcomes, new Frame(facts)))
            .DistinctBy(question => question.Path).Where(question => !draft.Skipped.Contains(question.Path.ToString())).ToList();
        return new Calculation(draft, reading, answer, open);
    }

    /// <summary>Whether a question makes sense now: its <c>ask-when</c> holds.</summary>
    public bool CanAsk(FactPath path)
    {
        if (path.Fact?.AskWhen is not { } condition)
            return true;
        var frame = new Frame(Facts) { ChildIndex = path.Index, Parent = path.Root == PathRoot.Father ? EntityReference.Father : EntityReference.Mother };
        return Interpreter.Test(condition, frame) != Kleene.False;
    }
}
