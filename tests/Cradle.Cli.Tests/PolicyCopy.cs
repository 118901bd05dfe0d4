namespace Cradle.Cli.Tests;

/// <summary>A copy of the repository's policies in a temporary place, to break or change something in.</summary>
internal sealed class PolicyCopy : IDisposable
{
    public const string JilinMaternityLeave = "22-jilin/leave/maternity-leave.yaml";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cradle-cli-");

    public PolicyCopy()
    {
        var source = Repository.PathOf("policies");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder => _folder.FullName;

    public void Replace(string file, string old, string @new)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
