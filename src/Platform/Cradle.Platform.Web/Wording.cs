using System.Globalization;

namespace Cradle.Platform.Web;

/// <summary>The product speaks Chinese unless the reader switched to English. Both sentences stand side by side where they are used.</summary>
public static class Wording
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    public static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;

    /// <summary>The language tag of the page.</summary>
    public static string Tag => InEnglish ? English : Chinese;

    public static string Say(string zh, string en) => InEnglish ? en : zh;

    /// <summary>A date in prose: 2026年4月2日, 2 April 2026.</summary>
    public static string Say(DateOnly date) => InEnglish
        ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A date in a table: 2026-04-02.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
