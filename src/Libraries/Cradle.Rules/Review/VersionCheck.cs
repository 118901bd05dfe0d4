using System.Text.RegularExpressions;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>
/// Versions of one rule line follow one another without overlap and without gap. A line is the id without a trailing year or date:
/// cn.x, cn.x.2022 and cn.x.2023-07 are versions of cn.x.
/// </summary>
internal static partial class VersionCheck
{
    public static void Run(Quantity quantity, DiagnosticBag diagnostics)
    {
        foreach (var line in quantity.Rules.GroupBy(rule => (rule.Division, rule.IsDraft, Id: Stamp().Replace(rule.Id, ""))).Where(line => line.Count() > 1))
        {
            var versions = line.OrderBy(rule => rule.From ?? DateOnly.MinValue).ToList();
            for (var index = 1; index < versions.Count; index++)
                CheckPair(versions[index - 1], versions[index], diagnostics);
        }
    }

    private static void CheckPair(Rule earlier, Rule later, DiagnosticBag diagnostics)
    {
        if (later.Replaces.Contains(earlier.Id) || earlier.Replaces.Contains(later.Id))
            return;
        if (earlier.Until is not { } until || later.From is not { } from || from <= until)
            diagnostics.Error("CR521", later.Position,
                $"{later.Id} ({Span(later)}) and {earlier.Id} ({Span(earlier)}, at {earlier.Position}) are versions of one rule and overlap.",
                $"End the earlier one the day before the later begins: in-force: {{until: {(later.From is { } start && start > DateOnly.MinValue ? start.AddDays(-1) : later.From):yyyy-MM-dd}}}.");
        else if (from > until.AddDays(1))
            diagnostics.Error("CR522", later.Position,
                $"Between {earlier.Id} (until {until:yyyy-MM-dd}, at {earlier.Position}) and {later.Id} (from {from:yyyy-MM-dd}) no version is in force.",
                "Close the gap, or give the two rules ids of their own if they are different rules.");
    }

    private static string Span(Rule rule) => $"{rule.From?.ToString("yyyy-MM-dd") ?? "always"} to {rule.Until?.ToString("yyyy-MM-dd") ?? "open"}";

    [GeneratedRegex(@"\.\d{4}(?:-\d{2}){0,2}$")]
    private static partial Regex Stamp();
}
