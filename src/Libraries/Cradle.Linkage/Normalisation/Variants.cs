namespace Cradle.Linkage.Normalisation;

/// <summary>Characters that registers write for one another: traditional, older and alternative forms, read as the form of today.</summary>
public static class Variants
{
    private static readonly char[] Table = Build();

    /// <summary>The form of today, or the character itself.</summary>
    /// <param name="c">A character, for example 張, which gives 张.</param>
    public static char Today(char c) => Table[c];

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            table[c] = (char)c;
        }

        foreach (var pair in EmbeddedText.Words("variants.txt"))
        {
            table[pair[0]] = pair[1];
        }

        return table;
    }
}
