namespace Cradle.Rules.Rehearsal;

/// <summary>What a year changes for each family: by touched quantity, and in cash as a whole.</summary>
internal sealed class YearChanges(IReadOnlyList<MeasuredQuantity> quantities, RehearsalTotals totals)
{
    private readonly Dictionary<(int Family, int Measure), (long Change, bool IsOpen)> _changes = [];
    private readonly int[] _measures = [.. MeasuresOf(quantities)];

    public void Clear() => _changes.Clear();

    /// <summary>Adds an instance in one world.</summary>
    /// <param name="key">The instance.</param>
    /// <param name="entry">Its year.</param>
    /// <param name="otherIsConflict">Whether it is in conflict in the other world.</param>
    public void Add(in EntryKey key, in InstanceYear entry, bool otherIsConflict)
    {
        var change = (key.Family, MeasureOf(quantities[key.Place]));
        var (amount, isOpen) = _changes.GetValueOrDefault(change);
        _changes[change] = (checked(amount + (key.Side == Side.After ? entry.Amount : -entry.Amount)), isOpen || entry.IsOpen || entry.IsConflict != otherIsConflict);
    }

    /// <summary>Counts the families: those that gain or lose, those that do not, those of which it cannot be said.</summary>
    public void Count(int year, IEnumerable<(int Family, long Weight)> families)
    {
        foreach (var (family, weight) in families)
            foreach (var measure in _measures)
            {
                var (change, isOpen) = _changes.GetValueOrDefault((family, measure));
                var all = totals.Change(new MeasureKey(year, measure));
                if (isOpen)
                    all.Undecided = checked(all.Undecided + weight);
                else if (change == 0)
                    all.Stay = checked(all.Stay + weight);
                else
                    all.Distribution.Add(change, weight);
            }
    }

    private static int MeasureOf(MeasuredQuantity quantity) => quantity.IsCash ? MeasureKey.Money : quantity.Index;

    private static IEnumerable<int> MeasuresOf(IReadOnlyList<MeasuredQuantity> quantities) => quantities
        .Where(quantity => quantity.IsTouched && (quantity.IsCash || Annualisation.Of(quantity.Header.Unit) != AmountBasis.None)).Select(MeasureOf).Distinct();
}
