namespace Cradle.Rules.Populations.Synthetic;

/// <summary>One synthetic family before it has facts: the days on which its births fell, oldest first, and how many babies each brought.</summary>
internal sealed class DraftFamily
{
    public List<(int Day, int Babies)> Births { get; } = [];
}

/// <summary>
/// Places births of given years into families, in the order of time. A first birth begins a family; a later one comes to a family that waits for it, within
/// the gaps assumed. So the births of every year are exactly those planned, whatever the orders. A family whose elder children would be born before the
/// first year gets them there, outside the years that are planned.
/// </summary>
internal sealed class BirthPlan(SyntheticAssumptions assumptions, DateOnly from, DateOnly until)
{
    private const int Attempts = 24;
    private const int DaysOfMonth = 30;

    /// <summary>Draws the families of so many births a calendar year.</summary>
    public List<DraftFamily> Draw(IReadOnlyDictionary<int, long> births, Chance chance)
    {
        var families = new List<DraftFamily>();
        List<DraftFamily>[] waiting = [[], [], []];   // by children they have: none of 0, then 1, then 2 and more
        foreach (var (year, count) in births.OrderBy(pair => pair.Key))
            foreach (var (day, babies) in Days(year, count, chance))
            {
                var order = assumptions.List("order").Draw(chance) switch { "first" => 0, "second" => 1, _ => 2 };
                var family = Mother(waiting[order], order, day, chance);
                if (family is null)
                    families.Add(family = Begin(order, day, chance));
                family.Births.Add((day, babies));
                waiting[Math.Min(family.Births.Count, 2)].Add(family);
            }

        return families;
    }

    private List<(int Day, int Babies)> Days(int year, long count, Chance chance)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (begin, end) = ((from > first ? from : first).DayNumber, (until < last ? until : last).DayNumber);
        var days = new List<(int, int)>();
        for (var left = count; left > 0;)
        {
            var babies = left > 1 && chance.PerThousand(assumptions.Share("twins")) ? 2 : 1;
            days.Add(((int)chance.Between(begin, end), babies));
            left -= babies;
        }

        days.Sort();
        return days;
    }

    /// <summary>A family that waits for a birth of this order; it waits no longer.</summary>
    private DraftFamily? Mother(List<DraftFamily> waiting, int order, int day, Chance chance)
    {
        if (order == 0)
            return null;
        for (var attempt = 0; attempt < Attempts && waiting.Count > 0; attempt++)
        {
            var index = (int)chance.Below(waiting.Count);
            var gap = day - waiting[index].Births[^1].Day;
            if (gap < assumptions.Share("gap-least") * DaysOfMonth || gap > assumptions.Share("gap-most") * DaysOfMonth)
                continue;
            var family = waiting[index];
            waiting[index] = waiting[^1];
            waiting.RemoveAt(waiting.Count - 1);
            return family;
        }

        return null;
    }

    private DraftFamily Begin(int order, int day, Chance chance)
    {
        var family = new DraftFamily();
        var earlier = day;
        for (var missing = order; missing > 0; missing--)
        {
            var gap = (int)chance.Between(assumptions.Share("gap-least") * DaysOfMonth, assumptions.Share("gap-most") * DaysOfMonth);
            earlier = Math.Min(earlier - gap, from.DayNumber - 1);
            if (day - earlier > (order + 1) * assumptions.Share("gap-most") * DaysOfMonth)
                return new DraftFamily();   // too long ago to be theirs: then it is a first birth
            family.Births.Insert(0, (earlier, 1));
        }

        return family;
    }
}
