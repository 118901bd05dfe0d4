using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Cradle.Entitlements.Policies;

/// <summary>Every address of the policy reader. Clause numbers are Chinese and go escaped; nobody builds such an address by hand.</summary>
public static class PolicyLinks
{
    public static string ToPolicy(this IUrlHelper url) => url.Content("~/policy");

    public static string ToDocument(this IUrlHelper url, string document) =>
        url.Content(document.StartsWith("norms/", StringComparison.Ordinal) ? $"~/policy/norms/{Uri.EscapeDataString(document[6..])}" : $"~/policy/{Uri.EscapeDataString(document)}");

    /// <summary>The page of a clause; for a norm its page, at the article.</summary>
    public static string ToClause(this IUrlHelper url, Citation clause) => clause switch
    {
        { Clause.Length: 0 } => url.ToDocument(clause.Document),
        { IsNorm: true } => $"{url.ToDocument(clause.Document)}#{Article(clause.Clause)}",
        _ => $"{url.ToDocument(clause.Document)}/{Uri.EscapeDataString(clause.Clause)}",
    };

    public static string ToRules(this IUrlHelper url) => url.Content("~/policy/rules");

    public static string ToQuantity(this IUrlHelper url, string quantity) => url.Content($"~/policy/rules/{Uri.EscapeDataString(quantity)}");

    /// <summary>One rule on the page of its quantity.</summary>
    public static string ToRule(this IUrlHelper url, string quantity, string rule) => $"{url.ToQuantity(quantity)}#{rule}";

    public static string ToSearch(this IUrlHelper url, string? words = null) =>
        url.Content("~/policy/search") + (string.IsNullOrEmpty(words) ? "" : $"?q={Uri.EscapeDataString(words)}");

    public static string ToComparison(this IUrlHelper url) => url.Content("~/entitlements/compare");

    /// <summary>Where a service that is live begins; null where there is no page for it.</summary>
    public static string? ToService(this IUrlHelper url, string service) => service switch
    {
        "document-reader" => url.ToPolicy(),
        "policy-rule-base" => url.ToRules(),
        "entitlement-calculator" => url.Content("~/entitlements"),
        "place-comparison" => url.ToComparison(),
        "newborn-joint-application" => url.Content("~/births"),
        "childbearing-registration-online" => url.Content("~/births/registration"),
        "legacy-fee-disposal" => url.Content("~/births/fees"),
        "task-ledger" => url.Content("~/governance/tasks"),
        "measure-ledger" => url.Content("~/governance/measures"),
        "restrictive-provision-register" => url.Content("~/governance/provisions"),
        "delink-complaint" => url.Content("~/governance/complaints"),
        "joint-meeting-decisions" => url.Content("~/governance/meetings"),
        "target-assessment" => url.Content("~/governance/assessments"),
        "annual-report" => url.Content("~/governance/reports"),
        "model-selection" => url.Content("~/governance/commendations"),
        "volunteer-projects" => url.Content("~/governance/volunteers"),
        "research-data-request" => url.Content("~/governance/research"),
        _ => null,
    };

    /// <summary>The id of an article on the page of its norm.</summary>
    public static string Article(string number) => $"article-{number}";

    /// <summary>The id of a row of a responsibility matrix on the page of its document.</summary>
    public static string Task(int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"task-{row}");

    public static string ToTask(this IUrlHelper url, string document, int row) => $"{url.ToDocument(document)}#{Task(row)}";
}
