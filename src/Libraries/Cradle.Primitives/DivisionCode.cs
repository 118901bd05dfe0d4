using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cradle.Primitives;

/// <summary>
/// The code of an administrative division after GB/T 2260. It is written with two digits (province), four (prefecture) or
/// six (county); <c>22</c> and <c>220000</c> are the same code. <c>00</c> is the nation. The code is held as one integer,
/// so a comparison or a test of containment is arithmetic, and codes sort a place before everything in it.
/// </summary>
/// <remarks>
/// A code that is well formed need not exist: <see cref="DivisionCatalogue"/> knows which do. The default value is no
/// division at all and contains nothing, so that a scope that somebody forgot to set opens nothing.
/// </remarks>
public readonly struct DivisionCode : IEquatable<DivisionCode>, IComparable<DivisionCode>, IParsable<DivisionCode>
{
    // Six digits, zeros for the levels not used. The nation has to differ from the default, so it takes a number that no division has.
    private const int NationValue = 1;
    private readonly int value;

    private DivisionCode(int value) => this.value = value;

    /// <summary>The whole country, written <c>00</c>; it contains every division.</summary>
    public static DivisionCode Nation { get; } = new(NationValue);

    /// <summary>The level that the digits name.</summary>
    public DivisionLevel Level => value switch
    {
        0 => DivisionLevel.None,
        NationValue => DivisionLevel.Nation,
        _ when value % 10000 == 0 => DivisionLevel.Province,
        _ when value % 100 == 0 => DivisionLevel.Prefecture,
        _ => DivisionLevel.County,
    };

    /// <summary>Whether the rules of the mainland are not applied there: Hong Kong and Macao by article 18 of their Basic Laws, and Taiwan.</summary>
    public bool HasLawOfItsOwn => value / 10000 is 71 or 81 or 82;

    /// <summary>The province it is or lies in; null for the nation and the default value.</summary>
    public DivisionCode? Province => value > NationValue ? new DivisionCode(value / 10000 * 10000) : null;

    /// <summary>The prefecture it is or lies in; null above prefecture level.</summary>
    public DivisionCode? Prefecture => Level >= DivisionLevel.Prefecture ? new DivisionCode(value / 100 * 100) : null;

    /// <summary>The division one level up (a province's is the nation); null for the nation and the default value.</summary>
    public DivisionCode? Parent => Level switch
    {
        DivisionLevel.County => Prefecture,
        DivisionLevel.Prefecture => Province,
        DivisionLevel.Province => Nation,
        _ => null,
    };

    /// <summary>
    /// The code as an integer: six digits, zeros for unused levels (2201 gives 220100), 1 for the nation, 0 for the default.
    /// It orders as the code does and fits a column; <see cref="FromPacked"/> turns it back.
    /// </summary>
    public int Packed => value;

    /// <summary>Turns <see cref="Packed"/> back into a code.</summary>
    /// <param name="packed">The integer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The integer is not a code.</exception>
    public static DivisionCode FromPacked(int packed) =>
        packed is 0 or NationValue || IsWellFormed(packed)
            ? new DivisionCode(packed)
            : throw new ArgumentOutOfRangeException(nameof(packed), packed, "Not a GB/T 2260 code.");

    /// <summary>
    /// The greatest code that can lie in this division, whether or not it exists: everything in it lies between the code and
    /// this one. The default value gives itself.
    /// </summary>
    public DivisionCode LastWithin => Level switch
    {
        DivisionLevel.Nation => new DivisionCode(899999),
        DivisionLevel.Province => new DivisionCode(value + 9999),
        DivisionLevel.Prefecture => new DivisionCode(value + 99),
        _ => this,
    };

    /// <summary>Whether the other division is this one or lies in it. The default value contains nothing and lies nowhere.</summary>
    /// <param name="other">The division to look for.</param>
    public bool Contains(DivisionCode other) => Level switch
    {
        DivisionLevel.None => false,
        DivisionLevel.Nation => other.value != 0,
        DivisionLevel.Province => value / 10000 == other.value / 10000,
        DivisionLevel.Prefecture => value / 100 == other.value / 100,
        _ => value == other.value,
    };

    /// <summary>Reads a code of two, four or six digits.</summary>
    /// <param name="text">The digits.</param>
    /// <exception cref="FormatException">The text is not a division code.</exception>
    public static DivisionCode Parse(string text) =>
        TryParse(text, out var code)
            ? code
            : throw new FormatException($"'{text}' is not a division code; write 2, 4 or 6 digits of GB/T 2260, such as 22, 2201 or 220104.");

    /// <summary>Reads a code of two, four or six digits; <c>00</c> is the nation.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="code">The code, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code)
    {
        code = default;
        if (text is null || text.Length is not (2 or 4 or 6) || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var number = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        if (number == 0 && text.Length == 2)
        {
            code = Nation;
            return true;
        }

        number *= text.Length switch { 2 => 10000, 4 => 100, _ => 1 };
        if (!IsWellFormed(number))
        {
            return false;
        }

        code = new DivisionCode(number);
        return true;
    }

    /// <summary>The shortest form: <c>22</c>, <c>2201</c>, <c>220104</c>; <c>00</c> for the nation; empty for the default value.</summary>
    public override string ToString() => Level switch
    {
        DivisionLevel.None => "",
        DivisionLevel.Nation => "00",
        DivisionLevel.Province => (value / 10000).ToString(CultureInfo.InvariantCulture),
        DivisionLevel.Prefecture => (value / 100).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public bool Equals(DivisionCode other) => value == other.value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DivisionCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value;

    /// <summary>Orders a place before everything in it, and places by their digits.</summary>
    /// <param name="other">The code to compare with.</param>
    public int CompareTo(DivisionCode other) => value.CompareTo(other.value);

    /// <summary>Whether two codes are the same.</summary>
    /// <param name="left">First code.</param>
    /// <param name="right">Second code.</param>
    public static bool operator ==(DivisionCode left, DivisionCode right) => left.value == right.value;

    /// <summary>Whether two codes differ.</summary>
    /// <param name="left">First code.</param>
    /// <param name="right">Second code.</param>
    public static bool operator !=(DivisionCode left, DivisionCode right) => left.value != right.value;

    /// <summary>Whether one code sorts before another.</summary>
    /// <param name="left">First code.</param>
    /// <param name="right">Second code.</param>
    public static bool operator <(DivisionCode left, DivisionCode right) => left.value < right.value;

    /// <summary>Whether one code sorts after another.</summary>
    /// <param name="left">First code.</param>
    /// <param name="right">Second code.</param>
    public static bool operator >(DivisionCode left, DivisionCode right) => left.value > right.value;

    /// <summary>Whether one code sorts before another or is the same.</summary>
    /// <param name="left">First code.</param>
    /// <param name="right">Second code.</param>
    public static bool operator <=(DivisionCode left, DivisionCode right) => left.value <= right.value;

    /// <summary>Whether one code sorts after another or is the same.</summary>
    /// <param name="left">First code.</param>
    /// <param name="right">Second code.</param>
    public static bool operator >=(DivisionCode left, DivisionCode right) => left.value >= right.value;

    /// <inheritdoc/>
    static DivisionCode IParsable<DivisionCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<DivisionCode>.TryParse(string? s, IFormatProvider? provider, out DivisionCode result) => TryParse(s, out result);

    // Provinces are numbered from 11 to 8x. A county without a prefecture does not occur: those take a prefecture number of their own (469001).
    private static bool IsWellFormed(int number) =>
        number is >= 110000 and < 900000 && (number % 100 == 0 || number / 100 % 100 != 0);
}
