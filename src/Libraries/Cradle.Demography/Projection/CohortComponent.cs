using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Projection;

/// <summary>
/// Cohort-component projection in annual steps by single age and sex (Leslie 1945 in its usual accounting form; Preston, Heuveline
/// and Guillot, <i>Demography</i>, 2001, chapter 6). The steps and their order are those of the <see cref="ProjectionConvention"/>.
/// </summary>
public static class CohortComponent
{
    /// <summary>Projects one population.</summary>
    /// <param name="inputs">Start, rates and migration.</param>
    /// <param name="convention">The order of the steps; the United Nations' when left out.</param>
    /// <returns>The population of every 1 January and the births of every year, in persons.</returns>
    /// <exception cref="ArgumentException">The parts of the inputs have different years.</exception>
    public static PopulationPath Project(ProjectionInputs inputs, ProjectionConvention? convention = null)
    {
        var path = new PopulationPath(inputs, convention ?? ProjectionConvention.UnitedNations);
        Project(path);
        return path;
    }

    /// <summary>Projects again into a path that exists: nothing is allocated, so thousands of runs can share one.</summary>
    /// <param name="path">Holds the inputs; its population and births are overwritten.</param>
    public static void Project(PopulationPath path)
    {
        var inputs = path.Inputs;
        foreach (var sex in BySex.Order)
            inputs.Start[sex].CopyTo(path.Population[sex][inputs.FirstYear]);
        for (var year = inputs.FirstYear; year <= inputs.LastYear; year++)
            Step(path, year);
    }

    internal static void Step(PopulationPath path, int year)
    {
        if (path.Convention.ShareAtEnd < 1)
        {
            StepWithEarlyMigrants(path, year);
            return;
        }

        Step(path, year, path.Population.Male[year], path.Population.Female[year]);
    }

    // apart, so that the usual step has no scratch columns to clear
    private static void StepWithEarlyMigrants(PopulationPath path, int year)
    {
        Span<double> men = stackalloc double[Ages.Count];
        Span<double> women = stackalloc double[Ages.Count];
        path.Population.Male[year].CopyTo(men);
        path.Population.Female[year].CopyTo(women);
        Columns.AddScaled(path.Inputs.NetMigration.Male[year], 1 - path.Convention.ShareAtEnd, men);
        Columns.AddScaled(path.Inputs.NetMigration.Female[year], 1 - path.Convention.ShareAtEnd, women);
        Step(path, year, men, women);
    }

    private static void Step(PopulationPath path, int year, ReadOnlySpan<double> men, ReadOnlySpan<double> women)
    {
        var inputs = path.Inputs;
        var convention = path.Convention;
        var menAfter = path.Population.Male[year + 1];
        var womenAfter = path.Population.Female[year + 1];
        CohortStep.Survive(men, inputs.Survival.Male[year], inputs.NetMigration.Male[year], convention.ShareAtEnd, menAfter);
        // the mean of the two ends as published: migrants of 1 January left out, those of 31 December taken in
        var counted = convention.BirthsCountMigrants ? path.Population.Female[year] : women;
        path.SetBirths(year, CohortStep.SurviveAndBear(
            women, inputs.Survival.Female[year], inputs.NetMigration.Female[year], convention.ShareAtEnd, womenAfter,
            inputs.Fertility[year], counted, convention.BirthsCountMigrants ? convention.ShareAtEnd : 0));

        menAfter[0] += path.Births(year, Sex.Male) * inputs.Survival.Male[year][0];
        womenAfter[0] += path.Births(year, Sex.Female) * inputs.Survival.Female[year][0];
    }
}
