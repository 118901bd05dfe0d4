using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>What a branch of the search has decided: options opened or closed, and services ruled out.</summary>
internal sealed class Decisions(int options)
{
    private readonly HashSet<(int Option, int Customer)> ruledOut = [];

    public OptionState[] Options { get; private init; } = new OptionState[options];

    public bool RulesOutServices => ruledOut.Count > 0;

    public bool Allows(int option, int customer) => ruledOut.Count == 0 || !ruledOut.Contains((option, customer));

    /// <summary>Opens an option, which closes the others of its location.</summary>
    public void Open(int option, SitingProblem problem)
    {
        var location = problem.LocationOf(option);
        for (var other = 0; problem.Locations is not null && other < Options.Length; other++)
            if (problem.Locations[other] == location)
                Options[other] = OptionState.Closed;
        Options[option] = OptionState.Open;
    }

    public void RuleOut(int option, int customer) => ruledOut.Add((option, customer));

    public Decisions Copy()
    {
        var copy = new Decisions(0) { Options = (OptionState[])Options.Clone() };
        copy.ruledOut.UnionWith(ruledOut);
        return copy;
    }
}
