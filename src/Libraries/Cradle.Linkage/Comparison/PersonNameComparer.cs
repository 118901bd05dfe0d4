using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>Chinese names: equal, sounding alike, one character apart, or only the surname or the given name in common.</summary>
internal sealed class PersonNameComparer(FieldModel field)
    : FieldComparer(field, 6, "different", "same given name", "same surname", "one character apart", "same sound", "exact")
{
    private const int Different = 1;
    private const int SameGivenName = 2;
    private const int SameSurname = 3;
    private const int OneApart = 4;
    private const int SameSound = 5;
    private const int PackedAt = 2;
    private const int SoundAt = 4;
    private const int ShapeAt = 5;
    private const int BitsPerCharacter = 16;
    private const int PackedCharacters = 4;

    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        if (PersonName.Read(text) is not { } name)
        {
            return null;
        }

        SetWide(slots, 0, name.Hash);
        SetWide(slots, PackedAt, name.Packed);
        slots[SoundAt] = unchecked((int)name.Sound);
        slots[ShapeAt] = name.Length | name.SurnameLength << 8 | name.FirstPart << 16;
        return char.IsLetter((char)name.Packed) ? null : "a name does not begin with a figure";
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (ByHash(a, b) is { } sure)
        {
            return sure;
        }

        return a[Offset + SoundAt] == b[Offset + SoundAt] ? SameSound : ComparePacked(a, b);
    }

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row)
    {
        var hash = Wide(row, Offset);
        return hash == 0 ? 0 : form switch
        {
            KeyForm.Sound => Hashing.Of((uint)row[Offset + SoundAt]),
            KeyForm.Start => Hashing.Of(Wide(row, Offset + PackedAt) & Mask(SurnameLength(row))),
            _ => hash,
        };
    }

    private int ComparePacked(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var left = Wide(a, Offset + PackedAt);
        var right = Wide(b, Offset + PackedAt);
        var (leftLength, rightLength) = (a[Offset + ShapeAt] & 0xff, b[Offset + ShapeAt] & 0xff);
        if (IsFirstPart(a, b, left, right) || IsOneApart(left, leftLength, right, rightLength))
        {
            return OneApart;
        }

        var surname = Mask(Math.Max(SurnameLength(a), SurnameLength(b)));
        return ((left ^ right) & surname) == 0 ? SameSurname
            : leftLength == rightLength && leftLength <= PackedCharacters && ((left ^ right) & ~Mask(1)) == 0 && leftLength > 1 ? SameGivenName
            : Different;
    }

    // 阿依古丽 for 阿依古丽·买买提: registers of different length keep different parts of a minority name.
    private bool IsFirstPart(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ulong left, ulong right)
    {
        var (leftShape, rightShape) = (a[Offset + ShapeAt], b[Offset + ShapeAt]);
        var (leftPart, rightPart) = (leftShape >> 16, rightShape >> 16);
        return leftPart + rightPart > 0 && (leftPart == 0 || rightPart == 0 || leftPart == rightPart)
            && (leftPart == 0 ? leftShape & 0xff : leftPart) == (rightPart == 0 ? rightShape & 0xff : rightPart)
            && ((left ^ right) & Mask(Math.Max(leftPart, rightPart))) == 0;
    }

    // One character substituted, left out or exchanged with its neighbour, in names of three characters or more.
    private static bool IsOneApart(ulong left, int leftLength, ulong right, int rightLength)
    {
        if (Math.Max(leftLength, rightLength) < 3 || Math.Abs(leftLength - rightLength) > 1)
        {
            return false;
        }

        return Edits(left, Math.Min(leftLength, PackedCharacters), right, Math.Min(rightLength, PackedCharacters)) <= 1;
    }

    private static int Edits(ulong left, int leftLength, ulong right, int rightLength)
    {
        while (leftLength > 0 && rightLength > 0 && (ushort)left == (ushort)right)
        {
            left >>= BitsPerCharacter;
            right >>= BitsPerCharacter;
            leftLength--;
            rightLength--;
        }

        if (leftLength == rightLength)
        {
            var rest = (left ^ right) >> BitsPerCharacter;
            var exchanged = (ushort)left == (ushort)(right >> BitsPerCharacter) && (ushort)right == (ushort)(left >> BitsPerCharacter);
            return rest == 0 || exchanged && left >> (BitsPerCharacter * 2) == right >> (BitsPerCharacter * 2) ? 1 : 2;
        }

        return leftLength < rightLength ? left == right >> BitsPerCharacter ? 1 : 2 : right == left >> BitsPerCharacter ? 1 : 2;
    }

    private int SurnameLength(ReadOnlySpan<int> row) => row[Offset + ShapeAt] >> 8 & 0xff;

    private static ulong Mask(int characters) => characters >= PackedCharacters ? ulong.MaxValue : (1UL << (characters * BitsPerCharacter)) - 1;
}
