namespace Cradle.Allocation.Matching.Tables;

/// <summary>One line of the institutions' table.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Priority">The list of applicants as written; null when scores order them.</param>
/// <param name="Rules">The rule of each score column; null when a list orders them.</param>
/// <param name="Reserves">Places of each reserve or quota column.</param>
internal sealed record InstitutionLine(int Line, string? Priority, PointRule[]? Rules, int[] Reserves);
