using System.Text.Json;
using Cradle.Governance.Assessment;

namespace Cradle.Governance.Reports;

/// <summary>One task as a report tells of it.</summary>
public sealed record ReportedTask(int Number, string Part, string Title, string Lead, string Joint, string Deadline, string Standing, DateOnly? ClosedOn, string LastReport);

/// <summary>A figure by name.</summary>
public sealed record ReportedFigure(string Name, decimal Value, string Unit);

/// <summary>Everything a report shows, as it was on one day. The report is drawn from this alone.</summary>
public sealed record ReportSnapshot(string Division, string Place, int Year, DateOnly TakenOn, IReadOnlyList<ReportedFigure> Figures, IReadOnlyList<ReportedTask> Tasks, IReadOnlyList<IndicatorScore> Indicators);

/// <summary>A section in words.</summary>
public sealed record ReportSection(string Heading, string Text);

/// <summary>A figure that the text states, and why it may differ from the ledger.</summary>
public sealed record StatedFigure(string Name, decimal Value, string? Why = null);

/// <summary>A stated figure that is not the ledger's.</summary>
public sealed record FigureDifference(string Name, decimal Stated, decimal? Ledger, string? Why);

/// <summary>Reads what a report holds, and compares it.</summary>
public static class ReportFigures
{
    public static ReportSnapshot Snapshot(AnnualReport report) => JsonSerializer.Deserialize<ReportSnapshot>(report.Snapshot, JsonSerializerOptions.Web)!;

    public static IReadOnlyList<ReportSection> Sections(AnnualReport report) => JsonSerializer.Deserialize<List<ReportSection>>(report.Sections, JsonSerializerOptions.Web)!;

    /// <summary>Figures of the text that are not those of the snapshot.</summary>
    public static IReadOnlyList<FigureDifference> Differences(AnnualReport report)
    {
        var ledger = Snapshot(report).Figures.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal);
        return
        [
            .. JsonSerializer.Deserialize<List<StatedFigure>>(report.Stated, JsonSerializerOptions.Web)!
                .Where(stated => !ledger.TryGetValue(stated.Name, out var value) || value != stated.Value)
                .Select(stated => new FigureDifference(stated.Name, stated.Value, ledger.TryGetValue(stated.Name, out var value) ? value : null, stated.Why)),
        ];
    }
}
