using System.Globalization;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>What stands before the header of a table: <c># as-of: 2026-12-31</c>, <c># synthetic: true</c>, <c># scale: 10/1</c> …</summary>
internal static class CsvRemarks
{
    public static PopulationHeader Header(CsvRows rows) => Header(rows.Name, rows.Remarks);

    /// <param name="name">The table.</param>
    /// <param name="remarks">What is said of it, by key.</param>
    public static PopulationHeader Header(string name, IReadOnlyDictionary<string, string> remarks) => new()
    {
        AsOf = remarks.TryGetValue("as-of", out var day)
            ? DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf) ? asOf : throw Wrong(name, "as-of", "2026-12-31")
            : null,
        IsSynthetic = remarks.TryGetValue("synthetic", out var synthetic)
            && (synthetic is "true" or "false" ? synthetic == "true" : throw Wrong(name, "synthetic", "true")),
        Label = new Bilingual(remarks.GetValueOrDefault("label", name), remarks.GetValueOrDefault("label-en", remarks.GetValueOrDefault("label", name))),
        Source = remarks.GetValueOrDefault("source", ""),
        Scale = remarks.TryGetValue("scale", out var scale) ? Scale(name, scale) : SampleScale.One,
    };

    public static long? Number(CsvRows rows, string key) => !rows.Remarks.TryGetValue(key, out var text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(rows.Name, key, "1000");

    private static SampleScale Scale(string name, string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator) && numerator > 0
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator) && denominator > 0
            ? new SampleScale(numerator, denominator) : throw Wrong(name, "scale", "10/1");
    }

    private static PopulationFileException Wrong(string name, string key, string form) =>
        new(name, 1, $"`# {key}:` cannot be understood.", $"Write it as `# {key}: {form}`.");
}
