namespace Cradle.Allocation.Siting.Bounds;

/// <summary>The relaxation at one vector of prices: its bound and the solution that gives it.</summary>
internal sealed class LagrangianPoint(int options, int customers, int rows)
{
    /// <summary>What each customer pays for being served once.</summary>
    public double[] Prices { get; } = new double[customers];

    /// <summary>What each row pays for a unit, not negative.</summary>
    public double[] RowPrices { get; } = new double[rows];

    public double Bound { get; set; } = double.NegativeInfinity;

    /// <summary>Cost of opening an option less all that the prices pay for it.</summary>
    public double[] ReducedCosts { get; } = new double[options];

    public bool[] Selected { get; } = new bool[options];

    /// <summary>1 less how often each customer is served by the selected options.</summary>
    public double[] Unserved { get; } = new double[customers];

    /// <summary>What each row lacks with the selected options.</summary>
    public double[] RowLacks { get; } = new double[rows];

    /// <summary>What taking or leaving an option would add to the bound, see <see cref="SiteSelection"/>.</summary>
    public double[] Regrets { get; } = new double[options];
}
