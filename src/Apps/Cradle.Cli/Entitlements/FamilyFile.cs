namespace Cradle.Cli.Entitlements;

/// <summary>A family: a file, or <c>-</c> for standard input; its bytes as the API takes them, whatever the locale.</summary>
internal static class FamilyFile
{
    public static byte[] Read(string file)
    {
        if (file != "-")
            return File.ReadAllBytes(file);
        using var input = Console.OpenStandardInput();
        using var copy = new MemoryStream();
        input.CopyTo(copy);
        return copy.ToArray();
    }
}
