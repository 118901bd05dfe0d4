namespace Cradle.Tests;

/// <summary>The working copy the tests run in: found by walking up from the test's own folder.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cradle.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Cradle.slnx above {AppContext.BaseDirectory}.");
    }
}
