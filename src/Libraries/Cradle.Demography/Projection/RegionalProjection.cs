using Cradle.Demography.Population;

namespace Cradle.Demography.Projection;

/// <summary>
/// Projects divisions side by side and moves people between them at the end of each year, as the United Nations' order has it for all
/// migration (Rogers 1975, the multiregional model, with moves by accounting rather than by one great matrix).
/// </summary>
public static class RegionalProjection
{
    /// <summary>Projects all divisions.</summary>
    /// <param name="divisions">Their inputs, with the same years; net migration is that with places outside all of them.</param>
    /// <param name="moves">Who moves between them; null when nobody does.</param>
    /// <returns>
    /// A path for each division, in the order given. The net migration in the inputs of a path is that with outside and with the other
    /// divisions together.
    /// </returns>
    public static IReadOnlyList<PopulationPath> Project(IReadOnlyList<DivisionInputs> divisions, MoveTable? moves)
    {
        var paths = divisions.Select(division => new PopulationPath(WithOwnMigration(division.Inputs), ProjectionConvention.UnitedNations)).ToList();
        Project(paths, moves, factors: null);
        return paths;
    }

    /// <summary>Projects into paths that exist, whose net migration takes up the moves; factors, one a year, say how many times as many move.</summary>
    internal static void Project(IReadOnlyList<PopulationPath> paths, MoveTable? moves, double[]? factors)
    {
        foreach (var path in paths)
        {
            foreach (var sex in BySex.Order)
                path.Inputs.Start[sex].CopyTo(path.Population[sex][path.Inputs.FirstYear]);
        }

        for (var year = paths[0].Inputs.FirstYear; year <= paths[0].Inputs.LastYear; year++)
        {
            foreach (var path in paths)
                CohortComponent.Step(path, year);
            if (moves is not null)
                Exchange(paths, moves, year, factors?[year - paths[0].Inputs.FirstYear] ?? 1);
        }
    }

    // All streams of a year leave from the same stock, so their order does not matter.
    private static void Exchange(IReadOnlyList<PopulationPath> paths, MoveTable moves, int year, double factor)
    {
        foreach (var sex in BySex.Order)
        {
            var before = paths.Select(path => path.Population[sex][year + 1].ToArray()).ToList();
            foreach (var (from, to, shares) in moves.Streams)
            {
                for (var age = 0; age < Ages.Count; age++)
                {
                    var movers = before[from][age] * shares[sex][year][age] * factor;
                    paths[from].Population[sex][year + 1][age] -= movers;
                    paths[to].Population[sex][year + 1][age] += movers;
                    paths[from].Inputs.NetMigration[sex][year][age] -= movers;
                    paths[to].Inputs.NetMigration[sex][year][age] += movers;
                }
            }
        }
    }

    private static ProjectionInputs WithOwnMigration(ProjectionInputs inputs) =>
        inputs with { NetMigration = inputs.NetMigration.Select(table => table.Between(inputs.FirstYear, inputs.LastYear)) };
}
