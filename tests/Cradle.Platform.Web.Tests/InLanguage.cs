using System.Globalization;

namespace Cradle.Platform.Web.Tests;

/// <summary>Sets the language of the reader for a block.</summary>
internal sealed class InLanguage : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public InLanguage(string tag) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(tag);

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}
