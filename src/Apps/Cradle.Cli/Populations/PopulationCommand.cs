using System.CommandLine;

namespace Cradle.Cli.Populations;

/// <summary><c>cradle population …</c>: populations of families, as input of rehearsals.</summary>
internal static class PopulationCommand
{
    public static Command Create() => new("population", "Checks, converts and makes populations of families.")
    {
        CheckPopulationCommand.Create(),
        ConvertCommand.Create(),
        GenerateCommand.Create(),
    };
}
