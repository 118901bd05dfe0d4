using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>Chinese addresses, level by level of their hierarchy.</summary>
internal sealed class AddressComparer(FieldModel field)
    : FieldComparer(field, 4, "different", "same county", "same street", "same street and numbers", "exact")
{
    private const int Different = 1;
    private const int SameCounty = 2;
    private const int SameStreet = 3;
    private const int SameNumbers = 4;
    private const int CountyAt = 1;
    private const int StreetAt = 2;
    private const int NumbersAt = 3;

    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        var address = ChineseAddress.Read(text);
        slots[0] = unchecked((int)address.Whole);
        slots[CountyAt] = unchecked((int)address.County);
        slots[StreetAt] = unchecked((int)address.Street);
        slots[NumbersAt] = unchecked((int)address.Numbers);
        return null;
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a[Offset] == 0 || b[Offset] == 0)
        {
            return Missing;
        }

        if (a[Offset] == b[Offset])
        {
            return Exact;
        }

        // A level that one of them leaves out does not speak against the levels below.
        var county = Agree(a[Offset + CountyAt], b[Offset + CountyAt]);
        var street = county && Agree(a[Offset + StreetAt], b[Offset + StreetAt]) && (a[Offset + StreetAt] != 0 || b[Offset + StreetAt] != 0);
        var bothCounties = a[Offset + CountyAt] != 0 && a[Offset + CountyAt] == b[Offset + CountyAt];
        return street && a[Offset + NumbersAt] == b[Offset + NumbersAt] ? SameNumbers
            : street && a[Offset + StreetAt] == b[Offset + StreetAt] ? SameStreet
            : bothCounties ? SameCounty : Different;
    }

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row)
    {
        var (street, numbers) = ((uint)row[Offset + StreetAt], (uint)row[Offset + NumbersAt]);
        return form switch
        {
            KeyForm.Start => street == 0 ? 0 : Hashing.Of(street),
            KeyForm.Sound => (uint)row[Offset + CountyAt] is > 0 and var county ? Hashing.Of(county) : 0,
            _ => street == 0 || numbers == 0 ? 0 : Hashing.Of(street | (ulong)numbers << 32),
        };
    }

    private static bool Agree(int left, int right) => left == right || left == 0 || right == 0;
}
