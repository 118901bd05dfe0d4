using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// Reads a reform and lays it over a pack. The pack itself is not changed. A rule that the reform changes ends the day before the reform begins; its
/// successor has the same id with <see cref="Mark"/>, and is replaced and restated by whatever replaced and restated the old one.
/// </summary>
public static class ReformReader
{
    /// <summary>What the id of a changed rule ends with.</summary>
    public const string Mark = "+reform";

    /// <summary>Reads the text of a reform.</summary>
    /// <param name="pack">The pack it is laid over, without errors.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="name">The name of the file, for findings.</param>
    /// <param name="always">As if it had always been in force: for asking what worked cases of any day would answer.</param>
    public static ReformedPack Read(PolicyPack pack, string text, string name, bool always = false)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var finding in pack.Diagnostics)
            diagnostics.Add(finding);
        if (text.IndexOf('\uFFFD', StringComparison.Ordinal) is >= 0 and var unread)
        {
            diagnostics.Error("CR010", new SourcePosition(name, 1 + text.AsSpan(0, unread).Count('\n'), 1), "The file is not UTF-8 text.", "Save it as UTF-8; other encodings would turn its Chinese into other characters.");
            return new ReformedPack(null, Copy(pack, diagnostics));
        }

        using var reader = new StringReader(text);
        if (YamlMap.Load(reader, name, diagnostics) is not { } map)
            return new ReformedPack(null, Copy(pack, diagnostics));
        var id = map.Required("reform");
        var label = map.RequiredTexts("label");
        var about = map.RequiredTexts("about");
        var from = map.Date("from");
        if (from is null && !map.Has("from"))
            diagnostics.Error("CR003", map.Position, "`from` is missing.", "Add the first day on which the rules of the reform are in force, e.g. `from: 2027-01-01`.");
        var begins = from ?? DateOnly.MinValue;
        var clause = Document(id, label, always ? null : begins, map.Position);
        var documents = new Dictionary<string, PolicyDocument>(pack.Documents.ToDictionary()) { [clause.Document.Id] = clause.Document };
        var figures = new ParameterEdit(pack, diagnostics) { From = begins, Always = always, Cite = clause.Cite };
        var parameters = map.Maps("parameters");
        foreach (var entry in parameters)
            figures.Apply(entry);
        pack = figures.Pack();
        var edit = new PackEdit(pack, documents, diagnostics) { From = begins, Always = always, Cite = clause.Cite };
        var entries = map.Maps("changes");
        if (entries.Count == 0 && parameters.Count == 0)
            diagnostics.Error("CR701", map.Position, "The reform changes nothing.", "Add `changes:` with at least one quantity, or `parameters:`; see docs/reforms.md.");
        foreach (var entry in entries)
            edit.Apply(entry);
        map.Close();
        var reform = new Reform { Id = id, Label = label, About = about, From = begins, FromPosition = map.PositionOf("from"), Changes = [.. figures.Changes, .. edit.Changes] };
        return new ReformedPack(reform, Copy(pack, diagnostics, edit.Quantities, documents, edit.Divisions));
    }

    private static (PolicyDocument Document, Citation Cite) Document(string id, Bilingual label, DateOnly? from, SourcePosition position)
    {
        var clause = new Clause
        {
            Document = "reform", Number = id, Title = label, Part = Bilingual.Empty, Kinds = [], Strength = "must", Words = [], Actors = [], Figures = [],
            SaysZh = [], SaysEn = [], Systems = [], Refers = [], Position = position,
        };
        var document = new PolicyDocument
        {
            Id = "reform", Short = new Bilingual("改革方案", "reform"), Title = label, Division = 0, From = from, Standing = Standing.InForce, Confirmed = true,
            Signatories = [], Clauses = [clause], Tasks = [],
        };
        return (document, new Citation("reform", id));
    }

    private static PolicyPack Copy(
        PolicyPack pack, DiagnosticBag diagnostics, IReadOnlyList<Quantity>? quantities = null, IReadOnlyDictionary<string, PolicyDocument>? documents = null, IReadOnlyList<int>? divisions = null) => new()
    {
        Vocabulary = pack.Vocabulary,
        Documents = documents ?? pack.Documents,
        Quantities = quantities ?? pack.Quantities,
        Parameters = pack.Parameters,
        Coverage = pack.Coverage,
        Cases = pack.Cases,
        Divisions = divisions ?? pack.Divisions,
        Diagnostics = diagnostics,
    };
}
