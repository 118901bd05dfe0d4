namespace Cradle.Primitives;

/// <summary>Finds a quote that opens in a row of a CSV file (RFC 4180) and is never closed, so that the field takes in all that follows.</summary>
public static class OpenQuote
{
    /// <summary>What is wrong and how to mend it, in words that follow the line.</summary>
    public const string Problem = "a quote opens here and is not closed, so the field takes in what follows; close it, or write \"\" for a quote within a quoted field";

    /// <summary>The line in which the quote opens, or null where every quote is closed.</summary>
    /// <param name="row">The row as it stands in the file, quotes and line ends included.</param>
    /// <param name="line">The line in which the row begins.</param>
    public static int? LineOf(ReadOnlySpan<char> row, int line) =>
        row.Count('"') % 2 == 0 ? null : line + row[..row.LastIndexOf('"')].Count('\n');

    /// <summary>The line in which the last quote of a text opens, or null where every quote is closed: for a row too long to be read as one.</summary>
    /// <param name="text">The text, read to its end.</param>
    public static int? LineOf(TextReader text)
    {
        int? opens = null;
        for (int sign, line = 1; (sign = text.Read()) >= 0;)
        {
            if (sign == '"')
                opens = opens is null ? line : null;
            else if (sign == '\n')
                line++;
        }

        return opens;
    }
}
