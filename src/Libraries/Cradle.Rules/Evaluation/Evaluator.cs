using System.Collections.Concurrent;
using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Answers every quantity of a compiled policy for one family. Stateless and safe to share between threads.</summary>
public sealed class Evaluator
{
    /// <summary>The most places and days whose policies are kept.</summary>
    private const int MostLocal = 256;

    private readonly CompiledPolicy _policy;
    private readonly FactDefinition? _parents;
    private readonly int _motherOnly;
    private readonly int _fatherOnly;
    private readonly FactDefinition? _birthDate;
    private readonly bool _keepsOutcomes;
    private readonly ConcurrentDictionary<(int Region, long Day), LocalPolicy> _local = [];
    private readonly LocalPolicy _anywhere;

    /// <summary>Answers from a policy.</summary>
    public Evaluator(CompiledPolicy policy)
        : this(policy, keepsOutcomes: true)
    {
    }

    /// <summary>Answers from a policy, and makes every outcome anew where it does not keep them.</summary>
    internal Evaluator(CompiledPolicy policy, bool keepsOutcomes)
    {
        (_policy, _keepsOutcomes, _anywhere) = (policy, keepsOutcomes, new LocalPolicy(policy));
        _parents = policy.Pack.Vocabulary.Find(EntityKind.Family, "parents");
        if (_parents?.Type.Enumeration is { } members)
            (_motherOnly, _fatherOnly) = (members.IndexOf("mother_only"), members.IndexOf("father_only"));
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
        foreach (var quantity in LocalFor(frame, reckoning).Quantities)
            if (only is null || IsAsked(quantity.Quantity.Header, only))
                Evaluate(quantity, frame, reckoning, outcomes);
        Extensions.Apply(outcomes, frame);
        if (only is not null)
            outcomes.RemoveAll(outcome => !only.Contains(outcome.Header.Id));
        return new Answer(family.AsOf, outcomes, QuestionPicker.Next(outcomes, frame));
    }

    /// <summary>The outcomes of one quantity, as they stand in the whole answer.</summary>
    public IReadOnlyList<Outcome> Evaluate(CompiledQuantity quantity, FamilyFacts family)
    {
        var outcomes = Alone(quantity, family);
        var count = outcomes.Count;
        if (_policy.ExtensionOf(quantity) is { } extension)
            outcomes.AddRange(Alone(extension, family));
        Extensions.Apply(outcomes, new Frame(family));
        return outcomes[..count];
    }

    /// <summary>The outcomes of one quantity by itself, without what extends it: what engines that count families compare with.</summary>
    internal List<Outcome> Alone(CompiledQuantity quantity, FamilyFacts family)
    {
        var outcomes = new List<Outcome>();
        Evaluate(quantity, Frame.Remembering(family), new Reckoning(), outcomes);
        return outcomes;
    }

    /// <summary>The outcome of the same instance and lane as another, as it stands in the whole answer to the facts of a frame; null where there is none.</summary>
    internal Outcome? Again(Outcome outcome, Frame frame, Reckoning reckoning)
    {
        var quantity = _policy.QuantityOf(outcome);
        var outcomes = new List<Outcome>();
        AnswerInstance(quantity, outcome.Child, outcome.Parent, outcome.IsDraft, frame, reckoning, outcomes);
        if (outcomes.Count > 0 && _policy.ExtensionOf(quantity) is { } extension)
        {
            AnswerInstance(extension, outcome.Child, outcome.Parent, outcome.IsDraft, frame, reckoning, outcomes);
            Extensions.Apply(outcomes, frame);
        }

        return outcomes.Count > 0 ? outcomes[0] : null;
    }

