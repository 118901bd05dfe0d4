using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>
/// Citizen identity numbers. For a person's own number two valid, different ones exclude a match; a parent's number is only
/// evidence, since siblings share it.
/// </summary>
internal sealed class ResidentIdComparer(FieldModel field) : FieldComparer(field, 3, "conflict", "different", "same birth part", "near", "exact")
{
    private const int Conflict = 1;
    private const int Different = 2;
    private const int SameBirthPart = 3;
    private const int Near = 4;
    private const int ValidAt = 2;

    // The three digits of the sequence stand behind the birth date, the six of the division before it.
    private const long Sequence = 1000;
    private const long DateAndSequence = 100_000_000_000;

    public override int Veto => Field.Kind == FieldKind.ResidentId ? Conflict : -1;

    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        var id = WrittenId.Read(text, out var error);
        SetWide(slots, 0, (ulong)id.Digits);
        slots[ValidAt] = id.IsValid ? 1 : 0;
        return error?.ToString();
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var left = (long)Wide(a, Offset);
        var right = (long)Wide(b, Offset);
        if (left == 0 || right == 0)
        {
            return Missing;
        }

        if (left == right)
        {
            return Exact;
        }

        if (a[Offset + ValidAt] == 1 && b[Offset + ValidAt] == 1)
        {
            return Conflict;
        }

        return DigitDistance.IsNear(left, right) ? Near
            : left % DateAndSequence / Sequence == right % DateAndSequence / Sequence ? SameBirthPart
            : Different;
    }

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row)
    {
        var digits = Wide(row, Offset);
        return digits == 0 ? 0 : Hashing.Of(form == KeyForm.Value ? digits : digits / DateAndSequence);
    }

    /// <summary>The valid number of a record, 0 where it has none.</summary>
    public long ValidDigits(ReadOnlySpan<int> row) => row[Offset + ValidAt] == 1 ? (long)Wide(row, Offset) : 0;
}
