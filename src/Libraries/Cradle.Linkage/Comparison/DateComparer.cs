using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>Days of birth: equal, a slip of the pen apart, two of year, month and day in common, or the year alone.</summary>
internal sealed class DateComparer(FieldModel field) : FieldComparer(field, 1, "different", "same year", "two parts equal", "near", "exact")
{
    private const int Different = 1;
    private const int SameYear = 2;
    private const int TwoParts = 3;
    private const int Near = 4;

    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        slots[0] = WrittenDate.Read(text, out var isDay);
        return isDay || TextForm.MeansNothing(text.Trim()) ? null : $"'{text}' is no day; write it as 1985-03-12";
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var left = a[Offset];
        var right = b[Offset];
        if (left == 0 || right == 0)
        {
            return Missing;
        }

        if (left == right)
        {
            return Exact;
        }

        var sameYear = left / 10000 == right / 10000;
        var sameMonth = left / 100 % 100 == right / 100 % 100;
        var sameDay = left % 100 == right % 100;
        var exchanged = sameYear && left % 100 == right / 100 % 100 && right % 100 == left / 100 % 100;
        return exchanged || DigitDistance.IsNear(left, right) ? Near
            : (sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0) == 2 ? TwoParts
            : sameYear ? SameYear : Different;
    }

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row) =>
        row[Offset] == 0 ? 0 : Hashing.Of((ulong)(form == KeyForm.Start ? row[Offset] / 10000 : row[Offset]));
}
