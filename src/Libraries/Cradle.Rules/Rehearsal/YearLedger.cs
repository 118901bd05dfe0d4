using System.Runtime.InteropServices;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>Keeps the year of some families, instance by instance, and books it into the totals when the year is over.</summary>
internal sealed class YearLedger(IReadOnlyList<MeasuredQuantity> quantities, RehearsalTotals totals, CompiledPolicy now, CompiledPolicy after)
{
    private readonly Dictionary<EntryKey, InstanceYear> _entries = [];
    private readonly Dictionary<(int Place, long Division), bool> _reached = [];
    private readonly YearChanges _changes = new(quantities, totals);
    private readonly ChildDates _dates = new(now.Pack.Vocabulary);

    /// <summary>Begins with other families.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Enters one amount, by instance and by rule.</summary>
    /// <param name="year">The year.</param>
    /// <param name="key">The instance.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="amount">What it comes to.</param>
    /// <param name="frame">The family on the day of the outcome.</param>
    /// <param name="weight">How many families it stands for.</param>
    public void Enter(int year, in EntryKey key, in SeenOutcome outcome, in ObservedAmount amount, Frame frame, long weight)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out var isSeen);
        if (!isSeen)
            (entry.Weight, entry.Division, entry.BirthOrder) = (weight, Region(outcome, frame), OrderOf(outcome, frame.Family));
        var before = entry;
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
        entry.IsOpen |= amount.IsUnknown && Reaches(key.Place, entry.Division);
        entry.IsUnbounded |= amount is { IsUnknown: true, Bounds: null };
        if (outcome.Rule is not { } rule || isConflict)
            return;
        var byRule = new InstanceYear
        {
            Due = amount.Due, Offered = amount.Offered, UnknownLow = amount.Bounds?.Low ?? 0, UnknownHigh = amount.Bounds?.High ?? 0,
            IsUnknown = entry.IsUnknown && !before.IsUnknown, IsUnbounded = entry.IsUnbounded && !before.IsUnbounded, Weight = weight,
        };
        byRule.AddTo(totals.Tally(new TallyKey(year, key.Side, quantities[key.Place].Index, Split.Rule, rule.Index)));
    }

    /// <summary>Books the year and begins the next.</summary>
    /// <param name="year">The year.</param>
    /// <param name="families">The families that exist at its end, with how many each stands for.</param>
    public void Close(int year, IEnumerable<(int Family, long Weight)> families)
    {
        _changes.Clear();
        foreach (var (key, entry) in _entries)
        {
            var quantity = quantities[key.Place];
            entry.AddTo(totals.Tally(new TallyKey(year, key.Side, quantity.Index, Split.Quantity, 0)));
            entry.AddTo(totals.Tally(new TallyKey(year, key.Side, quantity.Index, Split.Division, entry.Division)));
            entry.AddTo(totals.Tally(new TallyKey(year, key.Side, quantity.Index, Split.BirthOrder, entry.BirthOrder)));
            if (quantity.IsTouched)
                _changes.Add(key, entry, _entries.GetValueOrDefault(key with { Side = Side.Now + (Side.After - key.Side) }).IsConflict);
        }

        _changes.Count(year, families);
        _entries.Clear();
    }

    private bool Reaches(int place, long division)
    {
        if (!_reached.TryGetValue((place, division), out var reaches))
            _reached[(place, division)] = reaches = quantities[place].Reaches(division, now, after);
        return reaches;
    }

    private static long Region(in SeenOutcome outcome, Frame frame)
    {
        AmountReader.Place(frame, outcome);
        var known = Interpreter.TryNumber(outcome.Header.Region, frame, out var division);
        AmountReader.Reset(frame);
        return known ? division : -1;
    }

    /// <summary>The order of the child, or of the youngest that is born; by the dates where no order is stated; 0 without a child.</summary>
    private int OrderOf(in SeenOutcome outcome, FamilyFacts family)
    {
        if (family.Children is not { Count: > 0 } children)
            return 0;
        var child = outcome.Child is { } index && index < children.Count ? children[index] : children.MaxBy(item => _dates.IsExpected(item) ? -1 : DayOf(item))!;
        if (_dates.Order is { } slot && child.TryGet(slot, out var order))
            return (int)order;
        return 1 + children.Count(other => DayOf(other) < DayOf(child));

        long DayOf(EntityFacts item) => _dates.BirthDate is { } birth && item.TryGet(birth, out var day) ? day : 0;
    }
}

/// <summary>An instance of a quantity in one world, of one of the families at hand.</summary>
/// <param name="Family">The number of the family among them.</param>
/// <param name="Place">The place of the quantity among those followed.</param>
/// <param name="Side">The world.</param>
/// <param name="Slot">See <see cref="SeenOutcome.Slot"/>.</param>
internal readonly record struct EntryKey(int Family, int Place, Side Side, int Slot)
{
    public override int GetHashCode() => ((Family * 128 + Place) * 2 + (int)Side) * SeenOutcome.Slots + Slot;
}
