using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Answers every quantity of a compiled policy for one family. Stateless and safe to share between threads.</summary>
public sealed class Evaluator(CompiledPolicy policy)
{
    private readonly FactDefinition? _parents = policy.Pack.Vocabulary.Find(EntityKind.Family, "parents");
    private readonly FactDefinition? _birthDate = policy.Pack.Vocabulary.Find(EntityKind.Child, "birth_date");

    /// <summary>The policy it answers from.</summary>
    public CompiledPolicy Policy => policy;

    /// <summary>All outcomes, in the order of the pack, and the next question.</summary>
    /// <param name="family">The family.</param>
    /// <param name="only">Ids of the quantities wanted; null for all. The next question then is the one that settles most of these.</param>
    public Answer Evaluate(FamilyFacts family, IReadOnlySet<string>? only = null)
    {
        var outcomes = new List<Outcome>(policy.Quantities.Count * 2);
        var frame = new Frame(family);
        var results = new List<WorldResult>(8);
        foreach (var quantity in policy.Quantities)
            if (only is null || only.Contains(quantity.Header.Id) || quantity.Header.Extends is { } whole && only.Contains(whole))
                Evaluate(quantity, frame, results, outcomes);
        Extensions.Apply(outcomes, family);
        if (only is not null)
            outcomes.RemoveAll(outcome => !only.Contains(outcome.Header.Id));
        return new Answer(family.AsOf, outcomes, QuestionPicker.Next(outcomes, frame));
    }

    /// <summary>The outcomes of one quantity, as they stand in the whole answer.</summary>
    public IReadOnlyList<Outcome> Evaluate(CompiledQuantity quantity, FamilyFacts family)
    {
        var outcomes = Alone(quantity, family);
        if (policy.ExtensionOf(quantity) is not { } extension)
            return outcomes;
        var count = outcomes.Count;
        outcomes.AddRange(Alone(extension, family));
        Extensions.Apply(outcomes, family);
        return outcomes[..count];
    }

    /// <summary>The outcomes of one quantity by itself, without what extends it: what engines that count families compare with.</summary>
    internal List<Outcome> Alone(CompiledQuantity quantity, FamilyFacts family)
    {
        var outcomes = new List<Outcome>();
        Evaluate(quantity, new Frame(family), [], outcomes);
        return outcomes;
    }

    /// <summary>Puts a frame on the instance an outcome was answered for.</summary>
    public static Frame FrameOf(Outcome outcome, FamilyFacts family) => new(family)
    {
        ChildIndex = outcome.Child ?? -1,
        Parent = outcome.Parent ?? EntityReference.Mother,
        OutcomeValue = outcome.Value,
    };

    /// <summary>Adds the outcomes of one quantity; frame and scratch list serve any number of quantities of one family.</summary>
    internal void Evaluate(CompiledQuantity quantity, Frame frame, List<WorldResult> results, List<Outcome> outcomes)
    {
        var family = frame.Family;
        switch (quantity.Header.Instance)
        {
            case InstanceKind.Family:
                Answer(quantity, frame, quantity.Header.Beneficiary, results, outcomes);
                break;
            case InstanceKind.Child or InstanceKind.Birth when BelongsToAbsent(family, quantity.Header.Beneficiary):
                break;
            case InstanceKind.Child or InstanceKind.Birth:
                frame.Parent = EntityReference.Mother;
                var count = family.Children?.Count ?? 1;
                for (frame.ChildIndex = 0; frame.ChildIndex < count; frame.ChildIndex++)
                    if (quantity.Header.Instance == InstanceKind.Child || IsFirstOfBirth(family, frame.ChildIndex))
                        Answer(quantity, frame, quantity.Header.Beneficiary, results, outcomes);
                frame.ChildIndex = -1;
                break;
            default:
                AnswerParent(quantity, frame, EntityReference.Mother, InstanceKind.Mother, results, outcomes);
                AnswerParent(quantity, frame, EntityReference.Father, InstanceKind.Father, results, outcomes);
                frame.Parent = EntityReference.Mother;
                break;
        }
    }

    private void AnswerParent(
        CompiledQuantity quantity, Frame frame, EntityReference parent, InstanceKind kind, List<WorldResult> results, List<Outcome> outcomes)
    {
        if (quantity.Header.Instance != InstanceKind.Parent && quantity.Header.Instance != kind || IsAbsent(frame.Family, parent))
            return;
        frame.Parent = parent;
        var own = parent == EntityReference.Mother ? "mother" : "father";
        Answer(quantity, frame, quantity.Header.Beneficiary is "parent" or "mother" or "father" ? own : quantity.Header.Beneficiary, results, outcomes);
    }

    private bool BelongsToAbsent(FamilyFacts family, string beneficiary) =>
        beneficiary == "mother" && IsAbsent(family, EntityReference.Mother) || beneficiary == "father" && IsAbsent(family, EntityReference.Father);

    private bool IsAbsent(FamilyFacts family, EntityReference parent) =>
        _parents is not null && family.Family.TryGet(_parents.Slot, out var who)
        && _parents.Type.Enumeration!.Members[(int)who] == (parent == EntityReference.Mother ? "father_only" : "mother_only");

    private bool IsFirstOfBirth(FamilyFacts family, int index)
    {
        if (_birthDate is null || family.Children is not { } children || !children[index].TryGet(_birthDate.Slot, out var own))
            return true;
        for (var other = 0; other < index; other++)
            if (children[other].TryGet(_birthDate.Slot, out var date) && date == own)
                return false;
        return true;
    }

    private void Answer(CompiledQuantity quantity, Frame frame, string beneficiary, List<WorldResult> results, List<Outcome> outcomes)
    {
        AnswerLane(quantity, quantity.InForce, isDraft: false, frame, beneficiary, results, outcomes);
        if (!quantity.Draft.IsEmpty)
            AnswerLane(quantity, quantity.Draft, isDraft: true, frame, beneficiary, results, outcomes);
    }

    private void AnswerLane(
        CompiledQuantity quantity, RuleLane lane, bool isDraft, Frame frame, string beneficiary, List<WorldResult> results, List<Outcome> outcomes)
    {
        var header = quantity.Header;
        var builder = new OutcomeBuilder(header, frame, beneficiary, isDraft);
        frame.OutcomeValue = null;
        results.Clear();
        if (Interpreter.TryNumber(header.Region, frame, out var division))
        {
            if (lane[policy.RegionOf(division)] is not { } set)
                return;
            if (Interpreter.TryNumber(header.Anchor, frame, out var day))
            {
                AnswerSegment(set, set.IndexOf(day), builder, frame, results, outcomes);
                return;
            }
        }

        if (OpenLane.Answer(policy, lane, builder, frame, results) is { } open)
            outcomes.Add(open);
    }

    private static void AnswerSegment(RuleSet set, int index, OutcomeBuilder builder, Frame frame, List<WorldResult> results, List<Outcome> outcomes)
    {
        var group = set.Segments[index].Group;
        if (group.Rules.Count == 0)
        {
            if (builder.OutOfForce(set, index, results) is { } outOfForce)
                outcomes.Add(outOfForce);
            return;
        }

        var applicable = group.Evaluate(frame, results, null);
        outcomes.Add(builder.Build(results, group, applicable));
    }
}
