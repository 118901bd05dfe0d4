namespace Cradle.Allocation.Matching.Certificates;

/// <summary>Something that makes an assignment not hold: an applicant who would rather go to an institution that would rather have the applicant, or a broken rule.</summary>
/// <param name="Applicant">The applicant's id, or empty.</param>
/// <param name="Institution">The institution's id, or empty.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record Objection(string Applicant, string Institution, string Reason);
