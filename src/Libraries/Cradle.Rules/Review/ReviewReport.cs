using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>What the review of a pack found.</summary>
/// <param name="Diagnostics">Everything found while the pack was read, bound and reviewed, by file and line.</param>
/// <param name="Coverage">How far the clauses are carried out.</param>
public sealed record ReviewReport(DiagnosticBag Diagnostics, CoverageReport Coverage)
{
    /// <summary>Whether any finding is an error: then the pack may not be used.</summary>
    public bool HasErrors => Diagnostics.HasErrors;
}
