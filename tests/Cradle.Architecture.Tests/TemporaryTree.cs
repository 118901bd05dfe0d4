namespace Cradle.Architecture.Tests;

/// <summary>A made-up working copy in which a rule is broken on purpose: what the rule does not find there it would not find here.</summary>
internal sealed class TemporaryTree : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cradle-tree-");

    public SourceTree Tree => new(folder.FullName);

    public void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
