using System.Text;

namespace Cradle.Platform.Web.Accounts;

/// <summary>A code as somebody typed it: full-width digits, blanks in between, a recovery code in small letters.</summary>
internal static class TypedCode
{
    public static string Of(string typed, bool recovery)
    {
        var plain = string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
        return recovery ? plain.ToUpperInvariant() : plain;
    }
}
