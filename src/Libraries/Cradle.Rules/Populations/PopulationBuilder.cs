using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>Collects families into a population, one after the other.</summary>
public sealed class PopulationBuilder
{
    private readonly Vocabulary _vocabulary;
    private readonly FactColumnBuilder[][] _columns;
    private readonly List<int>[] _offsets = [[0], [0], [0]];
    private readonly List<bool>[] _known = [[], [], []];
    private readonly List<long> _ids = [];

    /// <summary>An empty population.</summary>
    public PopulationBuilder(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _vocabulary = vocabulary;
        _columns = [.. PopulationTables.All.Select(table => vocabulary.FactsOf(table.Entity()).Select(fact => new FactColumnBuilder(fact)).ToArray())];
    }

    /// <summary>Families so far.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds a family under the next number.</summary>
    public void Add(FamilyFacts family) => Add(family, Count);

    /// <summary>Adds a family under a number of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain of its fact.</exception>
    public void Add(FamilyFacts family, long id)
    {
        ArgumentNullException.ThrowIfNull(family);
        var row = Count;
        Append(PopulationTable.Family, row, family.Family);
        Append(PopulationTable.Mother, row, family.Mother);
        Append(PopulationTable.Father, row, family.Father);
        // of a family whose list is unknown, one blank child is asked about
        Append(PopulationTable.Children, family.Children ?? [family.New(EntityKind.Child)], family.Children is not null);
        Append(PopulationTable.MotherElders, family.MotherElders ?? [], family.MotherElders is not null);
        Append(PopulationTable.FatherElders, family.FatherElders ?? [], family.FatherElders is not null);
        _ids.Add(id);
    }

    /// <summary>The population of all families added.</summary>
    public Population Build()
    {
        var ranges = _offsets.Zip(_known, (offsets, known) => new ItemRanges(offsets.ToArray(), KnownBits.From(known))).ToArray();
        var columns = from table in PopulationTables.All
                      from builder in _columns[(int)table]
                      let column = builder.Build(table.IsCollection() ? ranges[table - PopulationTable.Children].Rows : Count)
                      where column is not null
                      select (table, column);
        var numbered = _ids.Index().All(item => item.Index == item.Item);
        return new Population(_vocabulary, Count, columns, ranges[0], ranges[1], ranges[2], numbered ? null : [.. _ids]);
    }

    private void Append(PopulationTable table, List<EntityFacts> items, bool known)
    {
        var collection = table - PopulationTable.Children;
        var start = _offsets[collection][^1];
        for (var index = 0; index < items.Count; index++)
            Append(table, start + index, items[index]);
        _offsets[collection].Add(start + items.Count);
        _known[collection].Add(known);
    }

    private void Append(PopulationTable table, int row, EntityFacts facts)
    {
        foreach (var column in _columns[(int)table])
            if (facts.TryGet(column.Fact.Slot, out var value))
                column.Set(row, value);
    }
}
