namespace Cradle.Demography.Files;

/// <summary>Collects what is wrong, so that a user mends a folder in one go and not error by error.</summary>
internal sealed class ProblemList
{
    private readonly List<InputProblem> problems = [];

    public bool IsEmpty => problems.Count == 0;

    public void Add(string file, int line, string reason, string remedy) => problems.Add(new InputProblem(file, line, reason, remedy));

    /// <summary>Whether something is wrong in a file already, so that what it lacks may be in the rows refused.</summary>
    public bool Concern(string file) => problems.Exists(problem => problem.File == file);

    public void ThrowIfAny()
    {
        if (problems.Count > 0)
            throw new ProjectionInputException([.. problems]);
    }
}
