using System.Globalization;
using Cradle.Allocation.Siting;

namespace Cradle.Cli.Allocation;

/// <summary>Tells on standard error how far a search is, from the third second on.</summary>
internal sealed class SiteProgress : IProgress<SolveProgress>
{
    private const double Patience = 3;

    private double last = Patience - 1;

    public void Report(SolveProgress value)
    {
        if (value.Elapsed.TotalSeconds < last + 1)
            return;
        last = value.Elapsed.TotalSeconds;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{last,6:0} s  best {value.Objective:0.###}  bound {value.LowerBound:0.###}  branches left {value.OpenBranches}"));
    }
}
