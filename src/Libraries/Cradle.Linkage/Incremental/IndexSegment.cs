using System.Globalization;
using Cradle.Linkage.Blocking;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Incremental;

/// <summary>
/// Records of one run or one addition on disk: their rows, and for each pass their keys in order. The folder holds
/// <c>rows</c> (slots), <c>keys-PP</c> and <c>records-PP</c> (a pass), <c>clusters</c> and <c>identities</c> (by record), <c>names</c> and
/// <c>name-ends</c> (source and id as text), all as plain little-endian arrays.
/// </summary>
internal sealed class IndexSegment : IDisposable
{
    private readonly MappedArray<int> rows;
    private readonly MappedArray<ulong>[] keys;
    private readonly MappedArray<int>[] records;
    private readonly MappedArray<long> clusters;
    private readonly MappedArray<long> identities;
    private readonly MappedArray<byte> names;
    private readonly MappedArray<int> nameEnds;
    private readonly int stride;

    public IndexSegment(string folder, int stride, int passes)
    {
        this.stride = stride;
        rows = new MappedArray<int>(Path.Combine(folder, "rows"));
        keys = [.. Enumerable.Range(0, passes).Select(pass => new MappedArray<ulong>(Path.Combine(folder, Numbered("keys", pass))))];
        records = [.. Enumerable.Range(0, passes).Select(pass => new MappedArray<int>(Path.Combine(folder, Numbered("records", pass))))];
        clusters = new MappedArray<long>(Path.Combine(folder, "clusters"));
        identities = new MappedArray<long>(Path.Combine(folder, "identities"));
        names = new MappedArray<byte>(Path.Combine(folder, "names"));
        nameEnds = new MappedArray<int>(Path.Combine(folder, "name-ends"));
    }

    public int Count => clusters.Length;

    public ReadOnlySpan<int> Row(int record) => rows.Span.Slice(record * stride, stride);

    public long ClusterOf(int record) => clusters.Span[record];

    /// <summary>The valid identity number of the record's cluster, 0 where it has none.</summary>
    public long IdentityOf(int record) => identities.Span[record];

    /// <summary>Source and id of a record, a tab between them.</summary>
    public ReadOnlySpan<byte> NameOf(int record) => names.Span[(record == 0 ? 0 : nameEnds.Span[record - 1])..nameEnds.Span[record]];

    /// <summary>The records with a key.</summary>
    public ReadOnlySpan<int> With(int pass, ulong key)
    {
        var all = keys[pass].Span;
        var at = all.BinarySearch(key);
        if (at < 0)
        {
            return [];
        }

        var (start, end) = (at, at + 1);
        while (start > 0 && all[start - 1] == key)
        {
            start--;
        }

        while (end < all.Length && all[end] == key)
        {
            end++;
        }

        return records[pass].Span[start..end];
    }

    public static void Write(string folder, RecordStore store, IReadOnlyList<BlockingPass> passes, Func<int, long> clusterOf, Func<int, long> identityOf)
    {
        Directory.CreateDirectory(folder);
        WriteRows(Path.Combine(folder, "rows"), store);
        for (var pass = 0; pass < passes.Count; pass++)
        {
            var (sorted, order) = KeySort.Sort(PassIndex.KeysOf(store, passes[pass]));
            MappedArray<ulong>.Write(Path.Combine(folder, Numbered("keys", pass)), sorted);
            MappedArray<int>.Write(Path.Combine(folder, Numbered("records", pass)), order);
        }

        MappedArray<long>.Write(Path.Combine(folder, "clusters"), [.. Enumerable.Range(0, store.Count).Select(clusterOf)]);
        MappedArray<long>.Write(Path.Combine(folder, "identities"), [.. Enumerable.Range(0, store.Count).Select(identityOf)]);
        WriteNames(folder, store);
    }

    public void Dispose()
    {
        foreach (var part in (IEnumerable<IDisposable>)[rows, .. keys, .. records, clusters, identities, names, nameEnds])
        {
            part.Dispose();
        }
    }

    private static void WriteRows(string path, RecordStore store)
    {
        using var output = new BufferedStream(File.Create(path), 1 << 20);
        for (var record = 0; record < store.Count; record++)
        {
            output.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(store.Row(record)));
        }
    }

    private static void WriteNames(string folder, RecordStore store)
    {
        using var output = new BufferedStream(File.Create(Path.Combine(folder, "names")), 1 << 20);
        var ends = new int[store.Count];
        var end = 0;
        for (var source = 0; source < store.Sources.Count; source++)
        {
            var prefix = System.Text.Encoding.UTF8.GetBytes(store.Sources[source] + "\t");
            for (var record = store.StartOf(source); record < store.StartOf(source + 1); record++)
            {
                output.Write(prefix);
                output.Write(store.IdOf(record));
                ends[record] = end += prefix.Length + store.IdOf(record).Length;
            }
        }

        MappedArray<int>.Write(Path.Combine(folder, "name-ends"), ends);
    }

    private static string Numbered(string name, int pass) => string.Create(CultureInfo.InvariantCulture, $"{name}-{pass:00}");
}
