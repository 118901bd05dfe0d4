namespace Cradle.Demography.Tests;

/// <summary>A copy of a folder of inputs in a temporary place, to break something in.</summary>
internal sealed class ExampleCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cradle-population-");

    public ExampleCopy(string? source = null)
    {
        foreach (var file in Directory.EnumerateFiles(source ?? Repository.PathOf("docs", "examples", "population-county")))
            File.WriteAllText(Path.Combine(Folder, Path.GetFileName(file)), File.ReadAllText(file));
    }

    public string Folder => folder.FullName;

    /// <summary>Replaces the first line that begins so; removes it without a replacement.</summary>
    public void Replace(string file, string start, string? replacement)
    {
        var path = Path.Combine(Folder, file);
        var lines = File.ReadAllLines(path).ToList();
        var index = lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));
        index.ShouldBeGreaterThanOrEqualTo(0);
        lines.RemoveAt(index);
        if (replacement is not null)
            lines.Insert(index, replacement);
        File.WriteAllLines(path, lines);
    }

    /// <summary>Removes every line that begins so.</summary>
    public void Remove(string file, string start)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllLines(path, File.ReadAllLines(path).Where(line => !line.StartsWith(start, StringComparison.Ordinal)).ToList());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
