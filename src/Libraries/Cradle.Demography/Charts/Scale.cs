using System.Globalization;

namespace Cradle.Demography.Charts;

/// <summary>A linear scale with round ticks, and the unit in which its figures read best.</summary>
internal sealed record Scale(double From, double To, double Step, double Unit, string UnitName)
{
    public IEnumerable<double> Ticks
    {
        get
        {
            for (var tick = 0; From + tick * Step <= To + Step / 1e6; tick++)
                yield return From + tick * Step;
        }
    }

    /// <summary>A scale for counts of persons that holds both ends.</summary>
    public static Scale Of(double least, double most, int ticks)
    {
        var span = Math.Max(most - least, 1e-9);
        var rough = span / ticks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
        var (unit, name) = Math.Max(Math.Abs(least), Math.Abs(most)) switch
        {
            >= 2e6 => (1e6, "million"),
            >= 2e3 => (1e3, "thousand"),
            _ => (1.0, ""),
        };
        return new Scale(Math.Floor(least / step + 1e-9) * step, Math.Ceiling(most / step - 1e-9) * step, step, unit, name);
    }

    public double Place(double value, double start, double end) => start + (value - From) / (To - From) * (end - start);

    public string Label(double value) => (value / Unit).ToString("#,0.###", CultureInfo.InvariantCulture);

    public string In(string what) => UnitName.Length > 0 ? $"{UnitName} {what}" : what;
}
