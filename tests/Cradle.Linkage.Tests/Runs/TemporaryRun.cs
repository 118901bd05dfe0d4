using System.Text;
using Cradle.Linkage.Reporting;

namespace Cradle.Linkage.Tests.Runs;

/// <summary>Registers and results in a folder of their own, gone after the test.</summary>
internal sealed class TemporaryRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("cradle-linkage-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(this[name], text, encoding ?? new UTF8Encoding(false));
        return this[name];
    }

    public async Task<LinkageResult> Link(string output, Func<LinkageOptions, LinkageOptions>? with = null, params string[] inputs)
    {
        var options = new LinkageOptions([.. inputs.Select(name => this[name])], this[output]);
        options = with?.Invoke(options) ?? options;
        var result = await new LinkageRun(options).RunAsync(TestContext.Current.CancellationToken);
        LinkageFiles.Write(options, result, TestContext.Current.CancellationToken);
        return result;
    }

    /// <summary>The rows of a result without the header, each cut at its commas.</summary>
    public List<string[]> Rows(params string[] path) => [.. File.ReadLines(Path.Combine([Folder, .. path])).Skip(1).Select(line => line.Split(','))];

    public Dictionary<string, string> Clusters(string output) => Rows(output, "clusters.csv").ToDictionary(row => $"{row[0]}:{row[1]}", row => row[2]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
