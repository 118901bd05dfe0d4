using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>What a batch adds up to: by key, by winning rule (and so by clause), and by division where that was asked for.</summary>
public sealed class Totals
{
    private readonly Tally[] _byKey;
    private readonly Dictionary<(int Key, int Rule), Tally> _byRule = [];
    private readonly Dictionary<(int Key, long Division), Tally> _byDivision = [];

    /// <summary>Empty totals.</summary>
    /// <param name="keys">The columns of answers.</param>
    public Totals(IReadOnlyList<OutcomeKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Keys = keys;
        _byKey = [.. keys.Select(_ => new Tally())];
    }

    /// <summary>The division that stands for families whose division is not known.</summary>
    public const long UnknownDivision = -1;

    /// <summary>The columns of answers.</summary>
    public IReadOnlyList<OutcomeKey> Keys { get; }

    /// <summary>Families added.</summary>
    public long Families { get; private set; }

    /// <summary>Totals of one column.</summary>
    public Tally Of(OutcomeKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _byKey[key.Index];
    }

    /// <summary>Totals by winning rule.</summary>
    public IEnumerable<(OutcomeKey Key, int Rule, Tally Tally)> ByRule => _byRule.Select(item => (Keys[item.Key.Key], item.Key.Rule, item.Value));

    /// <summary>Totals by division; empty where they were not asked for.</summary>
    public IEnumerable<(OutcomeKey Key, long Division, Tally Tally)> ByDivision => _byDivision.Select(item => (Keys[item.Key.Key], item.Key.Division, item.Value));

    /// <summary>Totals by clause: what a rule gives counts for every clause that it cites.</summary>
    public IReadOnlyDictionary<Citation, Tally> ByClause(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var rules = policy.Rules.Values.ToDictionary(rule => rule.Index);
        var clauses = new Dictionary<Citation, Tally>();
        foreach (var ((_, rule), tally) in _byRule)
            foreach (var cite in rules[rule].Cites)
            {
                if (!clauses.TryGetValue(cite, out var sum))
                    clauses[cite] = sum = new Tally();
                sum.Add(tally);
            }

        return clauses;
    }

    /// <summary>Adds answers of one status of one column; those with a winner name its rule.</summary>
    public void Add(OutcomeKey key, byte status, int rule, long count, Int128 sum)
    {
        if (count == 0)
            return;
        Of(key).Add(status, count, sum);
        if (rule != 0)
            Get(_byRule, (key.Index, rule)).Add(status, count, sum);
    }

    /// <summary>Adds the same answers to a division's totals.</summary>
    public void AddDivision(OutcomeKey key, long division, byte status, long count, Int128 sum)
    {
        ArgumentNullException.ThrowIfNull(key);
        Get(_byDivision, (key.Index, division)).Add(status, count, sum);
    }

    /// <summary>Counts families.</summary>
    public void AddFamilies(long count) => Families += count;

    /// <summary>Adds the totals of another range of the same keys.</summary>
    public void Add(Totals other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Families += other.Families;
        for (var key = 0; key < _byKey.Length; key++)
            _byKey[key].Add(other._byKey[key]);
        foreach (var (key, tally) in other._byRule)
            Get(_byRule, key).Add(tally);
        foreach (var (key, tally) in other._byDivision)
            Get(_byDivision, key).Add(tally);
    }

    private static Tally Get<T>(Dictionary<T, Tally> tallies, T key)
        where T : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
            tallies[key] = tally = new Tally();
        return tally;
    }
}
