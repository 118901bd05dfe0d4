namespace Cradle.Cli.Demography;

/// <summary>Says on standard error how far a long run is, where somebody watches; a short run says nothing.</summary>
internal sealed class ProgressLine(string what, int of) : IProgress<int>
{
    private const int WorthTelling = 5000;

    public void Report(int value)
    {
        if (of >= WorthTelling && value % (WorthTelling / 5) == 0 && !Console.IsErrorRedirected)
            Console.Error.Write($"\r{what} {value} of {of} trajectories ");
    }
}
