namespace Cradle.Rules.Rehearsal;

/// <summary>What one instance (a child, a parent, the family) gets from one quantity in one year in one world, in twelfths of the unit.</summary>
internal struct InstanceYear
{
    public long Due;
    public long Offered;
    public long UnknownLow;
    public long UnknownHigh;
    public bool IsUnknown;
    public bool IsUnbounded;
    public bool IsConflict;
    public bool IsOpen;
    public bool IsSeen;
    public long Division;
    public int BirthOrder;

    public readonly long Amount => checked(Due + Offered);

    public readonly void AddTo(AnnualTally tally, long weight)
    {
        checked
        {
            tally.Due += (Int128)Due * weight;
            tally.Offered += (Int128)Offered * weight;
            tally.UnknownLow += (Int128)UnknownLow * weight;
            tally.UnknownHigh += (Int128)UnknownHigh * weight;
            tally.Recipients += Amount != 0 ? weight : 0;
            tally.Unknown += IsUnknown ? weight : 0;
            tally.Unbounded += IsUnbounded ? weight : 0;
            tally.Conflicts += IsConflict ? weight : 0;
        }
    }
}
