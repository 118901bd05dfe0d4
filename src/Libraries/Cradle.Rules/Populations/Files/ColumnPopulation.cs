using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>One block of a column file: a population of its own, with the ids and weights of its families.</summary>
public sealed record ColumnBlock(Population Population, IReadOnlyList<string> Ids, IReadOnlyList<long> Weights);

/// <summary>A population in a compact column file. Blocks are read one after the other, each checked before it is used.</summary>
public sealed class ColumnPopulation : PopulationSource
{
    private const string Remedy = "Write the file again from its source.";

    private readonly string _path;
    private readonly DateOnly _asOf;
    private readonly ColumnFileHeader _header;
    private readonly long _start;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="today">The day of the facts where the file names none.</param>
    /// <exception cref="PopulationFileException">It is no column file, or one of another version.</exception>
    public ColumnPopulation(string path, DateOnly today)
    {
        _path = path;
        using var stream = File.OpenRead(path);
        using var reader = new BinaryReader(stream);
        if (!reader.ReadBytes(ColumnFile.Magic.Length).AsSpan().SequenceEqual(ColumnFile.Magic))
            throw Damaged("this is no column file of a population");
        _header = ReadHeader(stream, reader) ?? throw Damaged("the header is damaged or of another version");
        _start = stream.Position;
        _asOf = _header.AsOf ?? today;
    }

    /// <inheritdoc/>
    public override PopulationHeader Header => new()
    {
        AsOf = _header.AsOf, IsSynthetic = _header.Synthetic, Label = new Bilingual(_header.LabelZh, _header.LabelEn), Source = _header.Source,
        Scale = new SampleScale(_header.ScaleNumerator, _header.ScaleDenominator),
    };

    /// <inheritdoc/>
    public override string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(_path)} {new FileInfo(_path).Length} {File.GetLastWriteTimeUtc(_path).Ticks}");

    /// <summary>Reads block after block, as columns.</summary>
    /// <exception cref="PopulationFileException">The file is of another vocabulary, truncated or damaged; the message says where.</exception>
    public IEnumerable<ColumnBlock> Blocks(Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        if (ColumnFile.HashOf(vocabulary) != _header.Vocabulary)
            throw Damaged("the file was written with another vocabulary");
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        stream.Position = _start;
        var head = new byte[ColumnFile.BlockHeader];
        for (long families = 0; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
                throw Damaged($"the file is truncated after {families} families");
            var (count, length) = (BinaryPrimitives.ReadInt32LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4)));
            if (count < 0 || count > ColumnFile.FamiliesABlock || length < 0 || length > stream.Length - stream.Position)
                throw Damaged($"the file is truncated or damaged after {families} families");
            var payload = new byte[length];
            stream.ReadExactly(payload);
            if (ColumnFile.Checksum(payload) != BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8)))
                throw Damaged($"the checksum of the block after {families} families is wrong");
            if (count == 0)
            {
                if (BinaryPrimitives.ReadInt64LittleEndian(payload) != families)
                    throw Damaged($"blocks are missing: {families} families were read");
                if (stream.Position != stream.Length)
                    throw Damaged("something follows the last block");
                yield break;
            }

            yield return new BlockReader(payload, vocabulary, count).Read();
            families += count;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<FamilyRecord> Read(Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        foreach (var block in Blocks(vocabulary, cancellation))
            for (var family = 0; family < block.Population.Count; family++)
                yield return new FamilyRecord(block.Ids[family], block.Population.Family(family, _asOf), block.Weights[family]);
    }

    /// <summary>The header, where its checksum holds: day and scale of a population decide its totals as much as its families do.</summary>
    private static ColumnFileHeader? ReadHeader(Stream stream, BinaryReader reader)
    {
        if (stream.Length - stream.Position < sizeof(int))
            return null;
        var length = reader.ReadInt32();
        if (length <= 0 || length > stream.Length - stream.Position - sizeof(uint))
            return null;
        var json = reader.ReadBytes(length);
        return ColumnFile.Checksum(json) == reader.ReadUInt32() && JsonSerializer.Deserialize<ColumnFileHeader>(json) is { Version: ColumnFile.Version } header ? header : null;
    }

    private PopulationFileException Damaged(string reason) => new(Path.GetFileName(_path), 0, reason + ".", Remedy);

    private sealed class BlockReader(byte[] payload, Vocabulary vocabulary, int families)
    {
        private readonly BinaryReader _reader = new(new MemoryStream(payload), Encoding.UTF8);

        public ColumnBlock Read()
        {
            var ids = Enumerable.Range(0, families).Select(_ => _reader.ReadString()).ToList();
            var weights = Enumerable.Range(0, families).Select(_ => _reader.Read7BitEncodedInt64()).ToList();
            var ranges = new Dictionary<PopulationTable, ItemRanges>();
            var columns = new List<(PopulationTable, FactColumn)>();
            foreach (var table in PopulationTables.All)
            {
                if (table.IsCollection())
                    ranges[table] = Ranges(table == PopulationTable.Children);
                var facts = vocabulary.FactsOf(table.Entity());
                for (var left = _reader.ReadByte(); left > 0; left--)
                    columns.Add((table, Column(facts[_reader.ReadByte()], table.IsCollection() ? ranges[table].Rows : families)));
            }

            var population = new Population(vocabulary, families, columns, ranges[PopulationTable.Children], ranges[PopulationTable.MotherElders], ranges[PopulationTable.FatherElders]);
            return new ColumnBlock(population, ids, weights);
        }

        /// <summary>Of a family whose children are not known one blank child is asked about, so that it has a row.</summary>
        private ItemRanges Ranges(bool blankWhereUnknown)
        {
            var offsets = new int[families + 1];
            var known = new bool[families];
            for (var family = 0; family < families; family++)
            {
                var items = _reader.ReadByte();
                known[family] = items != byte.MaxValue;
                offsets[family + 1] = offsets[family] + (known[family] ? items : blankWhereUnknown ? 1 : 0);
            }

            _ = _reader.ReadInt32();
            return new ItemRanges(offsets, KnownBits.From(known));
        }

        private FactColumn Column(FactDefinition fact, int rows)
        {
            KnownBits? known = null;
            if (_reader.ReadBoolean())
            {
                known = new KnownBits(rows);
                for (var word = 0; word <= rows / 64; word++)
                    known.Words[word] = _reader.ReadUInt64();
            }

            var codes = new long[_reader.ReadUInt16()];
            for (var code = 0; code < codes.Length; code++)
                codes[code] = _reader.ReadInt32();
            var width = FactColumn.WidthOf(fact);
            var data = FactColumn.Allocate(rows, width);
            _reader.BaseStream.ReadExactly(data.AsSpan(0, rows * (int)width));
            return codes.Length > 0 ? FactColumn.OfDivisions(fact, rows, data, codes, known) : FactColumn.Of(fact, rows, data, known);
        }
    }
}
