using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Comparison;

/// <summary>Fields of few values, which agree or do not.</summary>
internal sealed class EqualComparer(FieldModel field) : FieldComparer(field, 1, "different", "exact")
{
    private const int Male = 1;
    private const int Female = 2;

    public override string? Encode(ReadOnlySpan<char> text, Span<int> slots)
    {
        Span<char> buffer = stackalloc char[48];
        var value = TextForm.Normalise(text, buffer);
        if (TextForm.MeansNothing(value))
        {
            return null;
        }

        if (Field.Kind == FieldKind.Sex)
        {
            slots[0] = SexOf(value);
            return slots[0] == 0 ? $"'{text}' is no sex; write 男 or 女, 1 or 2" : null;
        }

        slots[0] = unchecked((int)Hashing.Of(value)) | 1;
        return null;
    }

    public override int Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b) =>
        a[Offset] == 0 || b[Offset] == 0 ? Missing : a[Offset] == b[Offset] ? Exact : 1;

    public override ulong Key(KeyForm form, ReadOnlySpan<int> row) => row[Offset] == 0 ? 0 : Hashing.Of((uint)row[Offset]);

    private static int SexOf(ReadOnlySpan<char> value) => value switch
    {
        "男" or "1" or "m" or "male" or "男性" => Male,
        "女" or "2" or "f" or "female" or "女性" => Female,
        _ => 0,
    };
}
