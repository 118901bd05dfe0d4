using System.Text;

namespace Cradle.Cli.Entitlements;

/// <summary>The text of a family: a file, or <c>-</c> for standard input; UTF-8 whatever the locale.</summary>
internal static class FamilyFile
{
    public static string Read(string file)
    {
        if (file != "-")
            return File.ReadAllText(file);
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        return input.ReadToEnd();
    }
}
