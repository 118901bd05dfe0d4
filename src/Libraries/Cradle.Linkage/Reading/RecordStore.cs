using System.Text;
using Cradle.Linkage.Comparison;

namespace Cradle.Linkage.Reading;

/// <summary>The records of all registers as rows of slots, one after the other in the order of the files.</summary>
public sealed class RecordStore
{
    private const int ChunkBits = 16;
    private const int ChunkMask = (1 << ChunkBits) - 1;

    private readonly List<int[]> chunks = [];
    private readonly List<int> sourceStarts = [];
    private readonly List<string> sources = [];
    private readonly List<byte[]> sourceNames = [];
    private readonly RecordIds ids = new();

    internal RecordStore(RecordLayout layout) => Layout = layout;

    /// <summary>How a row is laid out.</summary>
    public RecordLayout Layout { get; }

    /// <summary>The number of records.</summary>
    public int Count => ids.Count;

    /// <summary>The names of the registers.</summary>
    public IReadOnlyList<string> Sources => sources;

    /// <summary>The row of a record.</summary>
    /// <param name="record">Its number, from 0.</param>
    public ReadOnlySpan<int> Row(int record) => Slots(record);

    /// <summary>The number of a record's register in <see cref="Sources"/>.</summary>
    /// <param name="record">Its number, from 0.</param>
    public int SourceOf(int record)
    {
        var source = sourceStarts.Count - 1;
        while (sourceStarts[source] > record)
        {
            source--;
        }

        return source;
    }

    /// <summary>The number of the first record of a register.</summary>
    /// <param name="source">The register's number.</param>
    public int StartOf(int source) => source < sourceStarts.Count ? sourceStarts[source] : Count;

    /// <summary>The name of a record in its register, as UTF-8.</summary>
    /// <param name="record">Its number, from 0.</param>
    public ReadOnlySpan<byte> IdOf(int record) => ids[record];

    /// <summary>The name of a record's register, as UTF-8.</summary>
    internal ReadOnlySpan<byte> SourceNameOf(int record) => sourceNames[SourceOf(record)];

    internal void Begin(string source)
    {
        sources.Add(source);
        sourceNames.Add(Encoding.UTF8.GetBytes(source));
        sourceStarts.Add(Count);
    }

    internal int Add(ReadOnlySpan<char> id)
    {
        var record = ids.Add(id);
        if (record >> ChunkBits == chunks.Count)
        {
            chunks.Add(new int[Layout.Stride << ChunkBits]);
        }

        return record;
    }

    internal Span<int> Slots(int record) => chunks[record >> ChunkBits].AsSpan((record & ChunkMask) * Layout.Stride, Layout.Stride);
}
