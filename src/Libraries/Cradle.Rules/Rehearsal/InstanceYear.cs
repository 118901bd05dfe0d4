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
    public long Weight;
    public long Division;
    public int BirthOrder;

    public readonly long Amount => checked(Due + Offered);

    public readonly void AddTo(AnnualTally tally)
    {
        checked
        {
            tally.Due += (Int128)Due * Weight;
            tally.Offered += (Int128)Offered * Weight;
            tally.UnknownLow += (Int128)UnknownLow * Weight;
            tally.UnknownHigh += (Int128)UnknownHigh * Weight;
            tally.Recipients += Amount != 0 ? Weight : 0;
            tally.Unknown += IsUnknown ? Weight : 0;
            tally.Unbounded += IsUnbounded ? Weight : 0;
            tally.Conflicts += IsConflict ? Weight : 0;
        }
    }
}
