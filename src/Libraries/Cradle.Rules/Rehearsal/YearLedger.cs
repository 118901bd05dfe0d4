using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>Keeps one family's year, instance by instance, and books it into the totals when the year is over.</summary>
internal sealed class YearLedger(IReadOnlyList<MeasuredQuantity> quantities, RehearsalTotals totals, CompiledPolicy now, CompiledPolicy after)
{
    private const int Sides = 2;
    private const int ParentSlots = 3;
    private const int Slots = 40;

    private readonly InstanceYear[] _entries = new InstanceYear[quantities.Count * Sides * Slots];
    private readonly bool _hasTouchedCash = quantities.Any(quantity => quantity is { IsTouched: true, IsCash: true });
    private ChildDates? _dates;
    private FamilyRecord _record;
    private long _number;

    public void Open(long number, FamilyRecord record)
    {
        (_number, _record) = (number, record);
        Array.Clear(_entries);
    }

    /// <summary>Enters one amount, by instance and by rule.</summary>
    public void Enter(int year, Side side, int place, Outcome outcome, in ObservedAmount amount, Frame frame)
    {
        ref var entry = ref Entry(place, side, SlotOf(outcome));
        var before = entry;
        if (!entry.IsSeen)
            (entry.IsSeen, entry.Division, entry.BirthOrder) = (true, Region(outcome, frame), OrderOf(outcome, frame.Family));
        var isConflict = outcome.Status == OutcomeStatus.Conflict;
        checked
        {
            entry.Due += amount.Due;
            entry.Offered += amount.Offered;
            entry.UnknownLow += amount.Bounds?.Low ?? 0;
            entry.UnknownHigh += amount.Bounds?.High ?? 0;
        }

        entry.IsConflict |= isConflict;
        entry.IsUnknown |= amount.IsUnknown;
        entry.IsOpen |= amount.IsUnknown && quantities[place].Reaches(entry.Division, now, after);
        entry.IsUnbounded |= amount is { IsUnknown: true, Bounds: null };
        if (outcome.Rule is not { } rule || isConflict)
            return;
        var byRule = new InstanceYear
        {
            Due = amount.Due, Offered = amount.Offered, UnknownLow = amount.Bounds?.Low ?? 0, UnknownHigh = amount.Bounds?.High ?? 0,
            IsUnknown = entry.IsUnknown && !before.IsUnknown, IsUnbounded = entry.IsUnbounded && !before.IsUnbounded,
        };
        byRule.AddTo(totals.Tally(new TallyKey(year, side, quantities[place].Index, Split.Rule, rule.Index)), _record.Weight);
    }

    /// <summary>Books the year and begins the next.</summary>
    public void Close(int year)
    {
        for (var place = 0; place < quantities.Count; place++)
            for (var side = Side.Now; side <= Side.After; side++)
                for (var slot = 0; slot < Slots; slot++)
                    if (Entry(place, side, slot) is { IsSeen: true } entry)
                        Book(entry, year, side, quantities[place].Index);
        Compare(year);
        Array.Clear(_entries);
    }

    /// <summary>Counts statuses on the last day of a year that are not the same in both worlds.</summary>
    public void NoteTransitions(int year, int place, List<Outcome> now, List<Outcome> after)
    {
        foreach (var outcome in after)
            Note(Same(now, outcome)?.Status, outcome.Status);
        foreach (var outcome in now)
            if (Same(after, outcome) is null)
                Note(outcome.Status, null);

        void Note(OutcomeStatus? was, OutcomeStatus? becomes)
        {
            // where no rule speaks and where none applies a family has nothing, and nothing changes between the two
            if ((was ?? OutcomeStatus.NotEntitled) == (becomes ?? OutcomeStatus.NotEntitled))
                return;
            var key = new TransitionKey(year, quantities[place].Index, was, becomes);
            totals.Transitions[key] = checked(totals.Transitions.GetValueOrDefault(key) + _record.Weight);
        }
    }

