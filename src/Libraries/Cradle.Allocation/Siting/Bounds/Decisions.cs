namespace Cradle.Allocation.Siting.Bounds;

/// <summary>What a branch of the search has decided: options opened or closed, and services ruled out.</summary>
internal sealed class Decisions(int options)
{
    private readonly HashSet<(int Option, int Customer)> ruledOut = [];

    public OptionState[] Options { get; private init; } = new OptionState[options];

    public bool RulesOutServices => ruledOut.Count > 0;

    public bool Allows(int option, int customer) => ruledOut.Count == 0 || !ruledOut.Contains((option, customer));

    public void RuleOut(int option, int customer) => ruledOut.Add((option, customer));

    public Decisions Copy()
    {
        var copy = new Decisions(0) { Options = (OptionState[])Options.Clone() };
        copy.ruledOut.UnionWith(ruledOut);
        return copy;
    }
}
