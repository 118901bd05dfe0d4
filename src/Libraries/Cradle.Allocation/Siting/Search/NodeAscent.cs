using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Search;

/// <summary>Bounds one branch: raises its bound, offers plans on the way and decides the options whose other way is ruled out by cost.</summary>
internal sealed class NodeAscent(SitingProblem problem, LagrangianRelaxation relaxation, PlanFinder finder, Incumbent incumbent, bool isRoot, Func<bool> isOver, Action<double> report)
{
    private const int RootSteps = 2_000;
    private const int BranchSteps = 120;
    private const int StepsBetweenPlans = 50;
    private const int StepsBetweenPlansOfLarge = 100;
    private const long LargeProblem = 1_000_000;

    private VolumeAscent ascent = null!;

    private bool IsLarge => (long)problem.OptionCount * problem.CustomerCount >= LargeProblem;

    public double Bound => ascent.Best.Bound;

    public double[] Prices => ascent.Best.Prices;

    public double[] RowPrices => ascent.Best.RowPrices;

    /// <summary>The undecided option that the averaged selection is least sure of.</summary>
    public int BranchingOption { get; private set; } = -1;

    /// <summary>The least bound of what the decisions made here have ruled out.</summary>
    public double LeastCutOff { get; private set; } = double.PositiveInfinity;

    public void Climb(SearchNode node, LagrangianPoint point)
    {
        ascent = new VolumeAscent(relaxation, node.Decisions, point, isRoot ? 0.1 : 0.05);
        var steps = isRoot ? RootSteps : BranchSteps;
        var undecided = Decide(node.Decisions);
        while (ascent.Steps < steps && !ascent.IsSpent && !isOver() && Bound < incumbent.Cutoff && (undecided || relaxation.WholeItems))
        {
            ascent.Step(incumbent.Objective);
            if (ascent.Steps % StepsBetweenPlans == 0)
            {
                if (IsTimeForPlans())
                    OfferPlans(node.Decisions, withLast: !IsLarge);
                report(Bound);
                undecided = Decide(node.Decisions);
            }
        }

        if (Bound < incumbent.Cutoff && !double.IsPositiveInfinity(Bound))
        {
            if (isRoot)
                OfferPlans(node.Decisions, withLast: true);
            Decide(node.Decisions);
        }

        ChooseBranching(node.Decisions);
    }

    private bool IsTimeForPlans() => isRoot ? !IsLarge || ascent.Steps % StepsBetweenPlansOfLarge == 0 : ascent.Steps == BranchSteps;

    private void OfferPlans(Decisions decisions, bool withLast)
    {
        incumbent.Offer(finder.Follow(ascent.Fractions, decisions, eager: false));
        if (withLast && !isOver())
            incumbent.Offer(finder.Follow([.. ascent.LastSelected.Select(selected => selected ? 1.0 : 0.0)], decisions, eager: true));
    }

    private bool Decide(Decisions decisions)
    {
        var room = incumbent.Cutoff - Bound;
        for (var option = 0; option < decisions.Options.Length && room > 0; option++)
        {
            if (decisions.Options[option] != OptionState.Free)
                continue;
            if (ascent.Best.Regrets[option] < room)
                continue;
            LeastCutOff = Math.Min(LeastCutOff, Bound + ascent.Best.Regrets[option]);
            if (ascent.Best.Selected[option])
                decisions.Open(option, problem);
            else
                decisions.Options[option] = OptionState.Closed;
        }

        return Array.IndexOf(decisions.Options, OptionState.Free) >= 0;
    }

    private void ChooseBranching(Decisions decisions)
    {
        var least = double.PositiveInfinity;
        for (var option = 0; option < decisions.Options.Length; option++)
        {
            var doubt = Math.Abs(ascent.Fractions[option] - 0.5);
            if (decisions.Options[option] == OptionState.Free && doubt < least)
                (least, BranchingOption) = (doubt, option);
        }
    }
}
