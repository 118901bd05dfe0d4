using System.Text;

namespace Cradle.Linkage.Normalisation;

/// <summary>The word lists that the library carries: words between spaces, lines that begin with # are remarks.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> Words(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return word;
            }
        }
    }
}
