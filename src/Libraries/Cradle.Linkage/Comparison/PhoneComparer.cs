using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>Telephone numbers: equal, one digit apart, different.</summary>
internal sealed class PhoneComparer(FieldModel field) : FieldComparer(field, 2, "different", "near", "exact")
{
    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        var number = WrittenPhone.Read(text);
        SetWide(slots, 0, (ulong)number);
        return number != 0 || TextForm.MeansNothing(text.Trim()) ? null : $"'{text}' is no telephone number: 7 to 15 digits, not all the same";
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var left = (long)Wide(a, Offset);
        var right = (long)Wide(b, Offset);
        return left == 0 || right == 0 ? Missing : left == right ? Exact : DigitDistance.IsNear(left, right) ? 2 : 1;
    }

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row) => Wide(row, Offset) is > 0 and var number ? Hashing.Of(number) : 0;
}
