namespace Cradle.Platform.Web.Timelines;

/// <summary>How wide a text will be, without a browser: a Chinese character is as wide as it is high, letters are narrower. Rather too wide than too narrow.</summary>
internal static class TextMeasure
{
    public static double Width(string text, double size) => text.Sum(Share) * size;

    /// <summary>The text in lines no wider than asked for, cut between Chinese characters or at spaces.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double widest)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && Width((line + piece).TrimEnd(), size) > widest)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += line.Length == 0 ? piece.TrimStart() : piece;
        }

        if (line.Length > 0)
            lines.Add(line.TrimEnd());
        return lines;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var canBreak = (IsWide(text[i]) || IsWide(text[i - 1]) || text[i - 1] == ' ') && !ClosesPhrase(text[i]) && !OpensPhrase(text[i - 1]);
            if (!canBreak)
                continue;
            yield return text[start..i];
            start = i;
        }

        if (text.Length > 0)
            yield return text[start..];
    }

    private static double Share(char c) => c switch
    {
        _ when IsWide(c) => 1.02,
        ' ' => .3,
        >= 'A' and <= 'Z' => .7,
        'm' or 'w' => .85,
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or '.' or ',' or ':' => .42,
        _ => .6,
    };

    private static bool IsWide(char c) => c >= 0x2E80 || c is '“' or '”' or '‘' or '’' or '…' or '—' or '·';

    private static bool ClosesPhrase(char c) => "，。、；：？！）》”’…,.;:?!)".Contains(c, StringComparison.Ordinal);

    private static bool OpensPhrase(char c) => "（《“‘(".Contains(c, StringComparison.Ordinal);
}
