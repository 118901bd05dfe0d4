using System.Globalization;

namespace Cradle.Linkage.Models;

/// <summary>A model as it stands in YAML.</summary>
internal sealed class ModelDocument
{
    public int Version { get; set; }
    public List<string> IdColumns { get; set; } = [];
    public List<string> UniqueSources { get; set; } = [];
    public int Seed { get; set; } = 1;
    public string? LinkAt { get; set; }
    public string? ReviewAt { get; set; }
    public List<FieldDocument> Fields { get; set; } = [];
    public List<string> Passes { get; set; } = [];
    public List<ClassDocument>? Classes { get; set; }

    public static ModelDocument Of(LinkageModel model) => new()
    {
        Version = ModelFile.CurrentVersion,
        IdColumns = [.. model.IdColumns],
        UniqueSources = [.. model.UniqueSources],
        Seed = model.Seed,
        LinkAt = model.LinkAt is { } link ? ModelFile.Number(link) : null,
        ReviewAt = ModelFile.Number(model.ReviewAt),
        Fields = [.. model.Fields.Select(FieldDocument.Of)],
        Passes = [.. model.Passes.Select(pass => pass.ToString())],
        Classes = model.Parameters is { } trained ? [.. trained.Classes.Select(item => ClassDocument.Of(item, model))] : null,
    };

    public LinkageModel ToModel()
    {
        if (Version != ModelFile.CurrentVersion)
        {
            throw new ModelException($"version {Version} is not known, write version: {ModelFile.CurrentVersion}");
        }

        var fields = Fields.Select(field => field.ToField()).ToList();
        var model = new LinkageModel(IdColumns, fields, [.. Passes.Select(Pass)], UniqueSources, Seed,
            Classes is { Count: >= 2 } ? new TrainedParameters([.. Classes.Select(item => item.ToClass(fields))]) : null,
            LinkAt is null ? null : Probability(LinkAt, "link_at"), ReviewAt is null ? new LinkageModel([], [], [], []).ReviewAt : Probability(ReviewAt, "review_at"));
        foreach (var part in model.Passes.SelectMany(pass => pass.Parts))
        {
            model.Field(part.Field);
        }

        return model;
    }

    private static double Probability(string text, string what) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1
            ? value : throw new ModelException($"{what}: {text} is no probability from 0 to 1");

    private static BlockingPass Pass(string text) => new([.. text.Split('+', StringSplitOptions.TrimEntries).Select(Part)]);

    private static KeyPart Part(string text)
    {
        var parts = text.Split(':', 2);
        return parts.Length == 1 ? new KeyPart(parts[0])
            : Enum.TryParse<KeyForm>(parts[1], ignoreCase: true, out var form) ? new KeyPart(parts[0], form)
            : throw new ModelException($"passes: {text}: the form is one of value, sound, start");
    }
}

/// <summary>A field as it stands in YAML.</summary>
internal sealed class FieldDocument
{
    public string Name { get; set; } = "";
    public FieldKind Kind { get; set; }
    public List<string> Columns { get; set; } = [];
    public bool TermFrequency { get; set; }

    public static FieldDocument Of(FieldModel field) => new() { Name = field.Name, Kind = field.Kind, Columns = [.. field.Columns], TermFrequency = field.TermFrequency };

    public FieldModel ToField() => Name.Length > 0 && Columns.Count > 0 ? new FieldModel(Name, Kind, Columns, TermFrequency)
        : throw new ModelException("a field needs a name and at least one column");
}

/// <summary>A class of pairs as it stands in YAML.</summary>
internal sealed class ClassDocument
{
    public string Name { get; set; } = "";
    public string Share { get; set; } = "";
    public Dictionary<string, string> Levels { get; set; } = [];

    public static ClassDocument Of(PairClass item, LinkageModel model) => new()
    {
        Name = item.Name,
        Share = ModelFile.Number(item.Share),
        Levels = model.Fields.Select((field, i) => (field.Name, Text: string.Join(' ', item.Levels[i].Select(ModelFile.Number)))).ToDictionary(pair => pair.Name, pair => pair.Text),
    };

    public PairClass ToClass(IReadOnlyList<FieldModel> fields) => new(Name, Number(Share, "share"),
        [.. fields.Select(field => Levels.TryGetValue(field.Name, out var text)
            ? (IReadOnlyList<double>)[.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Number(word, field.Name))]
            : throw new ModelException($"class {Name}: no levels for the field {field.Name}"))]);

    private double Number(string text, string what) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value : throw new ModelException($"class {Name}: {what}: '{text}' is no number");
}
