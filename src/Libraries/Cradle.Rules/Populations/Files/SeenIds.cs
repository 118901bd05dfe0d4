using System.Globalization;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// Which family ids were read. Plain numbers cost a bit each, in pages; other ids 16 bytes and the room of a set, as two independent 64-bit hashes
/// (FNV-1a; of 50 million ids two share both with a chance below 10⁻²³).
/// </summary>
internal sealed class SeenIds
{
    private const int PageBits = 16;
    private const long GreatestNumber = 1L << 40;

    private readonly Dictionary<long, ulong[]> _pages = [];
    private readonly HashSet<UInt128> _hashes = [];

    /// <summary>Notes an id; false where it was there already.</summary>
    public bool Add(ReadOnlySpan<char> id)
    {
        if (!IsNumber(id, out var number))
            return _hashes.Add(Hash(id));
        if (!_pages.TryGetValue(number >> PageBits, out var page))
            _pages[number >> PageBits] = page = new ulong[(1 << PageBits) / 64];
        var bit = 1UL << (int)(number & 63);
        ref var word = ref page[(number & ((1 << PageBits) - 1)) >> 6];
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    /// <summary>Whether an id was read.</summary>
    public bool Contains(ReadOnlySpan<char> id) => IsNumber(id, out var number)
        ? _pages.TryGetValue(number >> PageBits, out var page) && (page[(number & ((1 << PageBits) - 1)) >> 6] >> (int)(number & 63) & 1) != 0
        : _hashes.Contains(Hash(id));

    /// <summary>Digits without a leading zero: 7 and 07 are two ids.</summary>
    private static bool IsNumber(ReadOnlySpan<char> id, out long number) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < GreatestNumber && (id[0] != '0' || id.Length == 1);

    private static UInt128 Hash(ReadOnlySpan<char> id)
    {
        var (first, second) = (14695981039346656037UL, 0x9AE16A3B2F90404FUL);
        foreach (var sign in id)
        {
            first = (first ^ sign) * 1099511628211UL;
            second = (second ^ sign) * 0x9E3779B97F4A7C15UL;
            second ^= second >> 29;
        }

        return new UInt128(first, second);
    }
}
