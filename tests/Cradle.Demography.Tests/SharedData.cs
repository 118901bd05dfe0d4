using System.Globalization;

namespace Cradle.Demography.Tests;

/// <summary>Published inputs and results that stand beside the repository on some machines; a test that needs them skips elsewhere.</summary>
internal static class SharedData
{
    public static string China => Folder("china");

    public static string Canada => Folder("canada-engine-check");

    /// <summary>The rows of a file as dictionaries from column to text.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        var lines = File.ReadLines(Path.Combine(folder, file));
        string[]? header = null;
        foreach (var line in lines)
        {
            var fields = line.Split(',');
            if (header is null)
                header = fields;
            else
                yield return header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    public static double Number(this Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    public static int Whole(this Dictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);

    private static string Folder(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "population", name));
        Assert.SkipUnless(Directory.Exists(folder), $"The published data are not here: {folder}");
        return folder;
    }
}
