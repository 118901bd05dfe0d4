using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>How much of a column is known.</summary>
internal enum Knowledge
{
    /// <summary>Nothing: there is no column.</summary>
    Never,

    /// <summary>Some rows.</summary>
    Sometimes,

    /// <summary>Every row.</summary>
    Always,
}

/// <summary>What is known of a population as a whole; rules are lowered for it. Two populations with one profile share their code.</summary>
internal sealed class PopulationProfile : IEquatable<PopulationProfile>
{
    private readonly Knowledge[][]? _facts;
    private readonly Knowledge[] _lists = [Knowledge.Sometimes, Knowledge.Sometimes, Knowledge.Sometimes];

    /// <summary>The profile of a population.</summary>
    public PopulationProfile(Population population)
    {
        _facts = [.. PopulationTables.All.Select(table => population.Vocabulary.FactsOf(table.Entity()).Select(fact => Of(population.Column(table, fact))).ToArray())];
        foreach (var table in PopulationTables.All.Where(table => table.IsCollection()))
            _lists[table - PopulationTable.Children] = population.Ranges(table).Known switch
            {
                null => Knowledge.Always,
                { Count: 0 } => Knowledge.Never,
                _ => Knowledge.Sometimes,
            };
    }

    private PopulationProfile()
    {
    }

    private PopulationProfile(Knowledge[][] facts, Knowledge[] lists) => (_facts, _lists) = (facts, lists);

    /// <summary>The profile that every population fits: anything may be unknown.</summary>
    public static PopulationProfile Anything { get; } = new();

    /// <summary>The narrowest profile that two kinds of populations fit.</summary>
    public PopulationProfile Join(PopulationProfile other) => Equals(other) ? this : _facts is null || other._facts is null ? Anything
        : new([.. _facts.Zip(other._facts, Join)], Join(_lists, other._lists));

    /// <summary>What is known of a fact.</summary>
    public Knowledge Of(PopulationTable table, FactDefinition fact) => _facts is null ? Knowledge.Sometimes : _facts[(int)table][fact.Slot];

    /// <summary>What is known of a list.</summary>
    public Knowledge Of(PopulationTable table) => _lists[table - PopulationTable.Children];

    /// <inheritdoc/>
    public bool Equals(PopulationProfile? other) =>
        other is not null && _lists.AsSpan().SequenceEqual(other._lists) && (_facts is null) == (other._facts is null)
        && (_facts is null || _facts.Zip(other._facts!).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PopulationProfile);

    /// <inheritdoc/>
    public override int GetHashCode() => (_facts ?? []).SelectMany(table => table).Concat(_lists).Aggregate(17, (hash, knowledge) => hash * 31 + (int)knowledge);

    private static Knowledge[] Join(Knowledge[] own, Knowledge[] other) => [.. own.Zip(other, (a, b) => a == b ? a : Knowledge.Sometimes)];

    private static Knowledge Of(FactColumn? column) => column switch
    {
        null => Knowledge.Never,
        { Known: null } => Knowledge.Always,
        _ => Knowledge.Sometimes,
    };
}
