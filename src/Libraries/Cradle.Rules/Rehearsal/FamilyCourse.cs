using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// One family through the years: children join the list on the day they are born, an expected child is born on its due date, and the number of children
/// follows. Every other fact stays as it was stated.
/// </summary>
internal sealed class FamilyCourse
{
    private readonly ChildDates _dates;
    private readonly int? _count;
    private readonly Queue<(long Day, EntityFacts Child)> _coming;

    /// <param name="facts">The family; it is changed.</param>
    /// <param name="births">Children still to be born, in order of their days.</param>
    /// <param name="dates">How birth dates are read.</param>
    /// <param name="existsFrom">The day on which the family comes into being.</param>
    public FamilyCourse(FamilyFacts facts, IEnumerable<(long Day, EntityFacts Child)> births, ChildDates dates, long existsFrom = 0)
    {
        (Facts, _dates, ExistsFrom) = (facts, dates, existsFrom);
        _count = facts.Vocabulary.Find(EntityKind.Family, "child_count")?.Slot;
        _coming = new Queue<(long, EntityFacts)>(births);
    }

    /// <summary>The family as of the last day it was brought to.</summary>
    public FamilyFacts Facts { get; }

    /// <summary>The day number on which the family comes into being; 0 where it always was.</summary>
    public long ExistsFrom { get; }

    /// <summary>The days of projected births.</summary>
    public IEnumerable<long> ComingBirths => _coming.Select(birth => birth.Day);

    /// <summary>Brings the family to a later day; says whether that changes any of its facts.</summary>
    public bool Advance(DateOnly day)
    {
        var isChanged = false;
        Facts.AsOf = day;
        while (_coming.TryPeek(out var next) && next.Day <= day.DayNumber)
        {
            isChanged = true;
            Facts.Children!.Add(_coming.Dequeue().Child);
            if (_count is { } slot && Facts.Family.TryGet(slot, out var children))
                Facts.Family.Set(slot, children + 1);
        }

        if (_dates.Expected is { } expected && Facts.Children is { } list)
            foreach (var child in list)
                if (_dates.IsExpected(child) && child.TryGet(_dates.BirthDate!.Value, out var due) && due <= day.DayNumber)
                {
                    isChanged = true;
                    child.Set(expected, 0);
                }

        return isChanged;
    }
}
