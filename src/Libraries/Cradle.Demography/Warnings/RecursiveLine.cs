namespace Cradle.Demography.Warnings;

/// <summary>The straight line through the years so far by least squares, kept by its sums.</summary>
internal struct RecursiveLine
{
    private int count;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double yy;

    public void Add(double at, double value)
    {
        count++;
        x += at;
        y += value;
        xx += at * at;
        xy += at * value;
        yy += value * value;
    }

    /// <summary>How far a new value lies from the line, in standard errors of its forecast.</summary>
    public readonly double Surprise(double at, double value)
    {
        var spread = xx - x * x / count;
        var slope = (xy - x * y / count) / spread;
        var mean = x / count;
        var residual = Math.Max(1e-300, yy - y * y / count - slope * slope * spread);
        var error = Math.Sqrt(residual / (count - 2) * (1 + 1.0 / count + (at - mean) * (at - mean) / spread));
        return (value - y / count - slope * (at - mean)) / error;
    }
}
