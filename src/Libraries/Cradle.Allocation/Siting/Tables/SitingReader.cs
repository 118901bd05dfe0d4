using System.Globalization;
using Cradle.Allocation.Input;
using Cradle.Allocation.Siting.Networks;

namespace Cradle.Allocation.Siting.Tables;

/// <summary>
/// Reads a siting problem from a folder of tables: <c>settings.csv</c>, <c>sites.csv</c>, <c>demand.csv</c> and, as the settings ask, <c>distances.csv</c>
/// (site, point, distance), <c>edges.csv</c> (from, to, length) and <c>districts.csv</c> (district, population). The columns are in the library's README.
/// </summary>
public sealed class SitingReader
{
    private const string DemandColumn = "demand";

    private readonly string folder;
    private readonly List<InputProblem> problems = [];
    private readonly List<SiteLine> sites = [];
    private readonly List<DemandLine> points = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> districts = new(StringComparer.Ordinal);

    private SitingReader(string folder) => this.folder = folder;

    /// <summary>Reads the tables.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">Something in the tables is wrong; every problem is listed.</exception>
    public static SitingTables Read(string folder) => new SitingReader(folder).Read();

    private SitingTables Read()
    {
        var settings = new SitingSettings(PathOf("settings.csv"), problems);
        ReadSites();
        ReadPoints();
        if (settings.Number("places-per-thousand") is not null && points.Count > 0)
            ReadDistricts();
        if (settings.Objective == "cover" && settings.Number("radius") is null)
            problems.Add(new InputProblem(PathOf("settings.csv"), 0, "", "objective cover needs a radius; add a row such as radius,500"));
        Stop();
        var distances = settings.Distance switch
        {
            "table" => ReadDistances(),
            "network" => ReadNetwork(),
            _ => Straight(),
        };
        Stop();
        var composition = new SitingComposition(settings, sites, points, districts, distances, PathOf("districts.csv"), problems);
        var tables = composition.Compose();
        Stop();
        return tables;
    }

    private string PathOf(string file) => Path.Combine(folder, file);

    private void Stop()
    {
        if (problems.Count > 0)
            throw new InputException(problems);
    }

    private void ReadSites()
    {
        IReadOnlyList<string> columns = [];
        new CsvFile(PathOf("sites.csv"), problems).Read(["site", "x", "y"], header => columns = header, row =>
        {
            var site = new SiteLine(
                row.Id("site") ?? "", row.AnyNumber("x") ?? 0, row.AnyNumber("y") ?? 0,
                Optional(row, "cost", 0), Optional(row, "capacity", double.PositiveInfinity), IsYes(row),
                Optional(row, "upgrade-capacity", 0), Optional(row, "upgrade-cost", 0), columns.Contains("district") ? row["district"].ToString() : "");
            if (site.Id.Length > 0 && !ids.Add(site.Id))
                row.Problem("site", $"'{site.Id}' stands on an earlier line too; keep one of them or give this one another id");
            sites.Add(site);
        });

        double Optional(CsvRow row, string column, double otherwise) =>
            !columns.Contains(column) || row[column].IsEmpty ? otherwise : row.Number(column) ?? otherwise;

        bool IsYes(CsvRow row)
        {
            if (!columns.Contains("existing") || row["existing"] is "" or "no")
                return false;
            if (row["existing"] is not "yes")
                row.Problem("existing", $"'{row["existing"]}' is neither yes nor no; write yes, or leave it empty for no");
            return true;
        }
    }

