using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>A population that is held in memory.</summary>
public sealed class FamilyList(PopulationHeader header, IReadOnlyList<FamilyRecord> families) : PopulationSource
{
    /// <inheritdoc/>
    public override PopulationHeader Header => header;

    /// <inheritdoc/>
    public override string Fingerprint => $"list-{families.Count}-{(families.Count == 0 ? "" : families[^1].Id)}";

    /// <inheritdoc/>
    public override long? Count => families.Count;

    /// <inheritdoc/>
    public override IEnumerable<FamilyRecord> Read(Vocabulary vocabulary, CancellationToken cancellation = default) => families;
}
