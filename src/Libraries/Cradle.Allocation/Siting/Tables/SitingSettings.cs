using System.Globalization;
using Cradle.Allocation.Input;

namespace Cradle.Allocation.Siting.Tables;

/// <summary>What a plan is for and what it must keep to: the rows <c>key,value</c> of <c>settings.csv</c>.</summary>
internal sealed class SitingSettings
{
    private static readonly string[] Known =
        ["objective", "sites", "budget", "radius", "max-distance", "cost-per-distance", "places-per-thousand", "distance", "assignment"];

    private readonly Dictionary<string, (string Value, int Line)> values = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly List<InputProblem> problems;

    public SitingSettings(string file, List<InputProblem> problems)
    {
        this.file = file;
        this.problems = problems;
        new CsvFile(file, problems).Read(["key", "value"], _ => { }, row =>
        {
            var key = row["key"].ToString();
            if (!Known.Contains(key))
                row.Problem("key", $"'{key}' is not known; write one of {string.Join(", ", Known)}");
            else if (!values.TryAdd(key, (row["value"].ToString(), row.Line)))
                row.Problem("key", $"'{key}' stands on an earlier line too; keep one of them");
        }, mayBeEmpty: true);
        Objective = Choice("objective", "median", "cost", "cover", "center");
        Distance = Choice("distance", "straight", "table", "network");
        Splittable = Choice("assignment", "single", "split") == "split";
    }

    public string Objective { get; }

    public string Distance { get; }

    public bool Splittable { get; }

    public double? Number(string key)
    {
        if (!values.TryGetValue(key, out var found))
            return null;
        if (double.TryParse(found.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0)
            return number;
        problems.Add(new InputProblem(file, found.Line, key, $"'{found.Value}' is not a number from 0; {CsvRow.Decimal}"));
        return null;
    }

    /// <summary>A whole number that fits; null after a problem or when it is not set.</summary>
    public int? Count(string key)
    {
        if (Number(key) is not { } number)
            return null;
        if (Math.Floor(number) == number && number <= int.MaxValue)
            return (int)number;
        problems.Add(new InputProblem(file, values[key].Line, key, $"'{values[key].Value}' is not a whole number; write digits only, such as 20"));
        return null;
    }

    private string Choice(string key, params string[] choices)
    {
        if (!values.TryGetValue(key, out var found))
            return choices[0];
        if (choices.Contains(found.Value))
            return found.Value;
        problems.Add(new InputProblem(file, found.Line, key, $"'{found.Value}' is not known; write one of {string.Join(", ", choices)}"));
        return choices[0];
    }
}
