namespace Cradle.Allocation.Matching.Tables;

/// <summary>What orders applicants at an institution that scores: most points first, then the least lot, then the earlier line.</summary>
internal readonly record struct Standing(double Points, ulong Lot, int Applicant) : IComparable<Standing>
{
    public int CompareTo(Standing other)
    {
        if (Points != other.Points)
            return Points > other.Points ? -1 : 1;
        return Lot != other.Lot ? (Lot < other.Lot ? -1 : 1) : Applicant.CompareTo(other.Applicant);
    }

    public static bool operator <(Standing left, Standing right) => left.CompareTo(right) < 0;

    public static bool operator >(Standing left, Standing right) => left.CompareTo(right) > 0;

    public static bool operator <=(Standing left, Standing right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Standing left, Standing right) => left.CompareTo(right) >= 0;
}
