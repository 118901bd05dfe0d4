using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>Writes a population as a compact column file, block by block; without <see cref="Complete"/> the file is known to be truncated.</summary>
public sealed class ColumnPopulationWriter : IDisposable
{
    private readonly Vocabulary _vocabulary;
    private readonly FileStream _stream;
    private readonly List<string> _ids = [];
    private readonly List<long> _weights = [];
    private PopulationBuilder _builder;
    private long _families;

    /// <summary>Begins a file.</summary>
    public ColumnPopulationWriter(string path, Vocabulary vocabulary, PopulationHeader header)
    {
        (_vocabulary, _builder) = (vocabulary, new PopulationBuilder(vocabulary));
        _stream = File.Create(path);
        var json = JsonSerializer.SerializeToUtf8Bytes(new ColumnFileHeader(
            ColumnFile.Version, ColumnFile.HashOf(vocabulary), header.AsOf, header.IsSynthetic, header.Label.Zh, header.Label.En, header.Source, header.Scale.Numerator, header.Scale.Denominator));
        _stream.Write(ColumnFile.Magic);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        _stream.Write(length);
        _stream.Write(json);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, ColumnFile.Checksum(json));
        _stream.Write(checksum);
    }

    /// <summary>Writes a family.</summary>
    public void Write(FamilyRecord record)
    {
        _builder.Add(record.Facts);
        _ids.Add(record.Id);
        _weights.Add(record.Weight);
        if (_ids.Count == ColumnFile.FamiliesABlock)
            Flush();
    }

    /// <summary>Ends the file: the last block, and the block that says how many families there are.</summary>
    public void Complete()
    {
        Flush();
        var count = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(count, _families);
        WriteBlock(0, count);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Flush()
    {
        if (_ids.Count == 0)
            return;
        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.UTF8, leaveOpen: true))
            Write(writer, _builder.Build());
        WriteBlock(_ids.Count, payload.GetBuffer().AsSpan(0, (int)payload.Length));
        _families += _ids.Count;
        _ids.Clear();
        _weights.Clear();
        _builder = new PopulationBuilder(_vocabulary);
    }

    private void WriteBlock(int families, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[ColumnFile.BlockHeader];
        BinaryPrimitives.WriteInt32LittleEndian(head, families);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], ColumnFile.Checksum(payload));
        _stream.Write(head);
        _stream.Write(payload);
    }

    private void Write(BinaryWriter writer, Population population)
    {
        foreach (var id in _ids)
            writer.Write(id);
        foreach (var weight in _weights)
            writer.Write7BitEncodedInt64(weight);
        foreach (var table in PopulationTables.All)
        {
            if (table.IsCollection())
                Write(writer, population.Ranges(table), population.Count);
            var columns = population.Columns(table).ToList();
            writer.Write((byte)columns.Count);
            foreach (var column in columns)
                Write(writer, column);
        }
    }

    private static void Write(BinaryWriter writer, ItemRanges ranges, int families)
    {
        for (var family = 0; family < families; family++)
            writer.Write((byte)(ranges.IsKnown(family) ? ranges.Offsets[family + 1] - ranges.Offsets[family] : byte.MaxValue));
        writer.Write(ranges.Rows);
    }

    private static void Write(BinaryWriter writer, FactColumn column)
    {
        writer.Write((byte)column.Fact.Slot);
        writer.Write(column.Known is not null);
        if (column.Known is { } known)
            for (var word = 0; word <= column.Length / 64; word++)
                writer.Write(known.Words[word]);
        writer.Write((ushort)(column.Codes?.Count ?? 0));
        foreach (var code in column.Codes ?? [])
            writer.Write((int)code);
        writer.Write(column.Data.AsSpan(0, column.Length * (int)column.Width));
    }
}
