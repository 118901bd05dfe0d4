namespace Cradle.Architecture.Tests;

internal static class Found
{
    /// <summary>Fails with every finding on a line of its own: a collection assertion would cut them short.</summary>
    public static void Nothing(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{all.Count} findings:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
        }
    }
}
