using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Projection;

/// <summary>A projected population: the stock of every 1 January, and the flows of every year between two of them.</summary>
public sealed class PopulationPath
{
    private readonly double[] births;

    /// <summary>Makes an empty path for <see cref="CohortComponent.Project(PopulationPath)"/>.</summary>
    /// <param name="inputs">What will be projected.</param>
    /// <param name="convention">The order of the steps.</param>
    /// <exception cref="ArgumentException">The parts of the inputs have different years.</exception>
    public PopulationPath(ProjectionInputs inputs, ProjectionConvention convention)
    {
        inputs.Validate();
        Inputs = inputs;
        Convention = convention;
        births = new double[inputs.Years];
        Population = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years + 1));
    }

    /// <summary>What was projected.</summary>
    public ProjectionInputs Inputs { get; private set; }

    /// <summary>The order of the steps.</summary>
    public ProjectionConvention Convention { get; }

    /// <summary>Persons on 1 January, from the first year projected to the year after the last.</summary>
    public BySex<AgeTable> Population { get; }

    /// <summary>Takes other inputs of the same years, to be projected into the same memory.</summary>
    /// <param name="inputs">The other inputs.</param>
    /// <exception cref="ArgumentException">Their years differ.</exception>
    public void Take(ProjectionInputs inputs)
    {
        if (inputs.FirstYear != Inputs.FirstYear || inputs.Years != Inputs.Years)
            throw new ArgumentException("A path holds one range of years; make another path for another range.", nameof(inputs));
        Inputs = inputs;
    }

    /// <summary>All persons on 1 January of a year.</summary>
    /// <param name="year">The year.</param>
    public double Total(int year) => Total(year, Sex.Male) + Total(year, Sex.Female);

    /// <summary>The persons of one sex on 1 January of a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    public double Total(int year, Sex sex) => Columns.Sum(Population[sex][year]);

    /// <summary>Live births in a year.</summary>
    /// <param name="year">The year.</param>
    public double Births(int year) => births[year - Inputs.FirstYear];

    /// <summary>Live births of one sex in a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    public double Births(int year, Sex sex) => Births(year) * Inputs.ShareOfBirths(year, sex);

    /// <summary>Net migrants of one sex in a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    public double NetMigration(int year, Sex sex) => Columns.Sum(Inputs.NetMigration[sex][year]);

    /// <summary>Deaths of one sex in a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    public double Deaths(int year, Sex sex)
    {
        Span<double> deaths = stackalloc double[Ages.Count];
        Deaths(year, sex, deaths);
        return Columns.Sum(deaths);
    }

    /// <summary>
    /// Deaths of one sex in a year by cohort: at index 0 among the year's births, at 1 … 99 among those who would have reached that age
    /// by the end of the year, at 100 among those 99 and over at its beginning.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    /// <param name="deaths">Receives 101 figures.</param>
    public void Deaths(int year, Sex sex, Span<double> deaths)
    {
        Span<double> exposed = stackalloc double[Ages.Count];
        Population[sex][year].CopyTo(exposed);
        Columns.AddScaled(Inputs.NetMigration[sex][year], 1 - Convention.ShareAtEnd, exposed);
        var survival = Inputs.Survival[sex][year];
        for (var age = 1; age < Ages.Open; age++)
            deaths[age] = exposed[age - 1] * (1 - survival[age]);
        deaths[Ages.Open] = (exposed[Ages.Open - 1] + exposed[Ages.Open]) * (1 - survival[Ages.Open]);
        deaths[0] = Births(year, sex) * (1 - survival[0]);
    }

    /// <summary>Births in a year by the age of the mother.</summary>
    /// <param name="year">The year.</param>
    /// <param name="byAge">Receives 101 figures, which add up to <see cref="Births(int)"/>.</param>
    public void Births(int year, Span<double> byAge)
    {
        Span<double> both = stackalloc double[Ages.Count];
        Population.Female[year].CopyTo(both);
        Columns.AddScaled(Population.Female[year + 1], 1, both);
        if (!Convention.BirthsCountMigrants)
            Columns.AddScaled(Inputs.NetMigration.Female[year], 1 - 2 * Convention.ShareAtEnd, both);
        for (var age = 0; age < Ages.Count; age++)
            byAge[age] = Inputs.Fertility[year][age] * both[age] / 2;
    }

    internal void SetBirths(int year, double number) => births[year - Inputs.FirstYear] = number;
}
