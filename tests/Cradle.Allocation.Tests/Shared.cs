namespace Cradle.Allocation.Tests;

/// <summary>Data with known answers that stand beside the repository; a test that needs them skips where they are absent.</summary>
internal static class Shared
{
    public static string File(params string[] parts)
    {
        var path = Path.Combine([Repository.Root, "..", "shared", "data", .. parts]);
        if (!System.IO.File.Exists(path))
            Assert.Skip($"{path} is not there.");
        return path;
    }
}
