using System.Runtime.InteropServices;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Cli.Bench;

/// <summary>
/// Households as raw little-endian columns in a folder: one byte a household for province (its place in the list of benchmarks/rules/README.md), yes-no facts, babies and children; per child
/// four bytes of days since 1970 and one byte of kindergarten. Read in slices, so that a nation needs the memory of a slice.
/// </summary>
internal sealed class HouseholdFolder
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The provinces by their place in the files.</summary>
    public static readonly long[] Provinces =
        [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65];

    private static readonly (string File, string Fact)[] FamilyColumns =
    [
        ("mother_employed", "mother_employed"), ("father_employed", "father_employed"), ("registered_birth", "registered_birth"),
        ("difficult_birth", "difficult_birth"), ("babies_last_birth", "babies"), ("has_fund_account", "fund_account"),
    ];

    private readonly string _folder;
    private readonly Vocabulary _vocabulary;

    /// <summary>Looks at the files; nothing is read yet.</summary>
    /// <exception cref="UsageException">A file is missing, or the columns have different lengths.</exception>
    public HouseholdFolder(string folder, Vocabulary vocabulary)
    {
        (_folder, _vocabulary) = (folder, vocabulary);
        Count = Length("kids.u1");
        foreach (var file in FamilyColumns.Select(column => column.File).Append("province"))
            if (Length($"{file}.u1") is var length && length != Count)
                throw new UsageException($"{Path(file + ".u1")}: {length} households, but kids.u1 has {Count}; the folder was cut or mixed. Write it anew.");
        Children = Length("child_kindergarten.u1");
        if (Length("child_birth.i4") != Children * sizeof(int))
            throw new UsageException($"{Path("child_birth.i4")}: {Length("child_birth.i4")} bytes, but child_kindergarten.u1 has {Children} children of four bytes each. Write it anew.");
    }

    /// <summary>Households.</summary>
    public long Count { get; }

    /// <summary>Children.</summary>
    public long Children { get; }

    /// <summary>Reads households from a place on.</summary>
    /// <param name="first">The first household.</param>
    /// <param name="count">How many.</param>
    /// <param name="child">The first child of the first household; after the call that of the next slice.</param>
    /// <exception cref="UsageException">The children are fewer than the households say, or a value lies outside what the files may hold.</exception>
    public Population Read(long first, int count, ref long child)
    {
        var ranges = ItemRanges.OfLengths(Bytes("kids.u1", first, count));
        if (child + ranges.Rows > Children)
            throw new UsageException($"{_folder}: kids.u1 speaks of more children than child_kindergarten.u1 has ({Children}). Write the folder anew.");
        var columns = new List<(PopulationTable, FactColumn)> { (PopulationTable.Family, Province(first, count)) };
        try
        {
            foreach (var (file, name) in FamilyColumns)
                columns.Add((PopulationTable.Family, FactColumn.Of(Fact(EntityKind.Family, name), count, Padded($"{file}.u1", first, count))));
            columns.Add((PopulationTable.Children, FactColumn.Of(Fact(EntityKind.Child, "birth_date"), ranges.Rows, Births(child, ranges.Rows))));
            columns.Add((PopulationTable.Children, FactColumn.Of(Fact(EntityKind.Child, "kindergarten"), ranges.Rows, Padded("child_kindergarten.u1", child, ranges.Rows))));
        }
        catch (ArgumentOutOfRangeException outside)
        {
            throw new UsageException($"{_folder}, households from {first}: {outside.Message}");
        }

        child += ranges.Rows;
        return new Population(_vocabulary, count, columns, ranges);
    }

    private FactColumn Province(long first, int count)
    {
        var data = FactColumn.Allocate(count, ColumnWidth.Short);
        var indexes = MemoryMarshal.Cast<byte, ushort>(data.AsSpan());
        foreach (var (row, province) in Bytes("province.u1", first, count).Index())
            indexes[row] = province < Provinces.Length ? province : throw new UsageException($"{Path("province.u1")}: household {first + row} has province {province}; there are {Provinces.Length}.");
        return FactColumn.OfDivisions(Fact(EntityKind.Family, "residence"), count, data, Provinces);
    }

    private byte[] Births(long first, int count)
    {
        var data = FactColumn.Allocate(count, ColumnWidth.Int);
        Fill("child_birth.i4", first * sizeof(int), data.AsSpan(0, count * sizeof(int)));
        foreach (ref var days in MemoryMarshal.Cast<byte, int>(data.AsSpan())[..count])
            days += Epoch;
        return data;
    }

    private byte[] Padded(string file, long first, int count)
    {
        var data = FactColumn.Allocate(count, ColumnWidth.Byte);
        Fill(file, first, data.AsSpan(0, count));
        return data;
    }

    private byte[] Bytes(string file, long first, int count)
    {
        var data = new byte[count];
        Fill(file, first, data);
        return data;
    }

    private void Fill(string file, long offset, Span<byte> target)
    {
        using var handle = File.OpenHandle(Path(file), options: FileOptions.SequentialScan);
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(handle, target, offset);
            if (read == 0)
                throw new UsageException($"{Path(file)}: ended while it was read.");
            target = target[read..];
            offset += read;
        }
    }

    private long Length(string file) =>
        new FileInfo(Path(file)) is { Exists: true } info ? info.Length : throw new UsageException($"{Path(file)} is missing. A folder of households has it; see benchmarks/rules/README.md.");

    private string Path(string file) => System.IO.Path.Combine(_folder, file);

    private FactDefinition Fact(EntityKind entity, string name) => _vocabulary.Find(entity, name)!;
}
