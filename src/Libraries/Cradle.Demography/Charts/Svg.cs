using System.Globalization;
using System.Net;
using System.Text;

namespace Cradle.Demography.Charts;

/// <summary>Writes the few shapes that the charts need, with figures rounded to a tenth of a pixel.</summary>
internal sealed class Svg
{
    public const string Ink = "#1f2933";
    public const string Faint = "#7b8794";
    public const string Grid = "#e4e7eb";
    public const string Blue = "#2f6f8f";
    public const string Coral = "#c8553d";
    private readonly StringBuilder body = new();
    private readonly int width;
    private readonly int height;
    private readonly string title;

    public Svg(int width, int height, string title, string subtitle, string source)
    {
        (this.width, this.height, this.title) = (width, height, title);
        Text(24, 34, title, 18, Ink, weight: 600);
        Text(24, 56, subtitle, 12.5, Faint);
        Text(24, height - 16, source, 11, Faint);
    }

    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public Svg Line(double x1, double y1, double x2, double y2, string colour)
    {
        body.Append(CultureInfo.InvariantCulture, $"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{colour}\"/>\n");
        return this;
    }

    public Svg Bar(double x, double y, double width, double height, string colour)
    {
        body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{colour}\"/>\n");
        return this;
    }

    public Svg Path(IEnumerable<(double X, double Y)> points, string stroke, string fill = "none", double opacity = 1, double strokeWidth = 1.6)
    {
        var path = string.Join(' ', points.Select((point, index) => $"{(index == 0 ? 'M' : 'L')}{N(point.X)} {N(point.Y)}")) + (fill == "none" ? "" : " Z");
        body.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{fill}\" fill-opacity=\"{opacity}\" stroke=\"{stroke}\" stroke-width=\"{strokeWidth}\" stroke-linejoin=\"round\"/>\n");
        return this;
    }

    public Svg Text(double x, double y, string text, double size, string colour, string anchor = "start", int weight = 400)
    {
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{colour}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\">{WebUtility.HtmlEncode(text)}</text>\n");
        return this;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{WebUtility.HtmlEncode(title)}" font-family="'Noto Sans','Noto Sans CJK SC',system-ui,sans-serif">
        <rect width="{width}" height="{height}" fill="#ffffff"/>
        {body}</svg>

        """);
}
