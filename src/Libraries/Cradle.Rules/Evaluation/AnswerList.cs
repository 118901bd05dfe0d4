using Cradle.Rules.Facts;

namespace Cradle.Rules.Evaluation;

/// <summary>An answer as a family reads it: every right once, in the group it belongs to.</summary>
public sealed class AnswerList
{
    private readonly IReadOnlyList<Outcome> _outcomes;
    private readonly ILookup<OutcomeGroup, Outcome> _groups;

    /// <summary>Sorts the outcomes of a family's answer.</summary>
    public AnswerList(Answer answer, FamilyFacts family)
    {
        var frame = new Frame(family);
        _outcomes = answer.Outcomes;
        _groups = answer.Outcomes.Where(outcome => outcome.CountedIn is null)
            .ToLookup(outcome => IsUnlikely(outcome, frame) ? OutcomeGroup.Unlikely : OutcomeGroups.Of(outcome));
    }

    /// <summary>The groups that hold something, in the order in which they are read.</summary>
    public IEnumerable<IGrouping<OutcomeGroup, Outcome>> Groups => _groups.OrderBy(group => group.Key);

    /// <summary>All outcomes that are listed by themselves.</summary>
    public IEnumerable<Outcome> All => _groups.SelectMany(group => group);

    /// <summary>The outcomes of a group, in the order of the packs.</summary>
    public IEnumerable<Outcome> this[OutcomeGroup group] => _groups[group];

    /// <summary>What an outcome holds that has a figure of its own to tell, such as the sum over three years of a yearly allowance.</summary>
    public IEnumerable<Outcome> CountedIn(Outcome whole) => _outcomes.Where(outcome =>
        outcome.CountedIn == whole.Header.Id && outcome.Header.Extends is null && outcome.IsDraft == whole.IsDraft && outcome.Child == whole.Child && outcome.Parent == whole.Parent);

    /// <summary>It waits for facts that are not put to this family, or its only rules are those of another province than the family's.</summary>
    private static bool IsUnlikely(Outcome outcome, Frame frame) =>
        outcome is { Status: OutcomeStatus.Unknown, IsPast: false } && OutcomeGroups.IsFamilys(outcome)
        && (OutcomeGroups.IsForeign(outcome, frame.Family)
            || outcome.Missing.Any(path => QuestionPicker.IsSenseless(path, frame)) && !outcome.Missing.Any(path => QuestionPicker.CanAsk(path, frame)));
}
