namespace Cradle.Linkage.Normalisation;

/// <summary>A Chinese person's name, read for comparison.</summary>
/// <param name="Hash">64 bits of the normalised name: equal names, and only they, share it.</param>
/// <param name="Packed">The first four characters, 16 bits each, the first lowest.</param>
/// <param name="Sound">32 bits of the syllables; equal for names that sound alike. 0 where nothing is known.</param>
/// <param name="Length">Characters of the name, the separating dot of minority names not counted.</param>
/// <param name="SurnameLength">1, or 2 for a compound surname such as 欧阳.</param>
/// <param name="FirstPart">Characters before the first dot of a minority name; 0 where it has none.</param>
public readonly record struct PersonName(ulong Hash, ulong Packed, uint Sound, int Length, int SurnameLength, int FirstPart)
{
    private const int LongestRead = 40;
    private const int PackedCharacters = 4;
    private const int BitsPerCharacter = 16;

    /// <summary>
    /// Reads a name: variants become the form of today, the dots that registers use for one another (·, •, ・, ．) count as one,
    /// spaces between Chinese characters are dropped.
    /// </summary>
    /// <param name="text">The name as it stands in the register.</param>
    /// <returns>The name, or null for a blank one and for a placeholder (see <see cref="PlaceholderName"/>).</returns>
    public static PersonName? Read(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[LongestRead];
        var name = TextForm.Normalise(text, buffer);
        if (TextForm.MeansNothing(name) || PlaceholderName.Is(name))
        {
            return null;
        }

        Span<char> letters = stackalloc char[LongestRead];
        var length = 0;
        var firstPart = 0;
        foreach (var c in name)
        {
            if (IsDot(c))
            {
                firstPart = firstPart == 0 ? length : firstPart;
            }
            else if (char.IsLetterOrDigit(c))
            {
                letters[length++] = Variants.Today(c);
            }
        }

        if (length == 0)
        {
            return null;
        }

        letters = letters[..length];
        ulong packed = 0;
        for (var i = Math.Min(length, PackedCharacters) - 1; i >= 0; i--)
        {
            packed = (packed << BitsPerCharacter) | letters[i];
        }

        return new PersonName(Hashing.Of(letters), packed, SoundOf(letters), length, CompoundSurnames.Begins(letters) ? 2 : 1, firstPart);
    }

    // A character without a known reading sounds only like itself.
    private static uint SoundOf(ReadOnlySpan<char> letters)
    {
        ulong hash = 0;
        foreach (var c in letters)
        {
            var code = Pinyin.Code(c);
            hash = Hashing.Combine(hash, code == 0 ? c + 0x10000UL : (ulong)code);
        }

        return (uint)hash | 1;
    }

    private static bool IsDot(char c) => c is '·' or '•' or '・' or '‧' or '∙' or '.' or '●' or '˙';
}
