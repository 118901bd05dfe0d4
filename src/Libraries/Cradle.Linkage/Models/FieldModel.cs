namespace Cradle.Linkage.Models;

/// <summary>One field of a person that is compared.</summary>
/// <param name="Name">The field's name in models, reports and review files.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Columns">The headers under which the registers have it; in each register the first that is there counts.</param>
/// <param name="TermFrequency">Whether agreement on a rare value counts for more than on a frequent one.</param>
public sealed record FieldModel(string Name, FieldKind Kind, IReadOnlyList<string> Columns, bool TermFrequency = false);
