namespace Cradle.Demography.Files;

/// <summary>Inputs from which nothing may be projected, with every problem found.</summary>
/// <param name="problems">At least one.</param>
public sealed class ProjectionInputException(IReadOnlyList<InputProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Every problem, in the order of files and lines.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = problems;
}
