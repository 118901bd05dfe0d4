namespace Cradle.Allocation.Matching.Reasons;

/// <summary>Why an applicant has no place at an institution that was asked.</summary>
/// <param name="Choice">Which preference it was, from 1.</param>
/// <param name="Institution">The institution.</param>
/// <param name="Cause">What decided.</param>
/// <param name="Place">The applicant's place among those who asked, from 1; 0 when the institution does not take the applicant.</param>
/// <param name="Capacity">Places of the institution.</param>
/// <param name="Otherwise">The place that the applicant would have had with one more in a scored column, by column; only where it is better.</param>
public sealed record Reason(int Choice, int Institution, ReasonCause Cause, int Place, int Capacity, IReadOnlyList<(string Column, int Place)> Otherwise);
