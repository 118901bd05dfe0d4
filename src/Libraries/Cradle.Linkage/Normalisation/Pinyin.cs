using System.Text;

namespace Cradle.Linkage.Normalisation;

/// <summary>
/// The syllable of a Chinese character, without tone: enough to find names that sound alike. Level 1 of GB 2312-80 stands in
/// the order of syllables, so a list of where each syllable begins reads its 3,755 characters; a short list adds characters
/// frequent in names. A character with several readings has the one under which the standard files it. Traditional and
/// variant forms are read as the form of today.
/// </summary>
public static class Pinyin
{
    private const int FirstRow = 0xB0;
    private const int LastRow = 0xD7;
    private const int FirstCell = 0xA1;
    private const int LastCell = 0xFE;

    private static readonly string[] Syllables = ["", .. ReadSyllables()];

    // By character: the number of the syllable, 0 where none is known.
    private static readonly ushort[] Table = BuildTable();

    /// <summary>The number of a character's syllable; characters that sound alike share it. 0 where no reading is known.</summary>
    /// <param name="c">A character; variants are read as their form of today.</param>
    public static int Code(char c) => Table[Variants.Today(c)];

    /// <summary>The syllable without tone (ü as v), or an empty text where no reading is known.</summary>
    /// <param name="c">A character.</param>
    public static string Syllable(char c) => Syllables[Code(c)];

    /// <summary>The syllables of a text, one space between them; what has no reading stands as it is.</summary>
    /// <param name="text">A name, for example 王小明: <c>wang xiao ming</c>.</param>
    public static string Of(string text) => string.Join(' ', text.Select(c => Syllable(c) is { Length: > 0 } known ? known : c.ToString()));

    private static IEnumerable<string> Entries() => EmbeddedText.Words("syllables.txt");

    private static IEnumerable<string> ReadSyllables() =>
        Entries().Select(Reading).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Reading(string entry) => string.Concat(entry.Where(char.IsAsciiLetterLower));

    private static ushort[] BuildTable()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var table = new ushort[char.MaxValue + 1];
        var starts = new Dictionary<char, ushort>();
        foreach (var entry in Entries())
        {
            var code = (ushort)Array.BinarySearch(Syllables, Reading(entry), StringComparer.Ordinal);
            // 白bai: the syllable bai begins with 白 in the standard's order; bai百佰: these characters are read bai.
            if (!char.IsAsciiLetterLower(entry[0]))
            {
                starts[entry[0]] = code;
                continue;
            }

            foreach (var c in entry.Where(c => !char.IsAsciiLetterLower(c)))
            {
                table[c] = code;
            }
        }

        ushort current = 0;
        foreach (var c in LevelOne())
        {
            current = starts.GetValueOrDefault(c, current);
            table[c] = current;
        }

        return table;
    }

    private static string LevelOne()
    {
        var bytes = new List<byte>();
        for (var row = FirstRow; row <= LastRow; row++)
        {
            // The last row of level 1 ends five cells early.
            var end = row == LastRow ? LastCell - 5 : LastCell;
            for (var cell = FirstCell; cell <= end; cell++)
            {
                bytes.Add((byte)row);
                bytes.Add((byte)cell);
            }
        }

        return Encoding.GetEncoding("GB18030").GetString([.. bytes]);
    }
}
