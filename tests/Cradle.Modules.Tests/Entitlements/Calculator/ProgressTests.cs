using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

/// <summary>What a family that answers whatever comes reads of its way through the questions.</summary>
public class ProgressTests(Site site)
{
    private const int Families = 150;
    private static readonly string[] Places = ["220104", "1401", "621002", "620102", "1101"];

    private static IReadOnlyList<List<Question>>? walks;

    private PolicyLibrary Library => site.The<PolicyLibrary>();

    // The same for both tests: a walk takes a calculation for each of its questions.
    private IReadOnlyList<List<Question>> Walks => walks ??= [.. Enumerable.Range(0, Families).Select(seed => Walk(new Random(seed)).ToList())];

    [Fact]
    public void The_most_that_may_come_never_rises_and_is_never_exceeded()
    {
        for (var seed = 0; seed < Families; seed++)
        {
            var (most, steps) = (int.MaxValue, 0);
            foreach (var (path, progress, _) in Walks[seed])
            {
                Assert.True(progress.Step <= (progress.Steps ?? int.MaxValue), $"seed {seed}: {path} is question {progress.Step} of at most {progress.Steps}");
                Assert.True(progress.Steps is null || progress.Steps <= most, $"seed {seed}: at {path} the most rose from {most} to {progress.Steps}");
                (most, steps) = (progress.Steps ?? most, steps + 1);
            }

            Assert.True(steps > 3, $"seed {seed}: only {steps} questions");
        }
    }

    /// <summary>A question whose every answer leaves all of the family's own outcomes as they are is none.</summary>
    [Fact]
    public void A_yes_or_no_question_that_settles_nothing_of_the_familys_own_does_not_come()
    {
        for (var seed = 0; seed < Families; seed++)
            foreach (var (path, _, draft) in Walks[seed])
                if (path.Fact?.Type.Kind == Rules.Binding.ValueKind.Bool)
                    Assert.True(Said(draft, path, "true") != Said(draft, path, "false"), $"seed {seed}: {path} changes nothing");
    }

    private string Said(FamilyDraft draft, FactPath path, string answer)
    {
        var answered = new QuestionForm(path, draft).Answer(draft, answer, [], null, false).Draft!;
        return string.Join('|', Calculation.Of(answered, Library).Answer.Outcomes.Where(OutcomeGroups.IsFamilys)
            .Select(outcome => $"{outcome.Header.Id} {outcome.Beneficiary} {outcome.Child} {outcome.IsDraft} {outcome.Answer} {string.Join(',', outcome.Missing.Where(missing => missing != path))}"));
    }

    private IEnumerable<Question> Walk(Random random)
    {
        var draft = FamilyDraft.Empty();
        var vocabulary = Library.Pack.Vocabulary;
        Assert.True(FactPathReader.TryRead(vocabulary, "residence", out var residence));
        draft = new QuestionForm(residence, draft).Answer(draft, Places[random.Next(Places.Length)], [], null, false).Draft!;
        while (Calculation.Of(draft, Library) is { Open: [var next, ..] } calculation)
        {
            yield return new(next.Path, Progress.Of(calculation, vocabulary, next.Path), draft);
            draft = Answered(draft, next.Path, random);
        }
    }

    private FamilyDraft Answered(FamilyDraft draft, FactPath path, Random random)
    {
        var form = new QuestionForm(path, draft);
        if (random.Next(8) > 0)
        {
            var today = Library.Today;
            var (answer, several, date) = form.Kind switch
            {
                QuestionKind.Count => (random.Next(path.Root == PathRoot.ChildList ? 5 : 2).ToString(System.Globalization.CultureInfo.InvariantCulture), [], null),
                QuestionKind.Choices => (null, ["none"], null),
                QuestionKind.Birth => (null, [], BirthOf(path, draft, random)),
                QuestionKind.Date => (null, [], today.AddYears(-65)),
                QuestionKind.Place => (Places[random.Next(Places.Length)], [], null),
                QuestionKind.Number => ((path.Fact!.Minimum is { } least and > 0 ? least : 2).ToString(System.Globalization.CultureInfo.InvariantCulture), [], null),
                _ => ((string?, IReadOnlyList<string>, DateOnly?))(form.Options[random.Next(form.Options.Count)].Value, [], null),
            };
            if (form.Answer(draft, answer, several, date, date > today).Draft is { } answered && Library.Reader.Read(answered.FamilyJson, today).Facts is not null)
                return answered;
        }

        var skipped = draft.Copy();
        skipped.Skip(path);
        return skipped;
    }

    /// <summary>A day of its own, or that of the child before; one in six is still expected.</summary>
    private DateOnly BirthOf(FactPath path, FamilyDraft draft, Random random) =>
        path.Index > 0 && draft.Births[path.Index - 1].Date is { } twin && random.Next(2) == 0 ? twin
        : random.Next(6) == 0 ? Library.Today.AddDays(90)
        : Library.Today.AddDays(-400 * (6 - path.Index) - random.Next(300));

    /// <summary>A question that came, how far it was, and what had been answered before.</summary>
    private sealed record Question(FactPath Path, Progress Progress, FamilyDraft Draft);
}
