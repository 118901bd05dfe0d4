using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Answers every quantity of a compiled policy for one family. Stateless and safe to share between threads.</summary>
public sealed class Evaluator
{
    private readonly CompiledPolicy _policy;
    private readonly FactDefinition? _parents;
    private readonly FactDefinition? _birthDate;
    private readonly bool _keepsOutcomes;

    /// <summary>Answers from a policy.</summary>
    public Evaluator(CompiledPolicy policy)
        : this(policy, keepsOutcomes: true)
    {
    }

    /// <summary>Answers from a policy, and makes every outcome anew where it does not keep them.</summary>
    internal Evaluator(CompiledPolicy policy, bool keepsOutcomes)
    {
        (_policy, _keepsOutcomes) = (policy, keepsOutcomes);
        _parents = policy.Pack.Vocabulary.Find(EntityKind.Family, "parents");
        _birthDate = policy.Pack.Vocabulary.Find(EntityKind.Child, "birth_date");
    }

    /// <summary>The policy it answers from.</summary>
    public CompiledPolicy Policy => _policy;

    /// <summary>All outcomes, in the order of the pack, and the next question.</summary>
    /// <param name="family">The family.</param>
    /// <param name="only">Ids of the quantities wanted; null for all. The next question then is the one that settles most of these.</param>
    public Answer Evaluate(FamilyFacts family, IReadOnlySet<string>? only = null)
    {
        var outcomes = new List<Outcome>(_policy.Quantities.Count * 2);
        var frame = Frame.Remembering(family);
        var reckoning = new Reckoning();
        foreach (var quantity in _policy.Ordered)
            if (only is null || only.Contains(quantity.Header.Id) || quantity.Header.Extends is { } whole && only.Contains(whole))
                Evaluate(quantity, frame, reckoning, outcomes);
        Extensions.Apply(outcomes, family);
        if (only is not null)
            outcomes.RemoveAll(outcome => !only.Contains(outcome.Header.Id));
        return new Answer(family.AsOf, outcomes, QuestionPicker.Next(outcomes, frame));
    }

    /// <summary>The outcomes of one quantity, as they stand in the whole answer.</summary>
    public IReadOnlyList<Outcome> Evaluate(CompiledQuantity quantity, FamilyFacts family)
    {
        var outcomes = Alone(quantity, family);
        if (_policy.ExtensionOf(quantity) is not { } extension)
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
        Evaluate(quantity, Frame.Remembering(family), new Reckoning(), outcomes);
        return outcomes;
    }

    /// <summary>Puts a frame on the instance an outcome was answered for.</summary>
    public static Frame FrameOf(Outcome outcome, FamilyFacts family) => new(family)
    {
        ChildIndex = outcome.Child ?? -1,
        Parent = outcome.Parent ?? EntityReference.Mother,
        OutcomeValue = outcome.Value,
    };

    /// <summary>Adds the outcomes of one quantity; frame and reckoning serve any number of quantities of one family.</summary>
    internal void Evaluate(CompiledQuantity quantity, Frame frame, Reckoning reckoning, List<Outcome> outcomes)
    {
        var family = frame.Family;
        switch (quantity.Header.Instance)
        {
            case InstanceKind.Family:
                Answer(quantity, frame, quantity.Header.Beneficiary, reckoning, outcomes);
                break;
            case InstanceKind.Child or InstanceKind.Birth when BelongsToAbsent(family, quantity.Header.Beneficiary):
                break;
            case InstanceKind.Child or InstanceKind.Birth:
                frame.Parent = EntityReference.Mother;
                var count = family.Children?.Count ?? 1;
                for (frame.ChildIndex = 0; frame.ChildIndex < count; frame.ChildIndex++)
                    if (quantity.Header.Instance == InstanceKind.Child || IsFirstOfBirth(family, frame.ChildIndex))
                        Answer(quantity, frame, quantity.Header.Beneficiary, reckoning, outcomes);
                frame.ChildIndex = -1;
                break;
            default:
                AnswerParent(quantity, frame, EntityReference.Mother, InstanceKind.Mother, reckoning, outcomes);
                AnswerParent(quantity, frame, EntityReference.Father, InstanceKind.Father, reckoning, outcomes);
                frame.Parent = EntityReference.Mother;
                break;
        }
    }

    private void AnswerParent(
        CompiledQuantity quantity, Frame frame, EntityReference parent, InstanceKind kind, Reckoning reckoning, List<Outcome> outcomes)
    {
        if (quantity.Header.Instance != InstanceKind.Parent && quantity.Header.Instance != kind || IsAbsent(frame.Family, parent))
            return;
        frame.Parent = parent;
        var own = parent == EntityReference.Mother ? "mother" : "father";
        Answer(quantity, frame, quantity.Header.Beneficiary is "parent" or "mother" or "father" ? own : quantity.Header.Beneficiary, reckoning, outcomes);
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

    private void Answer(CompiledQuantity quantity, Frame frame, string beneficiary, Reckoning reckoning, List<Outcome> outcomes)
    {
        frame.OutcomeValue = null;
        var header = quantity.Header;
        var region = Interpreter.TryNumber(header.Region, frame, out var division) ? reckoning.RegionOf(_policy, division) : (int?)null;
        var day = Interpreter.TryNumber(header.Anchor, frame, out var date) ? date : (long?)null;
        AnswerLane(quantity.InForce, region, day, new OutcomeBuilder(header, frame, beneficiary, isDraft: false), frame, reckoning, outcomes);
        if (!quantity.Draft.IsEmpty)
            AnswerLane(quantity.Draft, region, day, new OutcomeBuilder(header, frame, beneficiary, isDraft: true), frame, reckoning, outcomes);
    }

    private void AnswerLane(RuleLane lane, int? region, long? day, in OutcomeBuilder builder, Frame frame, Reckoning reckoning, List<Outcome> outcomes)
    {
        frame.OutcomeValue = null;
        reckoning.Results.Clear();
        Outcome? outcome;
        if (region is not { } own)
            outcome = OpenLane.Answer(_policy, lane, builder, frame, reckoning);
        else if (lane[own] is not { } set)
            return;
        else
            outcome = day is { } known ? Settle(set, set.IndexOf(known), builder, frame, reckoning) : OpenLane.Answer(_policy, lane, builder, frame, reckoning);
        if (outcome is not null)
            outcomes.Add(outcome);
    }

    private Outcome? Settle(RuleSet set, int index, in OutcomeBuilder builder, Frame frame, Reckoning reckoning)
    {
        var group = set.Segments[index].Group;
        if (group.Rules.Count == 0)
            return builder.OutOfForce(set, index, reckoning);
        var (sure, open) = group.Applicable(frame);
        var kept = open == 0 && _keepsOutcomes ? group.Kept : null;
        if (kept?.Find(sure, frame.ChildIndex, frame.Parent) is { } known)
            return known;
        group.Evaluate(frame, sure, open, reckoning);
        var outcome = builder.Build(reckoning, group);
        kept?.Keep(sure, frame.ChildIndex, frame.Parent, outcome);
        return outcome;
    }
}
