using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Search;

/// <summary>
/// Branch and bound on what is opened, then, where customers must stay whole, on who is served where. Depth first, so that prices carry over from
/// branch to branch; the proven bound is the least bound of the branches left.
/// </summary>
internal sealed class BranchAndBound
{
    private const int WholeItemLimit = 2_000;

    private readonly SitingProblem problem;
    private readonly SolveOptions options;
    private readonly CancellationTokenSource clock;
    private readonly long start;
    private readonly LagrangianRelaxation relaxation;
    private readonly Incumbent incumbent;
    private readonly PlanFinder finder;
    private readonly double[] cheapest;
    private readonly Stack<SearchNode> branches = [];
    private double reported = double.NegativeInfinity;
    private double leastCutOff = double.PositiveInfinity;
    private int visited;

    public BranchAndBound(SitingProblem problem, SolveOptions options, CancellationToken cancellation)
    {
        problem = this.problem = WholeServices.Restrict(problem);
        this.options = options;
        start = options.Time.GetTimestamp();
        clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.TimeLimit is { } limit)
            clock.CancelAfter(limit);
        cheapest = Cheapest(problem);
        relaxation = new LagrangianRelaxation(problem) { WholeItems = !problem.Splittable && problem.CustomerCount <= WholeItemLimit };
        incumbent = new Incumbent(problem, options.Within ?? double.PositiveInfinity, options.Within is null ? options.Gap : 0);
        finder = new PlanFinder(problem, relaxation.Rows, clock.Token);
    }

    private bool IsOver => clock.IsCancellationRequested;

    private TimeSpan Elapsed => options.Time.GetElapsedTime(start);

    public SitingResult Run(SitingPlan? known = null)
    {
        using (clock)
        {
            incumbent.Offer(known);
            if (Array.TrueForAll(cheapest, double.IsFinite))
            {
                incumbent.Offer(finder.First(new Decisions(problem.OptionCount)));
                branches.Push(Root());
            }

            while (branches.Count > 0 && !IsCloseEnough(LeastBound()))
            {
                var node = branches.Pop();
                if (!IsCutOff(node.Bound))
                    Visit(node);
                if (IsOver)
                    break;
            }

            if (incumbent.Plan is null && branches.Count > 0)
                incumbent.Offer(finder.Hasty(new Decisions(problem.OptionCount)));
            if (branches.Count == 0 && incumbent.Objective > options.Within)
                return new SitingResult { Plan = incumbent.Plan, LowerBound = double.PositiveInfinity, Elapsed = Elapsed, Branches = visited };
            return new SitingResult { Plan = incumbent.Plan, LowerBound = incumbent.Claim(LeastBound()), Elapsed = Elapsed, Branches = visited };
        }
    }

    private static double[] Cheapest(SitingProblem problem)
    {
        var cheapest = new double[problem.CustomerCount];
        Array.Fill(cheapest, double.PositiveInfinity);
        foreach (var row in problem.ServiceCosts)
            for (var customer = 0; customer < row.Length; customer++)
                cheapest[customer] = Math.Min(cheapest[customer], row[customer]);
        return cheapest;
    }

    private SearchNode Root()
    {
        var prices = (double[])cheapest.Clone();
        if (incumbent.Plan is { } plan)
            foreach (var (customer, option, _) in plan.Services)
                prices[customer] = problem.ServiceCosts[option][customer];
        return new SearchNode(new Decisions(problem.OptionCount), double.NegativeInfinity, prices, relaxation.FirstRowPrices());
    }

    private double LeastBound() => branches.Select(node => node.Bound).Append(leastCutOff).Min();

    private bool IsCutOff(double bound)
    {
        if (bound < incumbent.Cutoff)
            return false;
        leastCutOff = Math.Min(leastCutOff, bound);
        return true;
    }

    private bool IsCloseEnough(double bound) =>
        bound >= incumbent.Threshold || incumbent.Objective <= options.Within || (incumbent.Plan is { } plan && plan.Objective - bound <= options.Gap * Math.Abs(plan.Objective));

    private void Visit(SearchNode node)
    {
        var isRoot = visited++ == 0;
        var point = relaxation.NewPoint();
        node.Prices.CopyTo(point.Prices, 0);
        node.RowPrices.CopyTo(point.RowPrices, 0);
        var ascent = new NodeAscent(problem, relaxation, finder, incumbent, isRoot, () => IsOver, bound => Report(bound));
        ascent.Climb(node, point);
        leastCutOff = Math.Min(leastCutOff, ascent.LeastCutOff);
        var bound = Math.Max(node.Bound, ascent.Bound);
        var left = node with { Bound = bound, Prices = ascent.Prices, RowPrices = ascent.RowPrices };
        if (IsCutOff(bound))
            return;
        if (IsOver || IsCloseEnough(bound))
        {
            branches.Push(left);
            return;
        }

        if (Array.IndexOf(node.Decisions.Options, OptionState.Free) >= 0)
            BranchOnOption(left, ascent.BranchingOption);
        else if (problem.Capacities is not null)
            Settle(left);
        else
            Offer(node.Decisions);
        Report(LeastBound());
    }

    private void BranchOnOption(SearchNode node, int option)
    {
        var closed = node with { Decisions = node.Decisions.Copy() };
        closed.Decisions.Options[option] = OptionState.Closed;
        node.Decisions.Open(option, problem);
        branches.Push(closed);
        branches.Push(node);
    }

    private void Offer(Decisions decisions) => incumbent.Offer(finder.Follow(new double[problem.OptionCount], decisions, eager: false));

    // All options are decided. The split service bounds the whole one; a customer it splits is the one to branch on.
    private void Settle(SearchNode node)
    {
        var open = Enumerable.Range(0, problem.OptionCount).Where(option => node.Decisions.Options[option] == OptionState.Open).ToList();
        if (relaxation.Rows.Any(row => row.Slack(open) < -row.Tolerance))
            return;
        var (flow, plan) = finder.Exactly(open, node.Decisions, clock.Token);
        incumbent.Offer(plan);
        if (flow is null || problem.Splittable)
            return;
        var bound = Math.Max(node.Bound, flow.Cost + open.Sum(option => problem.OpeningCosts[option]));
        if (IsCutOff(bound))
            return;
        var split = flow.Services.Where(service => service.Share < 1 - 1e-9).GroupBy(service => service.Customer).MaxBy(parts => problem.Demands[parts.Key]);
        if (split is null)
        {
            incumbent.Offer(new SitingPlan(problem, open, flow.Services.Select(service => service with { Share = 1 })));
            return;
        }

        var keep = split.MaxBy(service => service.Share);
        var elsewhere = node with { Bound = bound, Decisions = node.Decisions.Copy() };
        elsewhere.Decisions.RuleOut(keep.Option, keep.Customer);
        branches.Push(elsewhere);
        foreach (var option in open.Where(option => option != keep.Option))
            node.Decisions.RuleOut(option, keep.Customer);
        branches.Push(node with { Bound = bound });
    }

    private void Report(double bound)
    {
        var least = Math.Min(bound, LeastBound());
        if (options.Progress is null || (visited > 1 && Elapsed.TotalSeconds < reported + 1))
            return;
        reported = Elapsed.TotalSeconds;
        options.Progress.Report(new SolveProgress(Elapsed, incumbent.Objective, incumbent.Claim(least), branches.Count));
    }
}
