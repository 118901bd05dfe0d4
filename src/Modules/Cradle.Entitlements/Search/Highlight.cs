using Cradle.Entitlements.Reading;

namespace Cradle.Entitlements.Search;

/// <summary>Marks what was searched for in the text as it is printed.</summary>
public static class Highlight
{
    public static IReadOnlyList<TextRun> Of(string text, IReadOnlyList<string> words)
    {
        var folded = FoldedText.Of(text);
        var marked = new bool[text.Length];
        foreach (var word in words.Where(word => word.Length > 0))
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
                marked.AsSpan(at, word.Length).Fill(true);

        var runs = new List<TextRun>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && marked[end] == marked[start])
                end++;
            runs.Add(new TextRun(text[start..end], marked[start] ? Mark.Found : Mark.None));
            start = end;
        }

        return runs;
    }
}
