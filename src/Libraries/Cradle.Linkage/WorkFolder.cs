using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cradle.Linkage;

/// <summary>The folder <c>.work</c> in the output folder: what the passes found so far, and for which inputs and model that holds.</summary>
internal sealed class WorkFolder
{
    private const string StateFile = "state";

    private readonly string folder;

    public WorkFolder(LinkageOptions options)
    {
        folder = Path.Combine(options.Output, ".work");
        Directory.CreateDirectory(folder);
    }

    public string ModelPath => Path.Combine(folder, "model.yaml");

    /// <summary>Whether the folder holds work on just these inputs and options; if not, it is emptied.</summary>
    public bool TakeUp(LinkageOptions options)
    {
        var state = Path.Combine(folder, StateFile);
        var fingerprint = Fingerprint(options);
        var goesOn = options.Resume && File.Exists(state) && File.ReadAllText(state) == fingerprint && File.Exists(ModelPath);
        if (!goesOn)
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Delete(file);
            }

            File.WriteAllText(state, fingerprint);
        }

        return goesOn;
    }

    public string PassPath(int pass) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"pass-{pass:00}.links"));

    public void Delete() => Directory.Delete(folder, recursive: true);

    private static string Fingerprint(LinkageOptions options)
    {
        var text = new StringBuilder();
        foreach (var path in options.Inputs.Append(options.Model).Append(options.Truth).OfType<string>())
        {
            var file = new FileInfo(path);
            text.Append(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{options.IdColumn} {options.Seed} {string.Join(' ', options.UniqueSources)}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