    /// <summary>Adds the outcome of one instance of a quantity in one lane, by itself, if there is one.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="child">The child, where it is answered for children or births.</param>
    /// <param name="parent">The parent, where it is answered for parents.</param>
    /// <param name="isDraft">The lane.</param>
    /// <param name="frame">The family; it is moved to the instance.</param>
    /// <param name="reckoning">Serves any number of quantities.</param>
    /// <param name="outcomes">Where to.</param>
    internal void AnswerInstance(CompiledQuantity quantity, int? child, EntityReference? parent, bool isDraft, Frame frame, Reckoning reckoning, List<Outcome> outcomes)
    {
        var header = quantity.Header;
        var holder = header.Instance is InstanceKind.Child or InstanceKind.Birth ? quantity.Holder : parent;
        if (holder is { } who && IsAbsent(frame.Family, who) || header.Instance == InstanceKind.Birth && !IsFirstOfBirth(frame.Family, child ?? 0))
            return;
        (frame.ChildIndex, frame.Parent, frame.OutcomeValue) = (child ?? -1, parent ?? EntityReference.Mother, null);
        int? region = Interpreter.TryNumber(header.Region, frame, out var division) ? reckoning.RegionOf(_policy, division) : null;
        long? day = Interpreter.TryNumber(header.Anchor, frame, out var date) ? date : null;
        var lane = isDraft ? quantity.Anywhere.Draft : quantity.Anywhere.InForce;
        if (!lane.IsEmpty)
            AnswerLane(lane, region, day, new OutcomeBuilder(header, frame, BeneficiaryOf(quantity, parent), isDraft), frame, reckoning, outcomes);
    }

    /// <summary>Puts a frame on the instance an outcome was answered for.</summary>
    public static Frame FrameOf(Outcome outcome, FamilyFacts family)
    {
        var frame = new Frame(family);
        frame.MoveTo(outcome);
        return frame;
    }

    /// <summary>Adds the outcomes of one quantity; frame and reckoning serve any number of quantities of one family.</summary>
    internal void Evaluate(CompiledQuantity quantity, Frame frame, Reckoning reckoning, List<Outcome> outcomes) =>
        Evaluate(quantity.Anywhere, frame, reckoning, outcomes);

    private void Evaluate(LocalQuantity quantity, Frame frame, Reckoning reckoning, List<Outcome> outcomes)
    {
        var family = frame.Family;
        var header = quantity.Quantity.Header;
        switch (header.Instance)
        {
            case InstanceKind.Family:
                Answer(quantity, frame, header.Beneficiary, reckoning, outcomes);
                break;
            case InstanceKind.Child or InstanceKind.Birth when quantity.Quantity.Holder is { } holder && IsAbsent(family, holder):
                break;
            case InstanceKind.Child or InstanceKind.Birth:
                frame.Parent = EntityReference.Mother;
                var count = family.Children?.Count ?? 1;
                for (frame.ChildIndex = 0; frame.ChildIndex < count; frame.ChildIndex++)
                    if (header.Instance == InstanceKind.Child || IsFirstOfBirth(family, frame.ChildIndex))
                        Answer(quantity, frame, header.Beneficiary, reckoning, outcomes);
                frame.ChildIndex = -1;
                break;
            default:
                AnswerParent(quantity, frame, EntityReference.Mother, InstanceKind.Mother, reckoning, outcomes);
                AnswerParent(quantity, frame, EntityReference.Father, InstanceKind.Father, reckoning, outcomes);
                frame.Parent = EntityReference.Mother;
                break;
        }
    }

    /// <summary>The policy of the family's place on the day asked for.</summary>
    private LocalPolicy LocalFor(Frame frame, Reckoning reckoning)
    {
        if (!_keepsOutcomes || _policy.Pack.Vocabulary.Residence is not { } residence || !frame.Family.Family.TryGet(residence.Slot, out var division))
            return _anywhere;
        var key = (reckoning.RegionOf(_policy, division), frame.AsOf);
        if (_local.TryGetValue(key, out var known))
            return known;
        if (_local.Count >= MostLocal)
            _local.Clear();   // days that nobody asks for any more
        return _local[key] = new LocalPolicy(_policy, residence, key.Item1, key.AsOf);
    }

    private static bool IsAsked(QuantityHeader header, IReadOnlySet<string> only) => only.Contains(header.Id) || header.Extends is { } whole && only.Contains(whole);

