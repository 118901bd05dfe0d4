using System.Globalization;

namespace Cradle.Entitlements.Rehearsals;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Text">The value in words.</param>
/// <param name="Tone">ok, soon or done, as the charts of the design name their colours.</param>
public sealed record Bar(string Label, double Value, string Text, string Tone);

/// <summary>A small chart of bars that lie, drawn on the server; the table beside it says the same in figures.</summary>
public sealed class BarChart(string title, IReadOnlyList<Bar> bars)
{
    public const int Width = 340;
    private const int RowHeight = 46;
    private const int BarHeight = 16;
    private const int LabelHeight = 20;
    private const int TextRoom = 118;

    public string Title => title;

    public int Height => bars.Count * RowHeight;

    public IEnumerable<PlacedBar> Placed()
    {
        var most = Math.Max(1, bars.Max(bar => Math.Abs(bar.Value)));
        return bars.Select((bar, row) => new PlacedBar(bar, row * RowHeight + LabelHeight - 5, row * RowHeight + LabelHeight, BarHeight,
            Math.Max(bar.Value == 0 ? 0 : 2, Math.Abs(bar.Value) / most * (Width - TextRoom))));
    }

    /// <summary>A number as SVG writes it.</summary>
    public static string At(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

public sealed record PlacedBar(Bar Bar, int LabelY, int Y, int Height, double Length)
{
    public double TextX => Length + 6;

    public int TextY => Y + 13;
}
