using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>Everything that stands in a policies folder, read and bound, with what was found wrong on the way.</summary>
public sealed class PolicyPack
{
    /// <summary>Facts, enumerations and definitions.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>The policy documents and norms by id.</summary>
    public required IReadOnlyDictionary<string, PolicyDocument> Documents { get; init; }

    /// <summary>The parameters by name.</summary>
    public IReadOnlyDictionary<string, Parameter> Parameters { get; init; } = new Dictionary<string, Parameter>();

    /// <summary>The quantities in order of topic and id.</summary>
    public required IReadOnlyList<Quantity> Quantities { get; init; }

    /// <summary>What carries the clauses out beside quantities.</summary>
    public required IReadOnlyList<Coverage> Coverage { get; init; }

    /// <summary>The worked cases.</summary>
    public required IReadOnlyList<WorkedCase> Cases { get; init; }

    /// <summary>The divisions that have rules or figures of their own; 0 is the nation.</summary>
    public required IReadOnlyList<int> Divisions { get; init; }

    /// <summary>What was found while reading and binding.</summary>
    public required DiagnosticBag Diagnostics { get; init; }

    /// <summary>The clause a citation leads to, or null.</summary>
    public Clause? Find(Citation citation) => Documents.GetValueOrDefault(citation.Document)?.Find(citation.Clause);
}
