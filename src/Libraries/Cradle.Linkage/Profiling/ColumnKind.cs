using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Profiling;

/// <summary>Tells from its values, helped by its header, what a column holds.</summary>
internal static class ColumnKind
{
    private const double Most = 0.8;
    private const double Half = 0.5;
    private const int FewValues = 12;
    private const double NearlyAll = 0.95;

    /// <summary>The kind of a column, or null for one that can be no evidence: empty, or always the same.</summary>
    public static FieldKind? Of(ColumnSample column)
    {
        if (column.Distinct < 2)
        {
            return null;
        }

        return ByShape(column) ?? ByWords(column);
    }

    private static FieldKind? ByShape(ColumnSample column)
    {
        var parent = HeaderWords.IsParent(column.Header);
        if (column.Share(IsResidentId) >= Half)
        {
            return parent ? FieldKind.ParentId : FieldKind.ResidentId;
        }

        if (column.Distinct <= FewValues && (HeaderWords.IsSex(column.Header) || column.Share(value => value is "男" or "女") >= Most))
        {
            return FieldKind.Sex;
        }

        if (column.Share(IsMobile) >= Most || HeaderWords.IsPhone(column.Header) && column.Share(value => WrittenPhone.Read(value) != 0) >= Half)
        {
            return FieldKind.Phone;
        }

        if (column.Share(IsDay) >= Most || HeaderWords.IsBirth(column.Header) && column.Share(IsDay) >= Half)
        {
            return HeaderWords.IsBirth(column.Header) || HeaderWords.RecordIdScore(column.Header) == 0 && column.DistinctShare > 0.01 ? FieldKind.BirthDate : null;
        }

        return column.Share(IsChineseAddress) >= Half ? FieldKind.Address
            : column.Share(IsChineseName) >= Most && !IsCategory(column) ? parent ? FieldKind.ParentName : FieldKind.PersonName
            : null;
    }

    private static FieldKind ByWords(ColumnSample column)
    {
        var numeric = column.Share(value => value.Any(char.IsAsciiDigit) && !value.Contains(' '));
        if (numeric >= Most)
        {
            return column.Distinct <= FewValues ? FieldKind.Ordinal : column.Values.Average(value => value.Length) > 6 ? FieldKind.Identifier : FieldKind.Code;
        }

        return HeaderWords.IsSurname(column.Header) ? FieldKind.Surname
            : HeaderWords.IsGivenName(column.Header) ? FieldKind.GivenName
            : IsCategory(column) ? FieldKind.Category
            : FieldKind.Text;
    }

    private static bool IsCategory(ColumnSample column) => column.Values.Count > FewValues * 4 && column.CoveredBy(FewValues) >= NearlyAll;

    private static bool IsResidentId(string value) =>
        value.Length is 18 or 15 && value.AsSpan(0, value.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0 && WrittenId.Read(value, out _).IsValid;

    private static bool IsMobile(string value) => WrittenPhone.Read(value) is >= 13_000_000_000 and < 20_000_000_000;

    private static bool IsDay(string value) => WrittenDate.Read(value, out var isDay) > 0 && isDay;

    private static bool IsChineseAddress(string value) =>
        value.Length >= 6 && value.Count(TextForm.IsHanzi) >= 4 && value.AsSpan().IndexOfAny("省市区县镇乡路街村旗州") > 0;

    private static bool IsChineseName(string value) =>
        value.Length >= 2 && value.All(c => TextForm.IsHanzi(c) || c is '·' or '•' or '.' or ' ') && (value.Length <= 4 || value.Contains('·') || PlaceholderName.Is(value));
}
