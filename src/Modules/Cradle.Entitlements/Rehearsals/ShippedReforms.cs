using Cradle.Rules.Packs;
using Cradle.Rules.Rehearsal;

namespace Cradle.Entitlements.Rehearsals;

/// <summary>A reform that stands ready to be rehearsed.</summary>
public sealed record ShippedReform(string Id, Bilingual Label, Bilingual About, string Text);

/// <summary>The reforms in the folder of examples, read once.</summary>
public sealed class ShippedReforms
{
    public ShippedReforms(PolicyPack pack, string folder) => All =
    [
        .. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => (Text: File.ReadAllText(path), Name: Path.GetFileName(path)))
            .Select(file => (file.Text, Read: ReformReader.Read(pack, file.Text, file.Name)))
            .Where(file => !file.Read.Pack.Diagnostics.HasErrors)
            .Select(file => new ShippedReform(file.Read.Reform!.Id, file.Read.Reform.Label, file.Read.Reform.About, file.Text)),
    ];

    public IReadOnlyList<ShippedReform> All { get; }

    public ShippedReform? Find(string? id) => All.FirstOrDefault(reform => reform.Id == id);
}
