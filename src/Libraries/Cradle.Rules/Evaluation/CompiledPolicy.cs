using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>
/// A pack flattened for evaluation: every quantity × division has its rules of all levels, cut into intervals of the anchor date,
/// so that a region costs an index and a date a short search.
/// </summary>
public sealed class CompiledPolicy
{
    private readonly Dictionary<int, int> _regionIndex = [];
    private readonly Dictionary<string, CompiledQuantity> _extensions;
    private readonly Dictionary<string, CompiledQuantity> _byId;

    /// <summary>Flattens a pack.</summary>
    /// <exception cref="PolicyPackException">The pack has errors; they are listed in the message.</exception>
    public CompiledPolicy(PolicyPack pack)
    {
        if (pack.Diagnostics.HasErrors)
            throw new PolicyPackException(pack.Diagnostics);
        Pack = pack;
        foreach (var division in pack.Divisions)
            _regionIndex[division] = _regionIndex.Count;
        Ordered = [.. pack.Quantities.Select(quantity => new CompiledQuantity(quantity, pack.Divisions))];
        _byId = Ordered.ToDictionary(quantity => quantity.Header.Id);
        _extensions = Ordered.Where(quantity => quantity.Header.Extends is not null).ToDictionary(quantity => quantity.Header.Extends!);
        Rules = pack.Quantities.SelectMany(quantity => quantity.Rules).ToDictionary(rule => rule.Id);
    }

    /// <summary>The pack it was made from.</summary>
    public PolicyPack Pack { get; }

    /// <summary>The quantities in order.</summary>
    public IReadOnlyList<CompiledQuantity> Quantities => Ordered;

    /// <summary>The same, walked for every family, where a call through an interface is felt.</summary>
    internal CompiledQuantity[] Ordered { get; }

    /// <summary>All rules by id.</summary>
    public IReadOnlyDictionary<string, Rule> Rules { get; }

    /// <summary>The quantity that an outcome of this policy answers.</summary>
    public CompiledQuantity QuantityOf(Outcome outcome) => _byId[outcome.Header.Id];

    /// <summary>The quantity that extends another, if one does.</summary>
    public CompiledQuantity? ExtensionOf(CompiledQuantity quantity) => _extensions.GetValueOrDefault(quantity.Header.Id);

    /// <summary>The indexes of all regions, as <see cref="RegionOf"/> gives them.</summary>
    internal IEnumerable<int> Regions => Enumerable.Range(0, _regionIndex.Count);

    /// <summary>The index of the nearest division with rules that a division lies in; the nation where there is none.</summary>
    public int RegionOf(long division)
    {
        for (var code = (int)division; code > 0; code /= 100)
            if (_regionIndex.TryGetValue(code, out var index))
                return index;
        return _regionIndex[0];
    }
}

/// <summary>A quantity with its rules by region.</summary>
public sealed class CompiledQuantity
{
    internal CompiledQuantity(Quantity quantity, IReadOnlyList<int> divisions)
    {
        Quantity = quantity;
        InForce = Flatten(quantity, divisions, rule => !rule.IsDraft);
        Draft = Flatten(quantity, divisions, rule => rule.IsDraft);
        Holder = quantity.Header.Beneficiary switch { "mother" => EntityReference.Mother, "father" => EntityReference.Father, _ => null };
        IsOfParent = Holder is not null || quantity.Header.Beneficiary == "parent";
        Anywhere = new LocalQuantity(this, new LocalLane(InForce), new LocalLane(Draft));
    }

    /// <summary>The quantity as read.</summary>
    public Quantity Quantity { get; }

    /// <summary>Its header.</summary>
    public QuantityHeader Header => Quantity.Header;

    /// <summary>The rules in force.</summary>
    public RuleLane InForce { get; }

    /// <summary>The draft rules.</summary>
    public RuleLane Draft { get; }

    /// <summary>The parent who alone gains by it, whatever instance it is answered for; null where it is not one parent's.</summary>
    internal EntityReference? Holder { get; }

    /// <summary>Whether the parent it is answered for gains by it.</summary>
    internal bool IsOfParent { get; }

    /// <summary>The quantity for a family that is asked for its place and its day.</summary>
    internal LocalQuantity Anywhere { get; }

    private static RuleLane Flatten(Quantity quantity, IReadOnlyList<int> divisions, Func<Rule, bool> lane)
    {
        var shared = new Dictionary<string, RuleSet>();
        return new RuleLane([.. divisions.Select(division =>
        {
            var rules = quantity.Rules.Where(rule => lane(rule) && Interpreter.Lies(division, rule.Division)).ToArray();
            if (rules.Length == 0)
                return null;
            var key = string.Join(',', rules.Select(rule => rule.Index));
            if (!shared.TryGetValue(key, out var set))
                shared[key] = set = new RuleSet(rules, quantity.Header);
            return set;
        })]);
    }
}

/// <summary>The rules of one quantity in one lane, by region.</summary>
public sealed class RuleLane
{
    private readonly RuleSet?[] _byRegion;

    internal RuleLane(RuleSet?[] byRegion)
    {
        _byRegion = byRegion;
        Different = [.. byRegion.Distinct()];
        IsEmpty = Array.TrueForAll(byRegion, set => set is null);
    }

    /// <summary>Whether no region has a rule.</summary>
    public bool IsEmpty { get; }

    /// <summary>Every set of rules that some region has, once; null among them where a region has none.</summary>
    internal RuleSet?[] Different { get; }

    /// <summary>The rules of a region by its index; null where no level has any.</summary>
    public RuleSet? this[int region] => _byRegion[region];
}

/// <summary>The rules of one region, cut by the days on which one comes into or goes out of force.</summary>
public sealed class RuleSet
{
    private readonly RuleSegment[] _segments;

    internal RuleSet(IReadOnlyList<Rule> rules, QuantityHeader header)
    {
        Rules = rules;
        var cuts = rules.Select(FirstDay).Concat(rules.Where(rule => rule.Until is not null).Select(rule => LastDay(rule) + 1)).Append(0).Distinct().Order().ToList();
        _segments = [.. cuts.Select((from, index) =>
        {
            var until = index + 1 < cuts.Count ? cuts[index + 1] - 1 : DateOnly.MaxValue.DayNumber;
            return new RuleSegment(from, until, new RuleGroup([.. rules.Where(rule => FirstDay(rule) <= from && LastDay(rule) >= until)], header));
        })];
    }

    /// <summary>All rules, highest level first.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The intervals, in order and without gaps.</summary>
    public IReadOnlyList<RuleSegment> Segments => _segments;

    /// <summary>The interval a day lies in.</summary>
    public int IndexOf(long day)
    {
        var index = _segments.Length - 1;
        while (index > 0 && _segments[index].From > day)
            index--;
        return index;
    }

    private static int FirstDay(Rule rule) => rule.From?.DayNumber ?? 0;

    private static int LastDay(Rule rule) => rule.Until?.DayNumber ?? DateOnly.MaxValue.DayNumber;
}

/// <summary>The rules in force between two days, both inclusive (day numbers).</summary>
public sealed record RuleSegment(int From, int Until, RuleGroup Group);
