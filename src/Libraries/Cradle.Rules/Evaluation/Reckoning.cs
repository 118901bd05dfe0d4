namespace Cradle.Rules.Evaluation;

/// <summary>
/// What is worked out on the way to one outcome: how each rule of a group stands, and what the rules come to in every world. Kept from one outcome to the next, so that
/// nothing is allocated for it.
/// </summary>
internal sealed class Reckoning
{
    private RuleState[] _states = new RuleState[8];
    private (CompiledPolicy? Policy, long Division, int Region) _region;

    /// <summary>What the rules come to; first where no open rule applies.</summary>
    public List<WorldResult> Results { get; } = new(8);

    /// <summary>Where the results of the group reckoned last begin among <see cref="Results"/>.</summary>
    public int First { get; set; }

    /// <summary>The rules of the group reckoned last that surely apply, one bit each.</summary>
    public uint Sure { get; set; }

    /// <summary>The rules of that group of which it is not known.</summary>
    public uint Open { get; set; }

    /// <summary>The region of a division, remembered from one quantity to the next: those of a family seldom differ.</summary>
    public int RegionOf(CompiledPolicy policy, long division)
    {
        if (_region.Division != division || _region.Policy != policy)
            _region = (policy, division, policy.RegionOf(division));
        return _region.Region;
    }

    /// <summary>What the group reckoned last comes to in the world in which these of its open rules apply; there must be few enough that every world was tried.</summary>
    public WorldResult In(uint subset) => Results[First + Worlds.PlaceOf(subset, Open)];

    /// <summary>Room for the states of so many rules; those of the group reckoned last, as far as its rules may apply.</summary>
    public RuleState[] StatesOf(int rules)
    {
        if (_states.Length < rules)
            _states = new RuleState[rules];
        return _states;
    }
}
