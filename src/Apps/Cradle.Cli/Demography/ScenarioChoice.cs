using Cradle.Demography.Files;
using Cradle.Demography.Scenarios;

namespace Cradle.Cli.Demography;

/// <summary>What the options make of the inputs before anything is projected.</summary>
internal static class ScenarioChoice
{
    public static ProjectionCase Apply(ProjectionCase data, string variant, string? file)
    {
        var chosen = variant switch { "low" => Scenario.Low(data.From), "high" => Scenario.High(data.From), _ => Scenario.Medium };
        if (file is not null && !File.Exists(file))
            throw new UsageException($"There is no file {file}.");
        IEnumerable<Scenario> scenarios = file is null ? [chosen] : [chosen, ScenarioFile.Read(file)];
        foreach (var scenario in scenarios.Where(scenario => scenario != Scenario.Medium))
            data = data with { Divisions = [.. data.Divisions.Select(division => division with { Inputs = Applied(scenario, division.Inputs) })] };
        return data;
    }

    private static Cradle.Demography.Projection.ProjectionInputs Applied(Scenario scenario, Cradle.Demography.Projection.ProjectionInputs inputs)
    {
        try
        {
            return scenario.Apply(inputs);
        }
        catch (ArgumentOutOfRangeException impossible)
        {
            throw new ProjectionInputException([new InputProblem(scenario.Name, 0, impossible.Message.Split(" (Parameter")[0].Split('\n')[0], "Choose a smaller change.")]);
        }
    }
}
