using System.Globalization;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Api;

/// <summary>Codes, units and names as the contract writes them.</summary>
internal static class Names
{
    public static string Code(int division) => division.ToString("00", CultureInfo.InvariantCulture);

    public static Bilingual Of(PolicyLibrary library, int division) =>
        new(library.NameOf(division, Language.Chinese) ?? Code(division), library.NameOf(division, Language.English) ?? Code(division));

    /// <summary>The unit of a value; null for a right without a number.</summary>
    public static string? Unit(QuantityHeader header) => header.Unit == "flag" ? null : header.Unit;

    /// <summary>The same thing said in both languages.</summary>
    public static Bilingual Both(PolicyLibrary library, Func<Cradle.Rules.Explain.RuleRenderer, string> say) =>
        new(say(library.Renderers[Language.Chinese]), say(library.Renderers[Language.English]));
}