    private void AnswerParent(LocalQuantity quantity, Frame frame, EntityReference parent, InstanceKind kind, Reckoning reckoning, List<Outcome> outcomes)
    {
        var header = quantity.Quantity.Header;
        if (header.Instance != InstanceKind.Parent && header.Instance != kind || IsAbsent(frame.Family, parent))
            return;
        frame.Parent = parent;
        Answer(quantity, frame, BeneficiaryOf(quantity.Quantity, parent), reckoning, outcomes);
    }

    private static string BeneficiaryOf(CompiledQuantity quantity, EntityReference? parent) => parent switch
    {
        EntityReference.Mother when quantity.IsOfParent => "mother",
        EntityReference.Father when quantity.IsOfParent => "father",
        _ => quantity.Header.Beneficiary,
    };

    private bool IsAbsent(FamilyFacts family, EntityReference parent) =>
        _parents is not null && family.Family.TryGet(_parents.Slot, out var who)
        && who == (parent == EntityReference.Mother ? _fatherOnly : _motherOnly);

    /// <summary>Twins are of one birth, also where midnight lies between them: the one born first stands for it.</summary>
    private bool IsFirstOfBirth(FamilyFacts family, int index)
    {
        if (_birthDate is null || family.Children is not { } children || !children[index].TryGet(_birthDate.Slot, out var own))
            return true;
        for (var other = 0; other < children.Count; other++)
            if (children[other].TryGet(_birthDate.Slot, out var date) && (date == own - 1 || other < index && date == own))
                return false;
        return true;
    }

    private void Answer(LocalQuantity quantity, Frame frame, string beneficiary, Reckoning reckoning, List<Outcome> outcomes)
    {
        var header = quantity.Quantity.Header;
        int? region = null;
        long? day = null;
        if (quantity.IsOpen)
        {
            frame.OutcomeValue = null;
            region = Interpreter.TryNumber(header.Region, frame, out var division) ? reckoning.RegionOf(_policy, division) : null;
            day = Interpreter.TryNumber(header.Anchor, frame, out var date) ? date : null;
        }

        if (quantity.InForce.Only is { } always)
            outcomes.Add(always);
        else if (!quantity.InForce.IsEmpty)
            AnswerLane(quantity.InForce, region, day, new OutcomeBuilder(header, frame, beneficiary, isDraft: false), frame, reckoning, outcomes);
        if (quantity.Draft.Only is { } advice)
            outcomes.Add(advice);
        else if (!quantity.Draft.IsEmpty)
            AnswerLane(quantity.Draft, region, day, new OutcomeBuilder(header, frame, beneficiary, isDraft: true), frame, reckoning, outcomes);
    }

    private void AnswerLane(in LocalLane lane, int? region, long? day, in OutcomeBuilder builder, Frame frame, Reckoning reckoning, List<Outcome> outcomes)
    {
        frame.OutcomeValue = null;
        reckoning.Results.Clear();
        Outcome? outcome;
        if (lane.Set is { } found)
            outcome = Settle(found, lane.Index, builder, frame, reckoning);
        else if (region is not { } own)
            outcome = OpenLane.Answer(_policy, lane.Lane!, builder, frame, reckoning);
        else if (lane.Lane![own] is not { } set)
            return;
        else
            outcome = day is { } known ? Settle(set, set.IndexOf(known), builder, frame, reckoning) : OpenLane.Answer(_policy, lane.Lane, builder, frame, reckoning);
        if (outcome is not null)
            outcomes.Add(outcome);
    }

    private Outcome? Settle(RuleSet set, int index, in OutcomeBuilder builder, Frame frame, Reckoning reckoning)
    {
        var group = set.Segments[index].Group;
        if (group.Rules.Count == 0)
            return builder.OutOfForce(set, index, reckoning);
        var (sure, open) = group.Applicable(frame);
        var kept = open == 0 && _keepsOutcomes ? group.KeptFor(sure) : null;
        if (kept?.Find(sure, frame.ChildIndex, frame.Parent) is { } known)
            return known;
        group.Evaluate(frame, sure, open, reckoning);
        var outcome = builder.Build(reckoning, group);
        if (kept is not null)
            group.Keep(sure, frame, outcome);
        return outcome;
    }
}
