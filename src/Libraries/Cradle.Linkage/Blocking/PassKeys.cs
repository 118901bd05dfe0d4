using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Blocking;

/// <summary>Computes the key of a record in one pass.</summary>
internal sealed class PassKeys
{
    private readonly (FieldComparer Comparer, KeyForm Form)[] parts;

    public PassKeys(RecordLayout layout, IEnumerable<KeyPart> parts) => this.parts =
        [.. parts.Select(part => (layout.Comparers.First(comparer => comparer.Field == layout.Model.Field(part.Field)), part.Form))];

    /// <summary>The key; 0 where a part is missing, so that the record is in no block of the pass.</summary>
    public ulong Of(ReadOnlySpan<int> row)
    {
        ulong key = 0;
        foreach (var (comparer, form) in parts)
        {
            var part = comparer.Key(form, row);
            if (part == 0)
            {
                return 0;
            }

            // The key of a single part is the part itself, so that keys of passes serve as values to be counted.
            key = key == 0 ? part : Hashing.Combine(key, part);
        }

        return key;
    }
}
