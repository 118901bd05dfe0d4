using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// Carries a family through the years of a rehearsal with births at constant rates. A first birth of the last twelve months comes again every year, in a
/// family like that one, all dates later. A further birth comes to a family by the rate of its order; whether and when is drawn from the seed, the
/// family's id and the year, so that both worlds, and every run, see the same births.
/// </summary>
internal sealed class BirthProjection(Vocabulary vocabulary, RehearsalCalendar calendar, BirthRates? rates, ulong seed)
{
    private const int ShortestGapMonths = 10;

    // What a newborn takes over from the sibling before it; care, kindergarten and dates of its own are not known yet.
    private static readonly string[] Inherited = ["registered", "household_registration", "difficult_birth"];

    private readonly ChildDates _dates = new(vocabulary);
    private readonly FactDefinition[] _inherited = [.. Inherited.Select(path => vocabulary.Find(EntityKind.Child, path)).OfType<FactDefinition>()];
    private readonly ILookup<EntityKind, int> _dateSlots = vocabulary.Facts.Where(fact => fact.Type.Kind == ValueKind.Date).ToLookup(fact => fact.Entity, fact => fact.Slot);

    /// <summary>The family itself, and the families that come into being like it.</summary>
    public IEnumerable<FamilyCourse> Courses(FamilyRecord record)
    {
        var own = record.Facts.Copy();
        if (rates is null)
        {
            yield return Course(own, [], 0);
            yield break;
        }

        var dates = _dates.Of(record.Facts);
        // a family that expects a child has its birth of the first year already
        var isExpecting = own.Children?.Exists(_dates.IsExpected) == true;
        yield return Course(own, Further(own, dates, record.Id, isExpecting ? 1 : 0), 0);
        if (dates.Count == 0 || dates[0] < calendar.Start.AddMonths(-RehearsalCalendar.Months).DayNumber || dates[0] >= calendar.Start.DayNumber)
            yield break;
        for (var year = rates.HitsFirst(Mix(Hash(record.Id) - 1)) ? 0 : 1; year < calendar.Years; year++)
        {
            var like = Later(record.Facts, (year + 1) * RehearsalCalendar.Months);
            var born = _dates.Of(like);
            yield return Course(like, Further(like, born, $"{record.Id}~{year + 1}", year + 1), born[0]);
        }
    }

    private FamilyCourse Course(FamilyFacts facts, IEnumerable<(long Day, EntityFacts Child)> births, long existsFrom)
    {
        // a child that is stated but not born on the first day waits for its day, unless it is stated as expected
        var early = new List<(long Day, EntityFacts Child)>();
        if (existsFrom == 0 && _dates.BirthDate is { } slot && facts.Children is { } children)
        {
            early = [.. children.Where(child => !_dates.IsExpected(child) && child.TryGet(slot, out var day) && day > calendar.Start.DayNumber)
                .Select(child => (child.TryGet(slot, out var day) ? day : 0, child))];
            children.RemoveAll(child => early.Exists(item => ReferenceEquals(item.Child, child)));
            if (early.Count > 0 && vocabulary.Find(EntityKind.Family, "child_count") is { } count && facts.Family.TryGet(count.Slot, out var stated))
                facts.Family.Set(count.Slot, stated - early.Count);
        }

        return new FamilyCourse(facts, early.Concat(births).OrderBy(birth => birth.Day), _dates, existsFrom);
    }

    private List<(long Day, EntityFacts Child)> Further(FamilyFacts family, IReadOnlyList<long> dates, string id, int firstYear)
    {
        var births = new List<(long, EntityFacts)>();
        if (_dates.BirthDate is not { } birthDate || family.Children is not { Count: > 0 } children || dates.Count == 0)
            return births;
        var (youngest, born) = (dates[^1], dates.Count);
        var sibling = children.MaxBy(child => child.TryGet(birthDate, out var day) ? day : 0)!;
        var last = sibling;
        var hash = Hash(id);
        for (var year = firstYear; year < calendar.Years; year++)
        {
            var (from, until) = (calendar.From(year).DayNumber, calendar.Until(year).DayNumber);
            var chance = Mix(hash + (ulong)year);
            if (!BirthRates.IsExposed(youngest, from) || !rates!.Hits(born + 1, chance))
                continue;
            var day = from + (long)((UInt128)Mix(chance) * (ulong)(until - from + 1) >> 64);
            day = Math.Min(until, Math.Max(day, DateOnly.FromDayNumber((int)youngest).AddMonths(ShortestGapMonths).DayNumber));
            last = Newborn(family, sibling, last, day);
            births.Add((day, last));
            (youngest, born) = (day, born + 1);
        }

        return births;
    }

    private EntityFacts Newborn(FamilyFacts family, EntityFacts sibling, EntityFacts before, long day)
    {
        var child = family.New(EntityKind.Child);
        foreach (var fact in _inherited)
            if (sibling.TryGet(fact.Slot, out var value))
                child.Set(fact.Slot, value);
        child.Set(_dates.BirthDate!.Value, day);
        _dates.Presumptions.Complete(child);
        if (vocabulary.Find(EntityKind.Child, "babies") is { } babies)
            child.Set(babies.Slot, 1);
        if (_dates.Order is { } order && before.TryGet(order, out var previous))
            child.Set(order, previous + 1);
        return child;
    }

    /// <summary>The same family so many months later: every date of it moves.</summary>
    private FamilyFacts Later(FamilyFacts family, int months)
    {
        var later = family.Copy();
        Shift(later.Family, EntityKind.Family, months);
        Shift(later.Mother, EntityKind.Parent, months);
        Shift(later.Father, EntityKind.Parent, months);
        foreach (var child in later.Children ?? [])
            Shift(child, EntityKind.Child, months);
        foreach (var elder in (later.MotherElders ?? []).Concat(later.FatherElders ?? []))
            Shift(elder, EntityKind.Elder, months);
        return later;
    }

    private void Shift(EntityFacts facts, EntityKind kind, int months)
    {
        foreach (var slot in _dateSlots[kind])
            if (facts.TryGet(slot, out var day))
                facts.Set(slot, DateOnly.FromDayNumber((int)day).AddMonths(months).DayNumber);
    }

    private ulong Hash(string id)
    {
        var hash = 14695981039346656037UL ^ Mix(seed);   // FNV-1a
        foreach (var sign in id)
            hash = (hash ^ sign) * 1099511628211UL;
        return hash;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ value >> 27) * 0x94D049BB133111EBUL;
        return value ^ value >> 31;
    }
}
