using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>
/// Many families as columns: a column a fact, a row a family, mother or father; children and elders in contiguous ranges. There is no column for a
/// fact that no row knows. Immutable once made; build it with <see cref="PopulationBuilder"/>, or column by column.
/// </summary>
public sealed class Population
{
    private readonly FactColumn?[][] _columns;

    /// <summary>Puts columns together.</summary>
    /// <param name="vocabulary">The vocabulary of the facts.</param>
    /// <param name="count">Families.</param>
    /// <param name="columns">The columns of each table; a fact that is nowhere known may be left out.</param>
    /// <param name="children">The ranges of children; null where no list is known (then every family has one blank row).</param>
    /// <param name="motherElders">The ranges of the mothers' parents; null where no list is known.</param>
    /// <param name="fatherElders">The ranges of the fathers' parents; null where no list is known.</param>
    /// <param name="ids">The families' own numbers, in order; null where they are numbered from 0.</param>
    /// <exception cref="ArgumentException">A column has another number of rows than its table, or stands twice.</exception>
    public Population(
        Vocabulary vocabulary, int count, IEnumerable<(PopulationTable Table, FactColumn Column)> columns,
        ItemRanges? children, ItemRanges? motherElders = null, ItemRanges? fatherElders = null, long[]? ids = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(columns);
        (Vocabulary, Count, Ids) = (vocabulary, count, ids);
        Children = children ?? new ItemRanges(Enumerable.Range(0, count + 1).ToArray(), new KnownBits(count));
        MotherElders = motherElders ?? new ItemRanges(new int[count + 1], new KnownBits(count));
        FatherElders = fatherElders ?? new ItemRanges(new int[count + 1], new KnownBits(count));
        _columns = [.. PopulationTables.All.Select(table => new FactColumn?[vocabulary.FactsOf(table.Entity()).Count])];
        foreach (var (table, column) in columns)
        {
            if (column.Length != Rows(table))
                throw new ArgumentException($"{table} has {Rows(table)} rows, but the column of {column.Fact} has {column.Length}.", nameof(columns));
            if (_columns[(int)table][column.Fact.Slot] is not null)
                throw new ArgumentException($"{table} has two columns of {column.Fact}.", nameof(columns));
            _columns[(int)table][column.Fact.Slot] = column;
        }
    }

    /// <summary>The vocabulary of the facts.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Families.</summary>
    public int Count { get; }

    /// <summary>The families' own numbers; null where they are numbered from 0.</summary>
    public long[]? Ids { get; }

    /// <summary>The rows of children.</summary>
    public ItemRanges Children { get; }

    /// <summary>The rows of mothers' parents in hospital.</summary>
    public ItemRanges MotherElders { get; }

    /// <summary>The rows of fathers' parents in hospital.</summary>
    public ItemRanges FatherElders { get; }

    /// <summary>The number of rows of a table.</summary>
    public int Rows(PopulationTable table) => table.IsCollection() ? Ranges(table).Rows : Count;

    /// <summary>The ranges of a collection.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has one row a family.</exception>
    public ItemRanges Ranges(PopulationTable table) => table switch
    {
        PopulationTable.Children => Children,
        PopulationTable.MotherElders => MotherElders,
        PopulationTable.FatherElders => FatherElders,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "Only collections have ranges."),
    };

    /// <summary>The column of a fact in a table; null where no row knows it.</summary>
    public FactColumn? Column(PopulationTable table, FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return _columns[(int)table][fact.Slot];
    }

    /// <summary>All columns of a table, by slot.</summary>
    public IEnumerable<FactColumn> Columns(PopulationTable table) => _columns[(int)table].OfType<FactColumn>();

    /// <summary>Bytes that columns, bitmaps and offsets take.</summary>
    public long Bytes =>
        _columns.SelectMany(table => table).OfType<FactColumn>().Sum(column => column.Data.LongLength + (column.Known?.Words.LongLength ?? 0) * sizeof(ulong))
        + new[] { Children, MotherElders, FatherElders }.Sum(ranges => (long)ranges.Offsets.Length * sizeof(int)) + (Ids?.LongLength ?? 0) * sizeof(long);

    /// <summary>One family as the interpreter reads it.</summary>
    /// <param name="index">Its row.</param>
    /// <param name="asOf">The day of the question.</param>
    public FamilyFacts Family(int index, DateOnly asOf)
    {
        var facts = new FamilyFacts(Vocabulary, asOf);
        Fill(facts.Family, PopulationTable.Family, index);
        Fill(facts.Mother, PopulationTable.Mother, index);
        Fill(facts.Father, PopulationTable.Father, index);
        facts.Children = Items(facts, PopulationTable.Children, index);
        facts.MotherElders = Items(facts, PopulationTable.MotherElders, index);
        facts.FatherElders = Items(facts, PopulationTable.FatherElders, index);
        return facts;
    }

    private List<EntityFacts>? Items(FamilyFacts facts, PopulationTable table, int family)
    {
        var ranges = Ranges(table);
        if (!ranges.IsKnown(family))
            return null;
        var items = new List<EntityFacts>();
        for (var row = ranges.Offsets[family]; row < ranges.Offsets[family + 1]; row++)
        {
            var item = facts.New(table.Entity());
            Fill(item, table, row);
            items.Add(item);
        }

        return items;
    }

    private void Fill(EntityFacts facts, PopulationTable table, int row)
    {
        foreach (var column in _columns[(int)table])
            if (column is not null && column.IsKnown(row))
                facts.Set(column.Fact.Slot, column[row]);
    }
}
