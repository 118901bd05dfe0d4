namespace Cradle.Rules.Evaluation;

/// <summary>
/// What is worked out on the way to one outcome: how each rule of a group stands, and what the rules come to in every world. Kept from one outcome to the next, so that
/// nothing is allocated for it.
/// </summary>
internal sealed class Reckoning
{
    private RuleState[] _states = new RuleState[8];

    /// <summary>What the rules come to; first where no open rule applies.</summary>
    public List<WorldResult> Results { get; } = new(8);

    /// <summary>The rules of the group reckoned last that surely apply, one bit each.</summary>
    public uint Sure { get; set; }

    /// <summary>The rules of that group of which it is not known.</summary>
    public uint Open { get; set; }

    /// <summary>Room for the states of so many rules; those of the group reckoned last, as far as its rules may apply.</summary>
    public RuleState[] StatesOf(int rules)
    {
        if (_states.Length < rules)
            _states = new RuleState[rules];
        return _states;
    }
}
