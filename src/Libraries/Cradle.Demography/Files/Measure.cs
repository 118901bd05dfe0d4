using System.Globalization;

namespace Cradle.Demography.Files;

/// <summary>What a column measures: its unit, the range in which a figure is possible, and what a figure beyond it usually is.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Factor">Turns the unit of the file into that of the library.</param>
/// <param name="Least">The least possible figure, in the unit of the file.</param>
/// <param name="Most">The greatest possible figure, in the unit of the file.</param>
/// <param name="Remedy">What to do about a figure that is too great.</param>
internal sealed record Measure(string Name, double Factor, double Least, double Most, string Remedy)
{
    // Twice as many as China ever had at one age and sex.
    private const double MostAtOneAge = 30e6;

    public static Measure Persons { get; } = Counted("population", 1, 0, "in persons");

    public static Measure ThousandPersons { get; } = Counted("population", 1000, 0, "in thousands; these look like persons");

    public static Measure NetPersons { get; } = Counted("net migration", 1, -MostAtOneAge, "in persons");

    public static Measure NetThousandPersons { get; } = Counted("net migration", 1000, -MostAtOneAge / 1000, "in thousands; these look like persons");

    public static Measure Survival { get; } = new("survival ratio", 1, 0, 1, "It is a share between 0 and 1, not a percentage.");

    public static Measure DeathRate { get; } = new("death rate", 1, 0, 3, "It counts deaths per person and year, not per 1,000 or 100,000.");

    public static Measure BirthRate { get; } = new("fertility rate", 1, 0, 1, "It counts births per woman and year, not per 1,000 women.");

    public static Measure BirthRatePerThousand { get; } = new("fertility rate", 1e-3, 0, 1000, "It counts births per 1,000 women and year.");

    public static Measure SexRatio { get; } = new("sex ratio at birth", 1, 0.8, 1.5, "It counts boys per girl, e.g. 1.06, not per 100 girls.");

    public static Measure SexRatioPerHundred { get; } = new("sex ratio at birth", 0.01, 80, 150, "It counts boys per 100 girls, e.g. 106.");

    public static Measure MoveRate { get; } = new("share who move", 1, 0, 1, "It is a share between 0 and 1, not a percentage.");

    /// <summary>The figure of a row in the library's unit; null when it is none or impossible, which is then among the problems.</summary>
    public double? Read(CsvRow row, string column)
    {
        if (row.Number(column) is not { } figure)
            return null;
        if (figure >= Least && figure <= Most)
            return figure * Factor;
        var text = figure.ToString(CultureInfo.InvariantCulture);
        if (figure < 0 && Least >= 0)
            row.Problem($"{column}: {text} is negative, which a {Name} cannot be.", "Correct the figure.");
        else
            row.Problem(string.Create(CultureInfo.InvariantCulture, $"{column}: {text} is not between {Least} and {Most}, where a {Name} lies."), Remedy);
        return null;
    }

    private static Measure Counted(string name, double factor, double least, string unit) =>
        new(name, factor, least, MostAtOneAge / factor, $"The column is {unit}: check the unit.");
}
