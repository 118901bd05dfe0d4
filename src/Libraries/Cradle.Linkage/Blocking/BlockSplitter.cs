using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Blocking;

/// <summary>
/// Splits a block that is too large by one further field after another, as long as a part is still too large; what is left
/// after the last field is cut into slices. Every split is reported.
/// </summary>
internal sealed class BlockSplitter
{
    private readonly RecordStore store;
    private readonly int most;
    private readonly PassKeys[] further;

    public BlockSplitter(RecordStore store, BlockingPass pass, int most)
    {
        this.store = store;
        this.most = most;
        var used = pass.Parts.Select(part => part.Field).ToHashSet(StringComparer.Ordinal);
        further = [.. store.Layout.Comparers.Where(comparer => !used.Contains(comparer.Field.Name))
            .OrderByDescending(comparer => Telling(comparer.Field.Kind)).Select(comparer => new PassKeys(store.Layout, [new KeyPart(comparer.Field.Name)]))];
    }

    /// <summary>Reorders the records of a block and gives the ends of its parts within it.</summary>
    public List<int> Split(Span<int> records, out long leftOut)
    {
        var ends = new List<int>();
        leftOut = 0;
        Split(records, 0, 0, ends, ref leftOut);
        return ends;
    }

    private void Split(Span<int> records, int offset, int depth, List<int> ends, ref long leftOut)
    {
        if (records.Length <= most)
        {
            ends.Add(offset + records.Length);
            return;
        }

        if (depth == further.Length)
        {
            for (var start = 0; start < records.Length; start += most)
            {
                var length = Math.Min(most, records.Length - start);
                leftOut += (long)length * (records.Length - start - length);
                ends.Add(offset + start + length);
            }

            return;
        }

        var keys = new ulong[records.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = further[depth].Of(store.Row(records[i]));
        }

        keys.AsSpan().Sort(records);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            records[start..end].Sort();
            Split(records[start..end], offset + start, depth + 1, ends, ref leftOut);
            start = end;
        }
    }

    private static int Telling(FieldKind kind) => kind switch
    {
        FieldKind.BirthDate => 5,
        FieldKind.PersonName or FieldKind.Surname => 4,
        FieldKind.ResidentId or FieldKind.Identifier => 3,
        FieldKind.Sex or FieldKind.Category or FieldKind.Ordinal => 0,
        _ => 2,
    };
}
