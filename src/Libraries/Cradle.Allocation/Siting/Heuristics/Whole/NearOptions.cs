using System.Collections.Concurrent;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics.Whole;

/// <summary>
/// The cheapest options of every customer, cheapest first, and for every option the customers that list it. A search over whole customers looks at
/// nothing else: in a good plan hardly anybody is served by an option far down the list.
/// </summary>
internal sealed class NearOptions
{
    private readonly int[][] options;
    private readonly double[][] costs;
    private readonly int[][] customers;

    private NearOptions(int[][] options, double[][] costs, int[][] customers, int length)
    {
        this.options = options;
        this.costs = costs;
        this.customers = customers;
        Length = length;
    }

    /// <summary>How many options a customer lists, where so many can serve it.</summary>
    public int Length { get; }

    public static NearOptions Of(SitingProblem problem, int length)
    {
        length = Math.Min(length, problem.OptionCount);
        var options = new int[problem.CustomerCount][];
        var costs = new double[problem.CustomerCount][];
        Parallel.ForEach(Partitioner.Create(0, problem.CustomerCount), range =>
        {
            var keys = new double[problem.OptionCount];
            var order = new int[problem.OptionCount];
            for (var customer = range.Item1; customer < range.Item2; customer++)
            {
                var count = 0;
                for (var option = 0; option < keys.Length; option++)
                    if (double.IsFinite(problem.ServiceCosts[option][customer]))
                        (keys[count], order[count++]) = (problem.ServiceCosts[option][customer], option);
                Array.Sort(keys, order, 0, count);
                options[customer] = order[..Math.Min(count, length)];
                costs[customer] = keys[..Math.Min(count, length)];
            }
        });
        return new NearOptions(options, costs, Listing(options, problem.OptionCount), length);
    }

    public ReadOnlySpan<int> Options(int customer) => options[customer];

    public ReadOnlySpan<double> Costs(int customer) => costs[customer];

    /// <summary>The customers that list an option, ascending.</summary>
    public ReadOnlySpan<int> Customers(int option) => customers[option];

    private static int[][] Listing(int[][] options, int count)
    {
        var customers = new List<int>[count];
        for (var option = 0; option < count; option++)
            customers[option] = [];
        for (var customer = 0; customer < options.Length; customer++)
            foreach (var option in options[customer])
                customers[option].Add(customer);
        return [.. customers.Select(list => list.ToArray())];
    }
}
