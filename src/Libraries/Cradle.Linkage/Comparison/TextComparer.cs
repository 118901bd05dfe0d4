using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>Names in letters and other texts, by their similarity (Jaro–Winkler), and names that stand in each other's column.</summary>
internal sealed class TextComparer(FieldModel field)
    : FieldComparer(field, HashSlots + PackedText.Slots, "different", "alike", "similar", "very similar", "in the other column", "exact")
{
    private const int HashSlots = 2;
    private const int Different = 1;
    private const int Alike = 2;
    private const int Similar = 3;
    private const int VerySimilar = 4;
    private const int InOtherColumn = 5;
    private const double AlikeFrom = 0.7;
    private const double SimilarFrom = 0.85;
    private const double VerySimilarFrom = 0.93;

    /// <summary>The field whose values are sometimes entered in this one's column: given name and surname.</summary>
    public TextComparer? Other { get; set; }

    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        Span<char> buffer = stackalloc char[200];
        var value = TextForm.Normalise(text, buffer);
        if (TextForm.MeansNothing(value))
        {
            return null;
        }

        Span<char> kept = stackalloc char[200];
        var letters = TextForm.LettersAndDigits(value, kept);
        if (letters.Length == 0)
        {
            return null;
        }

        SetWide(slots, 0, Hashing.Of(letters));
        PackedText.Write(letters, slots[HashSlots..]);
        return null;
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (ByHash(a, b) is { } sure)
        {
            return sure;
        }

        // The given name looks for itself in the second record and so does the surname: one coincidence, which chance brings, counts once.
        if (Other is { } other && Wide(a, Offset) == Wide(b, other.Offset))
        {
            return InOtherColumn;
        }

        var similarity = TextDistance.JaroWinkler(PackedText.Read(a[(Offset + HashSlots)..]), PackedText.Read(b[(Offset + HashSlots)..]));
        return similarity >= VerySimilarFrom ? VerySimilar : similarity >= SimilarFrom ? Similar : similarity >= AlikeFrom ? Alike : Different;
    }

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row)
    {
        var hash = Wide(row, Offset);
        return hash == 0 ? 0 : form switch
        {
            KeyForm.Start => PackedText.StartKey(row[(Offset + HashSlots)..]),
            KeyForm.Sound => PackedText.SoundKey(row[(Offset + HashSlots)..]),
            _ => hash,
        };
    }
}
