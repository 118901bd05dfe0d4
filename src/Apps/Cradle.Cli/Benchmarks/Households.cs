using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Cli.Benchmarks;

/// <summary>A range of the benchmark's households, as its raw columns and as a population of the same bytes.</summary>
internal sealed class Households
{
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    private readonly Dictionary<string, byte[]> _columns;

    private Households(int count, int children, Dictionary<string, byte[]> columns, Population population) =>
        (Count, Children, _columns, Population) = (count, children, columns, population);

    public int Count { get; }

    public int Children { get; }

    public Population Population { get; }

    /// <summary>The rows of a one-byte column.</summary>
    public ReadOnlySpan<byte> Column(string name) => _columns[name].AsSpan(0, name == HouseholdFiles.ChildKindergarten ? Children : Count);

    /// <summary>The birth dates of the children as day numbers.</summary>
    public ReadOnlySpan<int> Births => MemoryMarshal.Cast<byte, int>(_columns[HouseholdFiles.ChildBirth])[..Children];

    /// <summary>No households, of which the same facts are known: what the rules are compiled for while the first are read.</summary>
    public static Population None(Vocabulary vocabulary, IReadOnlyList<long> provinces) =>
        PopulationOf(vocabulary, provinces, 0, 0, HouseholdFiles.HouseholdColumns.Append(HouseholdFiles.ChildBirth).Append(HouseholdFiles.ChildKindergarten)
            .ToDictionary(name => name, _ => FactColumn.Allocate(0, ColumnWidth.Int)));

    /// <summary>Reads the households from one row on.</summary>
    /// <param name="files">The files.</param>
    /// <param name="vocabulary">The vocabulary of the benchmark's pack.</param>
    /// <param name="provinces">The codes of the provinces, in the order of the column.</param>
    /// <param name="first">The first household.</param>
    /// <param name="count">How many.</param>
    /// <param name="firstChild">The first row of their children.</param>
    public static Households Read(HouseholdFiles files, Vocabulary vocabulary, IReadOnlyList<long> provinces, long first, int count, long firstChild)
    {
        var columns = new Dictionary<string, byte[]>();
        foreach (var name in HouseholdFiles.HouseholdColumns)
        {
            columns[name] = FactColumn.Allocate(count, ColumnWidth.Byte);
            files.Read(name, first, columns[name].AsSpan(0, count));
        }

        var children = Sum(columns[HouseholdFiles.Kids].AsSpan(0, count));
        if (firstChild + children > files.Children)
            throw files.Bad(HouseholdFiles.Kids, $"asks for more children than the {files.Children} that there are");
        columns[HouseholdFiles.ChildKindergarten] = FactColumn.Allocate(children, ColumnWidth.Byte);
        files.Read(HouseholdFiles.ChildKindergarten, firstChild, columns[HouseholdFiles.ChildKindergarten].AsSpan(0, children));
        columns[HouseholdFiles.ChildBirth] = FactColumn.Allocate(children, ColumnWidth.Int);
        var births = MemoryMarshal.Cast<byte, int>(columns[HouseholdFiles.ChildBirth].AsSpan())[..children];
        files.Read(firstChild, births);
        Shift(births, EpochDay);
        try
        {
            return new Households(count, children, columns, PopulationOf(vocabulary, provinces, count, children, columns));
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"The households from {first} on hold a value that cannot be: {exception.Message}");
        }
    }

    // The three loops below run once or a few times only, so that they are compiled well at the first call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Sum(ReadOnlySpan<byte> values)
    {
        var sum = 0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shift(Span<int> values, int constant)
    {
        for (var index = 0; index < values.Length; index++)
            values[index] += constant;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(ReadOnlySpan<byte> from, Span<ushort> to)
    {
        for (var index = 0; index < from.Length; index++)
            to[index] = from[index];
    }

    private static Population PopulationOf(Vocabulary vocabulary, IReadOnlyList<long> provinces, int count, int children, Dictionary<string, byte[]> columns)
    {
        var places = FactColumn.Allocate(count, ColumnWidth.Short);
        Widen(columns[HouseholdFiles.Province].AsSpan(0, count), MemoryMarshal.Cast<byte, ushort>(places.AsSpan()));
        return new Population(
            vocabulary, count,
            [
                (PopulationTable.Family, FactColumn.OfDivisions(Fact(EntityKind.Family, "residence"), count, places, provinces)),
                Of(PopulationTable.Family, "registered_birth", "registered_birth.u1"),
                Of(PopulationTable.Family, "difficult_birth", "difficult_birth.u1"),
                Of(PopulationTable.Family, "babies_last_birth", "babies_last_birth.u1"),
                Of(PopulationTable.Family, "has_fund_account", "has_fund_account.u1"),
                Of(PopulationTable.Mother, "employed", "mother_employed.u1"),
                Of(PopulationTable.Father, "employed", "father_employed.u1"),
                Of(PopulationTable.Children, "birth_date", HouseholdFiles.ChildBirth),
                Of(PopulationTable.Children, "kindergarten", HouseholdFiles.ChildKindergarten),
            ],
            ItemRanges.OfLengths(columns[HouseholdFiles.Kids].AsSpan(0, count)));

        FactDefinition Fact(EntityKind entity, string path) => vocabulary.Find(entity, path)!;

        (PopulationTable, FactColumn) Of(PopulationTable table, string fact, string file) =>
            (table, FactColumn.Of(Fact(table.Entity(), fact), table == PopulationTable.Children ? children : count, columns[file]));
    }
}