    private void ReadPoints()
    {
        List<string> periods = [];
        new CsvFile(PathOf("demand.csv"), problems).Read(["point", "x", "y"], header =>
        {
            periods = [.. header.Where(name => name == DemandColumn || name.StartsWith(DemandColumn + ":", StringComparison.Ordinal))];
            if (periods.Count == 0)
                problems.Add(new InputProblem(PathOf("demand.csv"), 1, "", "a column demand is needed, or one for each period: demand:1, demand:2"));
            else if (periods.Count > 1 || periods[0] != DemandColumn)
                for (var period = 1; period <= periods.Count; period++)
                    if (periods[period - 1] != string.Create(CultureInfo.InvariantCulture, $"{DemandColumn}:{period}"))
                        problems.Add(new InputProblem(PathOf("demand.csv"), 1, periods[period - 1], string.Create(CultureInfo.InvariantCulture, $"stands where {DemandColumn}:{period} should; periods are numbered from 1 and stand in order")));
        }, row =>
        {
            var demands = new double[periods.Count];
            for (var period = 0; period < demands.Length; period++)
                demands[period] = row.Number(periods[period]) ?? 0;
            var point = new DemandLine(row.Id("point") ?? "", row.AnyNumber("x") ?? 0, row.AnyNumber("y") ?? 0, demands);
            if (point.Id.Length > 0 && !ids.Add(point.Id))
                row.Problem("point", $"'{point.Id}' stands on an earlier line, or is a site; ids are unique among both; give this one another");
            points.Add(point);
        });
    }

    private void ReadDistricts()
    {
        var columns = points.Count > 0 && points[0].Demands.Length > 1
            ? Enumerable.Range(1, points[0].Demands.Length).Select(period => string.Create(CultureInfo.InvariantCulture, $"population:{period}")).ToArray()
            : ["population"];
        new CsvFile(PathOf("districts.csv"), problems).Read(["district", .. columns], _ => { }, row =>
        {
            var populations = new double[columns.Length];
            for (var period = 0; period < populations.Length; period++)
                populations[period] = row.Number(columns[period]) ?? 0;
            if (row.Id("district") is { } id && !districts.TryAdd(id, populations))
                row.Problem("district", $"'{id}' stands on an earlier line too; keep one of them");
        });
        foreach (var site in sites.Where(site => !districts.ContainsKey(site.District)))
            problems.Add(new InputProblem(PathOf("sites.csv"), 0, "district", $"site '{site.Id}' is in '{site.District}', which districts.csv does not name; correct it or add the district there"));
    }

    private double[][] Straight() =>
        [.. sites.Select(site => points.Select(point => Math.Sqrt(((site.X - point.X) * (site.X - point.X)) + ((site.Y - point.Y) * (site.Y - point.Y)))).ToArray())];

    private double[][] ReadDistances()
    {
        var distances = sites.Select(_ => Enumerable.Repeat(double.PositiveInfinity, points.Count).ToArray()).ToArray();
        var site = sites.Select((line, index) => (line.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var point = points.Select((line, index) => (line.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        new CsvFile(PathOf("distances.csv"), problems).Read(["site", "point", "distance"], _ => { }, row =>
        {
            if (!site.TryGetValue(row["site"].ToString(), out var from))
                row.Problem("site", $"'{row["site"]}' is no site of sites.csv; correct it or add the site there");
            else if (!point.TryGetValue(row["point"].ToString(), out var to))
                row.Problem("point", $"'{row["point"]}' is no point of demand.csv; correct it or add the point there");
            else if (double.IsFinite(distances[from][to]))
                row.Problem("distance", $"the way from '{row["site"]}' to '{row["point"]}' stands on an earlier line too; keep one of them");
            else
                distances[from][to] = row.Number("distance") ?? 0;
        });
        return distances;
    }

    private double[][] ReadNetwork()
    {
        var vertices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in sites.Select(site => site.Id).Concat(points.Select(point => point.Id)))
            vertices.TryAdd(id, vertices.Count);
        var edges = new List<(int, int, double)>();
        new CsvFile(PathOf("edges.csv"), problems).Read(["from", "to", "length"], _ => { }, row =>
        {
            if (row.Id("from") is { } from && row.Id("to") is { } to && row.Number("length") is { } length)
                edges.Add((Vertex(from), Vertex(to), length));
        });
        var network = new RoadNetwork(vertices.Count);
        foreach (var (from, to, length) in edges)
            network.Connect(from, to, length);
        var rows = network.Distances(sites.Select(site => vertices[site.Id]));
        return Array.ConvertAll(rows, row => points.Select(point => row[vertices[point.Id]]).ToArray());

        int Vertex(string id)
        {
            vertices.TryAdd(id, vertices.Count);
            return vertices[id];
        }
    }
}
