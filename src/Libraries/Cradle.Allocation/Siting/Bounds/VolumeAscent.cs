namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// Raises the Lagrangian bound by the volume algorithm (Barahona and Anbil 2000): steps along an average of the lacks seen, which also averages the
/// selections into a nearly feasible fractional solution that heuristics and branching follow.
/// </summary>
internal sealed class VolumeAscent
{
    private const int StepsBeforeShortening = 20;
    private const double Least = 1e-4;

    private readonly LagrangianRelaxation relaxation;
    private readonly Decisions decisions;
    private readonly double[] lacks;
    private readonly double[] rowLacks;
    private LagrangianPoint trial;
    private double length;
    private double weight = 0.1;
    private double checkedBound;
    private int reds;

    public VolumeAscent(LagrangianRelaxation relaxation, Decisions decisions, LagrangianPoint start, double length = 0.1)
    {
        this.relaxation = relaxation;
        this.decisions = decisions;
        this.length = length;
        Best = start;
        trial = relaxation.NewPoint();
        relaxation.Evaluate(Best, decisions);
        lacks = (double[])Best.Unserved.Clone();
        rowLacks = (double[])Best.RowLacks.Clone();
        Fractions = [.. Best.Selected.Select(selected => selected ? 1.0 : 0.0)];
        checkedBound = Best.Bound;
    }

    public LagrangianPoint Best { get; private set; }

    /// <summary>How much of each option the averaged solution opens.</summary>
    public double[] Fractions { get; }

    public int Steps { get; private set; }

    /// <summary>The step has become too short to raise the bound further.</summary>
    public bool IsSpent => length < Least || double.IsPositiveInfinity(Best.Bound);

    /// <summary>What was selected last; another seed for heuristics.</summary>
    public bool[] LastSelected => trial.Selected;

    /// <summary>Takes one step towards a target that the bound cannot exceed.</summary>
    public void Step(double target)
    {
        Steps++;
        var aim = double.IsFinite(target) ? Math.Max(target, Best.Bound + (1e-6 * Math.Abs(Best.Bound))) : Best.Bound + (0.05 * Math.Abs(Best.Bound)) + 1;
        var norm = Dot(lacks, lacks) + Dot(rowLacks, rowLacks);
        if (norm < 1e-12)
        {
            length /= 2;
            norm = 1e-12;
        }

        var step = length * (aim - Best.Bound) / norm;
        Move(step);
        relaxation.Evaluate(trial, decisions);
        var agreement = Dot(trial.Unserved, lacks) + Dot(trial.RowLacks, rowLacks);
        Average();
        Judge(agreement);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private void Move(double step)
    {
        for (var customer = 0; customer < lacks.Length; customer++)
            trial.Prices[customer] = Math.Max(0, Best.Prices[customer] + (step * lacks[customer]));
        for (var row = 0; row < rowLacks.Length; row++)
            trial.RowPrices[row] = Math.Max(0, Best.RowPrices[row] + (step * rowLacks[row]));
    }

    // The weight of the new lacks makes the average as small as it can be, within bounds.
    private void Average()
    {
        double newNew = Dot(trial.Unserved, trial.Unserved) + Dot(trial.RowLacks, trial.RowLacks);
        double newOld = Dot(trial.Unserved, lacks) + Dot(trial.RowLacks, rowLacks);
        double oldOld = Dot(lacks, lacks) + Dot(rowLacks, rowLacks);
        var curve = newNew - (2 * newOld) + oldOld;
        var alpha = Math.Clamp(curve > 0 ? (oldOld - newOld) / curve : weight, weight / 10, weight);
        Mix(lacks, trial.Unserved, alpha);
        Mix(rowLacks, trial.RowLacks, alpha);
        for (var option = 0; option < Fractions.Length; option++)
            Fractions[option] += alpha * ((trial.Selected[option] ? 1 : 0) - Fractions[option]);
    }

    private static void Mix(double[] average, double[] latest, double alpha)
    {
        for (var i = 0; i < average.Length; i++)
            average[i] += alpha * (latest[i] - average[i]);
    }

    private void Judge(double agreement)
    {
        if (trial.Bound > Best.Bound)
        {
            (Best, trial) = (trial, Best);
            reds = 0;
            if (agreement > 0)
                length = Math.Min(2, length * 1.1);
        }
        else if (++reds >= StepsBeforeShortening)
        {
            length *= 0.66;
            reds = 0;
        }

        if (Steps % 100 == 0)
        {
            if (Best.Bound < checkedBound + (0.01 * Math.Abs(checkedBound)) && weight > 1e-3)
                weight /= 2;
            checkedBound = Best.Bound;
        }
    }
}
