using System.Runtime.InteropServices;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Rehearsal;

/// <summary>What a year of one measure does to families. The measure is a touched quantity by its place in the pack, or −1 for money as a whole.</summary>
public readonly record struct MeasureKey(int Year, int Measure)
{
    /// <summary>All cash together.</summary>
    public const int Money = -1;
}

/// <summary>An instance that has a status now and another after, on the last day of a year.</summary>
public readonly record struct TransitionKey(int Year, int Quantity, OutcomeStatus? Now, OutcomeStatus? After);

/// <summary>A conflict that the reform brings, in one family.</summary>
public sealed record NewConflict(long Family, string Id, int Quantity, string Instance, DateOnly Day, IReadOnlyList<string> Rules);

/// <summary>How families come out by one measure in one year.</summary>
public sealed class FamilyChanges
{
    /// <summary>The changes of those that gain or lose, in twelfths of the unit.</summary>
    public ChangeDistribution Distribution { get; internal set; } = new();

    /// <summary>Families for which nothing changes.</summary>
    public long Stay { get; internal set; }

    /// <summary>Families for which facts are missing, or rules differ, so that it cannot be said.</summary>
    public long Undecided { get; internal set; }

    internal void Add(FamilyChanges other)
    {
        Distribution.Add(other.Distribution);
        Stay = checked(Stay + other.Stay);
        Undecided = checked(Undecided + other.Undecided);
    }
}

/// <summary>Everything a rehearsal sums up. Sums of parts are the sum of the whole, in any order.</summary>
public sealed class RehearsalTotals
{
    /// <summary>How many examples of new conflicts are kept.</summary>
    public const int MostExamples = 20;

    /// <summary>Families read.</summary>
    public long Families { get; internal set; }

    /// <summary>Families that they stand for, before the scale of the population.</summary>
    public long Weight { get; internal set; }

    /// <summary>Projected births by year, weighted.</summary>
    public long[] Births { get; internal set; } = new long[RehearsalCalendar.MostYears];

    /// <summary>The sums.</summary>
    public Dictionary<TallyKey, AnnualTally> Tallies { get; } = [];

    /// <summary>How families come out.</summary>
    public Dictionary<MeasureKey, FamilyChanges> Changes { get; } = [];

    /// <summary>Statuses that change, weighted.</summary>
    public Dictionary<TransitionKey, long> Transitions { get; } = [];

    /// <summary>The first new conflicts, in the order of the population.</summary>
    public List<NewConflict> NewConflicts { get; private set; } = [];

    internal AnnualTally Tally(in TallyKey key) => CollectionsMarshal.GetValueRefOrAddDefault(Tallies, key, out _) ??= new AnnualTally();

    /// <summary>Counts the births to come of a family that begins its course.</summary>
    internal void CountBirths(FamilyCourse course, long weight, RehearsalCalendar calendar)
    {
        foreach (var day in course.ComingBirths.Append(course.ExistsFrom).Where(day => day >= calendar.Start.DayNumber))
            for (var year = 0; year < calendar.Years; year++)
                if (day >= calendar.From(year).DayNumber && day <= calendar.Until(year).DayNumber)
                    Births[year] += weight;
    }

    /// <summary>Counts an instance whose status on the last day of a year is not the same in both worlds.</summary>
    internal void Note(int year, int quantity, OutcomeStatus? was, OutcomeStatus? becomes, long weight)
    {
        // where no rule speaks and where none applies a family has nothing, and nothing changes between the two
        if ((was ?? OutcomeStatus.NotEntitled) != (becomes ?? OutcomeStatus.NotEntitled))
            checked { CollectionsMarshal.GetValueRefOrAddDefault(Transitions, new TransitionKey(year, quantity, was, becomes), out _) += weight; }
    }

    internal FamilyChanges Change(in MeasureKey key) => CollectionsMarshal.GetValueRefOrAddDefault(Changes, key, out _) ??= new FamilyChanges();

    internal void Add(RehearsalTotals other)
    {
        Families += other.Families;
        Weight = checked(Weight + other.Weight);
        for (var year = 0; year < Births.Length; year++)
            Births[year] += other.Births[year];
        foreach (var (key, tally) in other.Tallies)
            Tally(key).Add(tally);
        foreach (var (key, changes) in other.Changes)
            Change(key).Add(changes);
        foreach (var (key, weight) in other.Transitions)
            CollectionsMarshal.GetValueRefOrAddDefault(Transitions, key, out _) += weight;
        NewConflicts = [.. NewConflicts.Concat(other.NewConflicts).OrderBy(conflict => conflict.Family).Take(MostExamples)];
    }
}
