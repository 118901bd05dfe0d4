using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Cradle.Platform.Web.Http;

/// <summary>A path as a log may hold it: a random id that opens something by itself, such as a shared list, is left out.</summary>
internal static partial class LoggedPath
{
    public static string Of(PathString path) => OpeningId().Replace(path.Value ?? "", "/*");

    [GeneratedRegex("/[0-9a-fA-F]{32}(?=/|$)")]
    private static partial Regex OpeningId();
}
