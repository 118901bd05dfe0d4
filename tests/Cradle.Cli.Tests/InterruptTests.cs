namespace Cradle.Cli.Tests;

public class InterruptTests
{
    [Fact]
    public async Task Ctrl_C_ends_a_siting_with_the_best_plan_so_far_and_its_gap()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent as on Linux.");

        // too large to be proven while the test waits; 1, as the gap asked for is not reached
        var run = await CommandLine.Interrupted("bench", "site", "--sites", "150", "--customers", "1500", "--single", "--gap", "0");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("objective", run.Output, StringComparison.Ordinal);
    }
}
