using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>House numbers, postcodes, certificates and other codes: equal, one edit apart, two edits apart, different.</summary>
internal sealed class CodeComparer(FieldModel field)
    : FieldComparer(field, HashSlots + PackedText.Slots, "different", "two edits apart", "one edit apart", "exact")
{
    private const int HashSlots = 2;
    private const int Different = 1;
    private const int TwoEdits = 2;
    private const int OneEdit = 3;

    // In a code of three characters, two edits leave nothing to recognise.
    private const int ShortestForTwoEdits = 5;

    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        Span<char> buffer = stackalloc char[64];
        var value = TextForm.Normalise(text, buffer);
        Span<char> kept = stackalloc char[64];
        var code = TextForm.LettersAndDigits(value, kept);
        if (TextForm.MeansNothing(value) || code.Length == 0)
        {
            return null;
        }

        SetWide(slots, 0, Hashing.Of(code));
        PackedText.Write(code, slots[HashSlots..]);
        return null;
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (ByHash(a, b) is { } sure)
        {
            return sure;
        }

        var one = PackedText.Read(a[(Offset + HashSlots)..]);
        var other = PackedText.Read(b[(Offset + HashSlots)..]);
        return TextDistance.Edits(one, other, 2) switch
        {
            <= 1 => OneEdit,
            2 when Math.Min(one.Length, other.Length) >= ShortestForTwoEdits => TwoEdits,
            _ => Different,
        };
    }

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row)
    {
        var hash = Wide(row, Offset);
        return hash == 0 || form == KeyForm.Value ? hash : PackedText.StartKey(row[(Offset + HashSlots)..]);
    }
}
