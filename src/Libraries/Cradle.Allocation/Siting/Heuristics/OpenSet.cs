using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics;

/// <summary>A set of opened options that always holds at most one of a location and never more sites than allowed.</summary>
internal sealed class OpenSet
{
    private readonly SitingProblem problem;
    private readonly SiteRow[] rows;
    private readonly int[] optionOfLocation;
    private readonly double[] slacks;

    public OpenSet(SitingProblem problem, SiteRow[] rows, Decisions decisions)
    {
        this.problem = problem;
        this.rows = rows;
        Decisions = decisions;
        optionOfLocation = new int[problem.LocationCount];
        Array.Fill(optionOfLocation, -1);
        slacks = [.. rows.Select(row => -row.AtLeast)];
    }

    public Decisions Decisions { get; }

    public List<int> Options { get; } = [];

    public int Counted { get; private set; }

    public bool Contains(int option) => optionOfLocation[problem.LocationOf(option)] == option;

    /// <summary>The open option of the same location, or -1.</summary>
    public int SameLocation(int option) => optionOfLocation[problem.LocationOf(option)];

    public bool MeetsRows => !rows.Where((row, index) => slacks[index] < -row.Tolerance).Any();

    public bool IsComplete => MeetsRows && Counted >= problem.MinSites && !Enumerable.Range(0, optionOfLocation.Length).Any(l => problem.IsRequired(l) && optionOfLocation[l] < 0);

    /// <summary>How much is missing in all rows together, each relative to its size.</summary>
    public double Lack(int adding = -1, int removing = -1)
    {
        var sum = 0.0;
        for (var row = 0; row < rows.Length; row++)
            sum += Math.Max(0, -SlackAfter(row, adding, removing) - rows[row].Tolerance) / Math.Max(1, Math.Abs(rows[row].AtLeast));
        return sum;
    }

    /// <summary>Whether opening one option and closing another (-1 for none) is allowed and breaks no row that is met.</summary>
    public bool Permits(int adding, int removing)
    {
        if (removing >= 0 && Decisions.Options[removing] == OptionState.Open)
            return false;
        if (adding >= 0 && (Decisions.Options[adding] == OptionState.Closed || (SameLocation(adding) is var same && same >= 0 && same != removing)))
            return false;
        var counted = Counted + (adding >= 0 && !problem.IsRequired(problem.LocationOf(adding)) ? 1 : 0) - (removing >= 0 && !problem.IsRequired(problem.LocationOf(removing)) ? 1 : 0);
        if (counted > problem.MaxSites || (removing >= 0 && counted < problem.MinSites && counted < Counted))
            return false;
        if (removing >= 0 && problem.IsRequired(problem.LocationOf(removing)) && (adding < 0 || problem.LocationOf(adding) != problem.LocationOf(removing)))
            return false;
        for (var row = 0; row < rows.Length; row++)
            if (SlackAfter(row, adding, removing) < Math.Min(slacks[row], 0) - rows[row].Tolerance)
                return false;
        return true;
    }

    public void Open(int option)
    {
        optionOfLocation[problem.LocationOf(option)] = option;
        Options.Add(option);
        Change(option, 1);
    }

    public void Close(int option)
    {
        optionOfLocation[problem.LocationOf(option)] = -1;
        Options.Remove(option);
        Change(option, -1);
    }

    private void Change(int option, int sign)
    {
        Counted += problem.IsRequired(problem.LocationOf(option)) ? 0 : sign;
        for (var row = 0; row < rows.Length; row++)
            slacks[row] += sign * rows[row].Coefficients[option];
    }

    private double SlackAfter(int row, int adding, int removing) =>
        slacks[row] + (adding >= 0 ? rows[row].Coefficients[adding] : 0) - (removing >= 0 ? rows[row].Coefficients[removing] : 0);
}
