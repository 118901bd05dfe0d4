namespace Cradle.Architecture.Tests;

/// <summary>
/// The exceptions to a rule, each with its reason, from a file beside these tests: <c>what | reason</c>, one a line. An
/// exception that nothing needs any more is a finding too, so the list shrinks when it can.
/// </summary>
internal sealed class Exceptions
{
    private readonly Dictionary<string, string> reasons = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    private Exceptions(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Trim().Length > 0 && !line.StartsWith('#')))
        {
            var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length < 10 || !reasons.TryAdd(parts[0], parts[1]))
            {
                throw new InvalidDataException($"'{line}': write 'what | reason', the reason in a few words, and each once.");
            }
        }
    }

    public IEnumerable<string> Unused => reasons.Keys.Where(what => !used.Contains(what));

    public static Exceptions Load(string file) =>
        new(File.ReadLines(Repository.PathOf("tests", "Cradle.Architecture.Tests", file)));

    public static Exceptions Of(params string[] lines) => new(lines);

    public bool Allows(string what)
    {
        if (!reasons.ContainsKey(what))
        {
            return false;
        }

        used.Add(what);
        return true;
    }
}
