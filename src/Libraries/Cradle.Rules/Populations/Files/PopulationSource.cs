using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>A population that can be read from the beginning as often as needed, always in the same order, one family at a time.</summary>
public abstract class PopulationSource
{
    /// <summary>What is said of it as a whole.</summary>
    public abstract PopulationHeader Header { get; }

    /// <summary>Something that differs whenever the families differ; a run is resumed only on the same one.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>How many families it has, where that is known without reading it.</summary>
    public virtual long? Count => null;

    /// <summary>Reads the families in order.</summary>
    /// <param name="vocabulary">The vocabulary of the facts.</param>
    /// <param name="cancellation">Stops reading.</param>
    public abstract IEnumerable<FamilyRecord> Read(Vocabulary vocabulary, CancellationToken cancellation = default);
}
