using Microsoft.AspNetCore.Mvc;

namespace Cradle.Entitlements.Rehearsals;

public static class RehearsalLinks
{
    public static string ToRehearsal(this IUrlHelper url) => url.Content("~/policy/rehearsal");

    public static string ToRehearsal(this IUrlHelper url, string id, int year = 1) => url.Content($"~/policy/rehearsal/{id}") + (year == 1 ? "" : FormattableString.Invariant($"?year={year}"));

    public static string ToRehearsalTable(this IUrlHelper url, string id, string table) => url.Content($"~/policy/rehearsal/{id}?handler=Table&name={table}");
}
