namespace Cradle.Allocation.Matching.Tables;

/// <summary>Who asks an institution.</summary>
/// <param name="Applicant">The applicant.</param>
/// <param name="Preference">Which of the preferences of all applicants it is.</param>
/// <param name="Hash">Hash of the applicant's id.</param>
internal readonly record struct Asker(int Applicant, int Preference, uint Hash);