    public void NoteConflict(int place, Outcome outcome, DateOnly day)
    {
        if (totals.NewConflicts.Count >= RehearsalTotals.MostExamples || totals.NewConflicts.Exists(conflict => conflict.Family == _number && conflict.Quantity == quantities[place].Index))
            return;
        totals.NewConflicts.Add(new NewConflict(_number, _record.Id, quantities[place].Index,
            outcome.Child is { } child ? $"children[{child}]" : outcome.Beneficiary, day, [.. outcome.Voices.Select(rule => rule.Id)]));
    }

    /// <summary>The outcome of the same instance in the other world.</summary>
    public static Outcome? Same(List<Outcome> outcomes, Outcome other) => outcomes.Find(outcome => SlotOf(outcome) == SlotOf(other));

    private void Book(in InstanceYear entry, int year, Side side, int quantity)
    {
        entry.AddTo(totals.Tally(new TallyKey(year, side, quantity, Split.Quantity, 0)), _record.Weight);
        entry.AddTo(totals.Tally(new TallyKey(year, side, quantity, Split.Division, entry.Division)), _record.Weight);
        entry.AddTo(totals.Tally(new TallyKey(year, side, quantity, Split.BirthOrder, entry.BirthOrder)), _record.Weight);
    }

    private void Compare(int year)
    {
        long cash = 0;
        var cashIsOpen = false;
        for (var place = 0; place < quantities.Count; place++)
        {
            var quantity = quantities[place];
            if (!quantity.IsTouched)
                continue;
            long change = 0;
            var isOpen = false;
            for (var slot = 0; slot < Slots; slot++)
            {
                ref var was = ref Entry(place, Side.Now, slot);
                ref var becomes = ref Entry(place, Side.After, slot);
                change = checked(change + becomes.Amount - was.Amount);
                isOpen |= was.IsOpen || becomes.IsOpen || was.IsConflict != becomes.IsConflict;
            }

            if (quantity.IsCash)
                (cash, cashIsOpen) = (checked(cash + change), cashIsOpen || isOpen);
            else if (Annualisation.Of(quantity.Header.Unit) != AmountBasis.None)
                Count(new MeasureKey(year, quantity.Index), change, isOpen);
        }

        if (_hasTouchedCash)
            Count(new MeasureKey(year, MeasureKey.Money), cash, cashIsOpen);
    }

    private void Count(in MeasureKey key, long change, bool isOpen)
    {
        var families = totals.Change(key);
        if (isOpen)
            families.Undecided = checked(families.Undecided + _record.Weight);
        else if (change == 0)
            families.Stay = checked(families.Stay + _record.Weight);
        else
            families.Distribution.Add(change, _record.Weight);
    }

    private ref InstanceYear Entry(int place, Side side, int slot) => ref _entries[(place * Sides + (int)side) * Slots + slot];

    private static int SlotOf(Outcome outcome) => outcome.Child is { } child ? Math.Min(ParentSlots + child, Slots - 1) : outcome.Parent switch
    {
        null => 2,
        Binding.EntityReference.Father => 1,
        _ => 0,
    };

    private static long Region(Outcome outcome, Frame frame)
    {
        AmountReader.Place(frame, outcome);
        var known = Interpreter.TryNumber(outcome.Header.Region, frame, out var division);
        AmountReader.Reset(frame);
        return known ? division : -1;
    }

    /// <summary>The order of the child, or of the youngest that is born; by the dates where no order is stated; 0 without a child.</summary>
    private int OrderOf(Outcome outcome, FamilyFacts family)
    {
        var dates = _dates ??= new ChildDates(family.Vocabulary);
        if (family.Children is not { Count: > 0 } children)
            return 0;
        var child = outcome.Child is { } index && index < children.Count ? children[index] : children.MaxBy(item => dates.IsExpected(item) ? -1 : DayOf(item))!;
        if (dates.Order is { } slot && child.TryGet(slot, out var order))
            return (int)order;
        return 1 + children.Count(other => DayOf(other) < DayOf(child));

        long DayOf(EntityFacts item) => dates.BirthDate is { } birth && item.TryGet(birth, out var day) ? day : 0;
    }
}
