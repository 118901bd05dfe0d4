using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Cli.Policies;
using Cradle.Rules.Rehearsal;

namespace Cradle.Cli.Rehearsals;

/// <summary>Keeps what a run has come to beside its output, so that it can be gone on with; keeps nothing without an output.</summary>
internal sealed class RunState(string? path, PolicyFolder folder, string reform, RehearsalRun run, IReadOnlyList<string> inputs)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lazy<string> _key = new(() => KeyOf(folder, reform, run, inputs));
    private long _kept = TimeProvider.System.GetTimestamp();

    public bool IsKept => path is not null;

    public RehearsalTotals Load()
    {
        if (!File.Exists(path))
            throw new UsageException($"There is nothing to go on with at {path}. Run without --resume.");
        try
        {
            return RehearsalState.Load(path, _key.Value);
        }
        catch (InvalidDataException refused)
        {
            throw new UsageException(refused.Message);
        }
    }

    /// <summary>Saves now and then, when the totals are whole.</summary>
    public void Keep(RehearsalTotals totals)
    {
        if (TimeProvider.System.GetElapsedTime(_kept) < Pause)
            return;
        Save(totals);
        _kept = TimeProvider.System.GetTimestamp();
    }

    public void Save(RehearsalTotals totals)
    {
        if (path is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        RehearsalState.Save(path, _key.Value, totals);
    }

    /// <summary>A run that is done has nothing to go on with.</summary>
    public void Done()
    {
        if (path is not null)
            File.Delete(path);
    }

    /// <summary>Everything the totals come from: the packs, the reform, the population with what translates or makes it, the options.</summary>
    private static string KeyOf(PolicyFolder folder, string reform, RehearsalRun run, IReadOnlyList<string> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder.Path, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        foreach (var input in inputs)
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(input)));
        var options = run.Options;
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{reform}\n{run.Fingerprint}\n{options.AsOf:yyyy-MM-dd} {options.Years} {options.ProjectBirths} {options.Seed}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
