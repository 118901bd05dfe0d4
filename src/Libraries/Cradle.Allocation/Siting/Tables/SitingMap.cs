using System.Globalization;
using System.Security;

namespace Cradle.Allocation.Siting.Tables;

/// <summary>Draws a plan as SVG: demand points sized by demand, opened sites, and a line from each point to the site that serves it.</summary>
public static class SitingMap
{
    private const double Size = 800, Margin = 20;

    /// <summary>Writes the map; of several periods the last is drawn.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="tables">The problem with its places.</param>
    /// <param name="plan">The plan.</param>
    public static void Write(TextWriter writer, SitingTables tables, SitingPlan plan)
    {
        double left = tables.Places.Values.Min(place => place.X), top = tables.Places.Values.Max(place => place.Y);
        var span = Math.Max(1e-9, Math.Max(tables.Places.Values.Max(place => place.X) - left, top - tables.Places.Values.Min(place => place.Y)));
        var scale = (Size - (2 * Margin)) / span;
        var largest = Math.Max(1e-9, tables.Problem.Demands.Max());
        var last = tables.Customers.Max(customer => customer.Period);
        writer.Write(Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Size} {Size}\" role=\"img\">"));
        foreach (var service in plan.Services.Where(service => tables.Customers[service.Customer].Period == last))
        {
            var (x1, y1) = At(tables.Customers[service.Customer].Point);
            var (x2, y2) = At(tables.Options[service.Option].Site);
            writer.Write(Line($"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"#888\" stroke-width=\"1\"/>"));
            var radius = 2 + (6 * Math.Sqrt(tables.Problem.Demands[service.Customer] / largest));
            writer.Write(Line($"<circle cx=\"{x1:0.#}\" cy=\"{y1:0.#}\" r=\"{radius:0.#}\" fill=\"#4a7ab5\"><title>{SecurityElement.Escape(tables.Customers[service.Customer].Point)}</title></circle>"));
        }

        foreach (var option in plan.Open.Select(option => tables.Options[option]))
        {
            var (x, y) = At(option.Site);
            writer.Write(Line($"<rect x=\"{x - 7:0.#}\" y=\"{y - 7:0.#}\" width=\"14\" height=\"14\" fill=\"{(option.Kind == SiteOptionKind.Kept ? "#555" : "#c0392b")}\"><title>{SecurityElement.Escape(option.Site)}</title></rect>"));
        }

        writer.Write("</svg>\n");

        (double X, double Y) At(string id) => (Margin + ((tables.Places[id].X - left) * scale), Margin + ((top - tables.Places[id].Y) * scale));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture) + "\n";
}
