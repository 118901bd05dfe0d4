using System.Diagnostics;

namespace Cradle.Platform.Tests;

internal static class Eventually
{
    /// <summary>Waits for work on another thread; ten seconds are far more than it needs.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), "It did not happen within ten seconds.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
