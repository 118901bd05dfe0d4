using System.Globalization;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>What stands before the header of a table: <c># as-of: 2026-12-31</c>, <c># synthetic: true</c>, <c># scale: 10/1</c> …</summary>
internal static class CsvRemarks
{
    public static PopulationHeader Header(CsvRows rows) => new()
    {
        AsOf = rows.Remarks.TryGetValue("as-of", out var day)
            ? DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf) ? asOf : throw Wrong(rows, "as-of", "2026-12-31")
            : null,
        IsSynthetic = rows.Remarks.TryGetValue("synthetic", out var synthetic)
            && (synthetic is "true" or "false" ? synthetic == "true" : throw Wrong(rows, "synthetic", "true")),
        Label = new Bilingual(rows.Remarks.GetValueOrDefault("label", rows.Name), rows.Remarks.GetValueOrDefault("label-en", rows.Remarks.GetValueOrDefault("label", rows.Name))),
        Source = rows.Remarks.GetValueOrDefault("source", ""),
        Scale = rows.Remarks.TryGetValue("scale", out var scale) ? Scale(rows, scale) : SampleScale.One,
    };

    public static long? Number(CsvRows rows, string key) => !rows.Remarks.TryGetValue(key, out var text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(rows, key, "1000");

    private static SampleScale Scale(CsvRows rows, string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator) && numerator > 0
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator) && denominator > 0
            ? new SampleScale(numerator, denominator) : throw Wrong(rows, "scale", "10/1");
    }

    private static PopulationFileException Wrong(CsvRows rows, string key, string form) =>
        new(rows.Name, 1, $"`# {key}:` cannot be understood.", $"Write it as `# {key}: {form}`.");
}
