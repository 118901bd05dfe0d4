using Cradle.Demography.Files;

namespace Cradle.Cli.Demography;

/// <summary>Says what is wrong with the inputs: every problem in JSON, the first hundred as text.</summary>
internal static class ProjectionProblems
{
    private const int MostLines = 100;

    public static void Print(ProjectionInputException broken, bool json)
    {
        foreach (var problem in broken.Problems.Take(MostLines))
            Console.Error.WriteLine(problem);
        if (broken.Problems.Count > MostLines)
            Console.Error.WriteLine($"… and {broken.Problems.Count - MostLines} more; --json lists all.");
        Console.Error.WriteLine($"Nothing is written: {broken.Problems.Count} {(broken.Problems.Count == 1 ? "problem" : "problems")}.");
        if (json)
            JsonOutput.Write(new { Errors = broken.Problems.Select(problem => new { problem.File, problem.Line, problem.Reason, problem.Remedy }) });
    }
}
