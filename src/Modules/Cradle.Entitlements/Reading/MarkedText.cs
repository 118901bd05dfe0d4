using System.Text.RegularExpressions;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>What a piece of a paraphrase is: plain, a word that decides what the text is worth, or a figure of the clause.</summary>
public enum Mark
{
    None,
    Strength,
    Figure,

    /// <summary>What a search was for.</summary>
    Found,
}

/// <summary>A piece of a sentence.</summary>
public sealed record TextRun(string Text, Mark Mark);

/// <summary>Cuts a paraphrase at its operative words and at the figures of the clause, so that a reader sees both at once.</summary>
public static partial class MarkedText
{
    public static IReadOnlyList<TextRun> Of(string sentence, Clause clause)
    {
        var words = clause.Words.Select(word => word.Word).Where(word => word.Length > 1).OrderByDescending(word => word.Length).Select(Regex.Escape);
        var figures = clause.Figures.Select(figure => figure.Value).Where(value => Digits().IsMatch(value)).Distinct()
            .OrderByDescending(value => value.Length).Select(value => $@"(?<![\d.\-]){Grouped(value)}(?![\d.]\d|\d)(?:%|‰|万元|元|天|周岁|岁|个月|年|个|名|次|项|人)?");
        var pattern = string.Join('|', words.Select(word => $"(?<strength>{word})").Concat(figures.Select(figure => $"(?<figure>{figure})")));
        if (pattern.Length == 0)
            return [new TextRun(sentence, Mark.None)];

        var runs = new List<TextRun>();
        var end = 0;
        foreach (Match match in Regex.Matches(sentence, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            if (match.Index > end)
                runs.Add(new TextRun(sentence[end..match.Index], Mark.None));
            runs.Add(new TextRun(match.Value, match.Groups["strength"].Success ? Mark.Strength : Mark.Figure));
            end = match.Index + match.Length;
        }

        if (end < sentence.Length)
            runs.Add(new TextRun(sentence[end..], Mark.None));
        return runs;
    }

    // 10000 stands in English sentences as 10,000.
    private static string Grouped(string value)
    {
        var whole = value.Split('.')[0];
        return whole.Length < 4 ? Regex.Escape(value) : $"(?:{Regex.Escape(value)}|{Regex.Escape(Regex.Replace(value, @"\B(?=(\d{3})+(?!\d))", ",", RegexOptions.None, TimeSpan.FromSeconds(1)))})";
    }

    [GeneratedRegex(@"^\d+(\.\d+)?$")]
    private static partial Regex Digits();
}
