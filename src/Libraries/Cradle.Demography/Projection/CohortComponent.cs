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
        var inputs = path.Inputs;
        var convention = path.Convention;
        var atEnd = convention.ShareAtEnd;
        Span<double> early = stackalloc double[2 * Ages.Count];
        scoped ReadOnlySpan<double> men = path.Population.Male[year];
        scoped ReadOnlySpan<double> women = path.Population.Female[year];
        if (atEnd < 1)
        {
            men = WithMigrants(men, inputs.NetMigration.Male[year], 1 - atEnd, early[..Ages.Count]);
            women = WithMigrants(women, inputs.NetMigration.Female[year], 1 - atEnd, early[Ages.Count..]);
        }

        var menAfter = path.Population.Male[year + 1];
        var womenAfter = path.Population.Female[year + 1];
        CohortStep.Survive(men, inputs.Survival.Male[year], menAfter);
        CohortStep.Survive(women, inputs.Survival.Female[year], womenAfter);
        Columns.AddScaled(inputs.NetMigration.Male[year], atEnd, menAfter);
        if (!convention.BirthsCountMigrants)
            path.SetBirths(year, CohortStep.Births(inputs.Fertility[year], women, womenAfter));
        Columns.AddScaled(inputs.NetMigration.Female[year], atEnd, womenAfter);
        // the mean of the two ends as published: migrants of 1 January left out, those of 31 December taken in
        if (convention.BirthsCountMigrants)
            path.SetBirths(year, CohortStep.Births(inputs.Fertility[year], path.Population.Female[year], womenAfter));

        menAfter[0] += path.Births(year, Sex.Male) * inputs.Survival.Male[year][0];
        womenAfter[0] += path.Births(year, Sex.Female) * inputs.Survival.Female[year][0];
    }

    private static Span<double> WithMigrants(ReadOnlySpan<double> people, ReadOnlySpan<double> migrants, double share, Span<double> result)
    {
        people.CopyTo(result);
        Columns.AddScaled(migrants, share, result);
        return result;
    }
}
