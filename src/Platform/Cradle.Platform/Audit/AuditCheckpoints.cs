using System.Globalization;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Audit;

/// <summary>
/// Heads of the chain written down outside the database, one a line, only ever appended: whoever can rewrite a whole
/// database still cannot make it agree with these. Copy the file to where the database's operator has no access.
/// </summary>
public sealed class AuditCheckpoints(IOptions<PlatformOptions> options)
{
    private string File => Path.Combine(options.Value.State, "audit-checkpoints.csv");

    private long last;

    /// <summary>The number of the newest that this process has written; 0 when it has written none.</summary>
    public long Last => Volatile.Read(ref last);

    /// <summary>Writes one down.</summary>
    public void Write(DateTimeOffset at, long sequence, byte[] hash)
    {
        Directory.CreateDirectory(options.Value.State);
        using var file = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var writer = new StreamWriter(file);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:O},{sequence},{Convert.ToHexString(hash)}"));
        Volatile.Write(ref last, sequence);
    }

    /// <summary>Hash by number of the entry.</summary>
    /// <exception cref="FormatException">A line is no checkpoint: the file was edited, or the disk was full.</exception>
    public IReadOnlyDictionary<long, byte[]> Read()
    {
        var read = new Dictionary<long, byte[]>();
        if (!System.IO.File.Exists(File))
        {
            return read;
        }

        var number = 0;
        foreach (var line in System.IO.File.ReadLines(File))
        {
            number++;
            var parts = line.Split(',');
            if (parts.Length != 3 || !long.TryParse(parts[1], CultureInfo.InvariantCulture, out var sequence) || parts[2].Length != AuditChain.HashLength * 2)
            {
                throw new FormatException($"{File}({number}): no checkpoint; it was edited or cut. Compare it with its copy.");
            }

            read[sequence] = Convert.FromHexString(parts[2]);
        }

        return read;
    }
}
