namespace Cradle.Allocation.Siting.Bounds;

/// <summary>The customers an option would gladly serve at the current prices, by option and layer: rows of one flat table.</summary>
internal sealed class KnapsackItems(int options)
{
    public int[] Starts { get; } = new int[options + 1];

    public int[] Customers { get; private set; } = [];

    /// <summary>Cost of service less price, negative.</summary>
    public double[] Values { get; private set; } = [];

    /// <summary>The part of the customer that is taken.</summary>
    public double[] Shares { get; private set; } = [];

    public void Reserve(int count)
    {
        if (count <= Customers.Length)
            return;
        var length = count + (count / 2);
        Customers = new int[length];
        Values = new double[length];
        Shares = new double[length];
    }
}
