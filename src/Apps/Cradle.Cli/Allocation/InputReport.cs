using Cradle.Allocation.Input;

namespace Cradle.Cli.Allocation;

/// <summary>Tells what is wrong in an input: all of it as JSON, the first hundred lines in text.</summary>
internal static class InputReport
{
    private const int MostLines = 100;

    public static int Refuse(InputException exception, bool json)
    {
        foreach (var problem in exception.Problems.Take(MostLines))
            Console.Error.WriteLine(problem);
        if (exception.Problems.Count > MostLines)
            Console.Error.WriteLine($"… and {exception.Problems.Count - MostLines} more; --json lists them all.");
        if (json)
            JsonOutput.Write(new { Errors = exception.Problems });
        return ExitCodes.Finding;
    }
}
