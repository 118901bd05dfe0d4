namespace Cradle.Tests;

/// <summary>A copy of the repository's policies in a temporary place, to break or change something in.</summary>
internal sealed class PolicyCopy : IDisposable
{
    public const string JilinMaternityLeave = "22-jilin/leave/maternity-leave.yaml";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cradle-policies-");

    /// <summary>A copy of every file.</summary>
    public PolicyCopy()
        : this(_ => true)
    {
    }

    /// <summary>A copy of some files, chosen by their path inside the policies.</summary>
    public PolicyCopy(Func<string, bool> isWanted)
    {
        var source = Repository.PathOf("policies");
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(source, path).Replace('\\', '/');
            if (isWanted(file))
                Write(file, File.ReadAllBytes(path));
        }
    }

    public string Folder => _folder.FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), content);
    }

    public void Replace(string file, string old, string @new)
    {
        var text = Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
