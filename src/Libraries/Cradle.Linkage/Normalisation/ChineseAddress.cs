namespace Cradle.Linkage.Normalisation;

/// <summary>
/// A Chinese address cut by hierarchy: what lies down to the county, the town, street or village, and the numbers of house,
/// building, unit and door. Registers leave out the upper levels and write 号 or - between numbers at will, so each level is
/// compared on its own.
/// </summary>
/// <param name="Whole">Hash of the whole text without spaces and punctuation.</param>
/// <param name="County">Hash of the name of the lowest county, district or county-level city; 0 where none is written.</param>
/// <param name="Street">Hash of the text between the county and the first number; 0 where there is none.</param>
/// <param name="Numbers">Hash of the numbers in their order; 0 where there are none.</param>
public readonly record struct ChineseAddress(uint Whole, uint County, uint Street, uint Numbers)
{
    private const int LongestRead = 120;

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address as it stands in the register.</param>
    /// <returns>Its parts; all 0 for a blank one.</returns>
    public static ChineseAddress Read(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[LongestRead];
        var address = TextForm.Normalise(text, buffer);
        if (TextForm.MeansNothing(address))
        {
            return default;
        }

        var countyEnd = EndOfCounty(address, out var countyStart);
        var firstDigit = IndexOfNumber(address, countyEnd);
        var street = address[countyEnd..firstDigit];
        return new ChineseAddress(
            Letters(address), Letters(address[countyStart..countyEnd]), Letters(street), Numerals(address[firstDigit..]));
    }

    // The last of 省 市 州 盟 县 区 旗 before the first number ends the county, unless a street's own word stands before it.
    private static int EndOfCounty(ReadOnlySpan<char> address, out int start)
    {
        start = 0;
        var end = 0;
        for (var i = 0; i < address.Length && !char.IsAsciiDigit(address[i]); i++)
        {
            if (address[i] is '镇' or '乡' or '街' or '路' or '村' or '道' && i > end + 1)
            {
                break;
            }

            if (address[i] is '省' or '市' or '州' or '盟' or '县' or '区' or '旗' && i >= end + 2)
            {
                // 小区, 社区 and 园区 are no districts.
                if (address[i] == '区' && address[i - 1] is '小' or '社' or '园' or '辖')
                {
                    continue;
                }

                start = end;
                end = i + 1;
            }
        }

        return end;
    }

    private static int IndexOfNumber(ReadOnlySpan<char> address, int from)
    {
        for (var i = from; i < address.Length; i++)
        {
            if (char.IsAsciiDigit(address[i]))
            {
                return i;
            }
        }

        return address.Length;
    }

    private static uint Letters(ReadOnlySpan<char> text)
    {
        Span<char> kept = stackalloc char[LongestRead];
        var letters = TextForm.LettersAndDigits(text, kept);
        return letters.Length == 0 ? 0 : (uint)Hashing.Of(letters) | 1;
    }

    private static uint Numerals(ReadOnlySpan<char> text)
    {
        ulong hash = 0;
        var number = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                number = unchecked(number * 10 + (c - '0'));
                inside = true;
            }
            else if (inside)
            {
                hash = Hashing.Combine(hash, (uint)number);
                (number, inside) = (0, false);
            }
        }

        hash = inside ? Hashing.Combine(hash, (uint)number) : hash;
        return hash == 0 ? 0 : (uint)hash | 1;
    }
}
