namespace Cradle.Rules.Rehearsal;

/// <summary>The two worlds that are compared.</summary>
public enum Side
{
    /// <summary>The pack as it stands.</summary>
    Now,

    /// <summary>The pack with the reform.</summary>
    After,
}

/// <summary>By what a sum is split.</summary>
public enum Split
{
    /// <summary>Not at all: the whole quantity.</summary>
    Quantity,

    /// <summary>By the rule that gave the answer, and so by clause.</summary>
    Rule,

    /// <summary>By the place whose rules were asked.</summary>
    Division,

    /// <summary>By the birth order of the child, or of the youngest child of the family.</summary>
    BirthOrder,
}

/// <summary>Which sum: year counted from 0, world, quantity by its place in the pack, split and its key (rule index, division, birth order).</summary>
public readonly record struct TallyKey(int Year, Side Side, int Quantity, Split Split, long Key);

/// <summary>Sums of a year, weighted. Amounts are in twelfths of the unit, exact. What is unknown is bounded apart and in no other sum.</summary>
public sealed class AnnualTally
{
    /// <summary>What is due.</summary>
    public Int128 Due { get; set; }

    /// <summary>What is offered without a personal claim: what it comes to if all who may pay it do.</summary>
    public Int128 Offered { get; set; }

    /// <summary>The least that the unknown may come to.</summary>
    public Int128 UnknownLow { get; set; }

    /// <summary>The most that the unknown may come to, as far as it is bounded.</summary>
    public Int128 UnknownHigh { get; set; }

    /// <summary>Instances (children, parents, births, families) that get something in the year.</summary>
    public long Recipients { get; set; }

    /// <summary>Instances for which it is unknown in some month.</summary>
    public long Unknown { get; set; }

    /// <summary>Those of them for which no bound is known.</summary>
    public long Unbounded { get; set; }

    /// <summary>Instances in conflict in some month; their amounts are in no sum.</summary>
    public long Conflicts { get; set; }

    /// <summary>Adds another.</summary>
    public void Add(AnnualTally other)
    {
        checked
        {
            Due += other.Due;
            Offered += other.Offered;
            UnknownLow += other.UnknownLow;
            UnknownHigh += other.UnknownHigh;
            Recipients += other.Recipients;
            Unknown += other.Unknown;
            Unbounded += other.Unbounded;
            Conflicts += other.Conflicts;
        }
    }
}
