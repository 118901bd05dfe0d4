using System.Globalization;
using Cradle.Demography.Files;

namespace Cradle.Cli.Demography;

/// <summary>Sees that a folder is the nation of which others are the divisions.</summary>
internal static class NationalCase
{
    // further apart it is another unit, or divisions are missing
    private const double MostApart = 0.25;

    public static ProjectionCase Of(ProjectionCase divisions, ProjectionCase nation, string folder)
    {
        if (nation.Divisions.Count > 1)
            throw Refused(folder, $"The nation's inputs have {nation.Divisions.Count} divisions.", "Name a folder of one population.");
        if (nation.From != divisions.From || nation.To != divisions.To)
            throw Refused(folder, $"The nation's inputs serve {nation.From} to {nation.To}, the divisions' {divisions.From} to {divisions.To}.", "Give the nation all those years, or choose fewer by --from and --to.");
        var (sum, whole) = (divisions.Divisions.Sum(division => division.Inputs.StartingPersons), nation.Divisions[0].Inputs.StartingPersons);
        if (!(Math.Abs(sum / whole - 1) <= MostApart))
            throw Refused(folder, string.Create(CultureInfo.InvariantCulture, $"On 1 January {nation.From} the nation has {whole:#,0} persons and its divisions have {sum:#,0}."), "Check the unit of both, and that no division is missing.");
        return nation;
    }

    private static ProjectionInputException Refused(string folder, string problem, string remedy) => new([new InputProblem(folder, 0, problem, remedy)]);
}
