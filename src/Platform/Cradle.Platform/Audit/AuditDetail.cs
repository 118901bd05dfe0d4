using System.Text.Json;

namespace Cradle.Platform.Audit;

/// <summary>What the details of an entry say that readers of the log ask for.</summary>
public sealed record AuditDetail
{
    private static readonly AuditDetail Nothing = new();

    /// <summary>How an attempt ended, by its code.</summary>
    public string? Outcome { get; private init; }

    /// <summary>The protected fields that were shown in full, by their codes.</summary>
    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>The record that a file belongs to.</summary>
    public AuditSubject? About { get; private init; }

    /// <summary>Reads those of an entry.</summary>
    public static AuditDetail Of(AuditEntry entry)
    {
        if (entry.Detail is null)
        {
            return Nothing;
        }

        using var json = JsonDocument.Parse(entry.Detail);
        return json.RootElement.ValueKind != JsonValueKind.Object ? Nothing : new AuditDetail
        {
            Outcome = Text("outcome"),
            Fields = (Text("field") ?? Text("fields"))?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            About = Text("about") is { } kind && Guid.TryParse(Text("id"), out var id) ? new AuditSubject(kind, id) : null,
        };

        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
