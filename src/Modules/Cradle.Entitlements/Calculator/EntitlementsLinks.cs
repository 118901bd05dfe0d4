using System.Globalization;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>Addresses of the calculator; none ever carries an answer.</summary>
public static class EntitlementsLinks
{
    public const string Start = "/entitlements";
    public const string Gone = "/entitlements?gone=true";
    public const string Result = "/entitlements/result";
    public const string Answers = "/entitlements/answers";
    public const string Circumstances = "/entitlements/circumstances";
    public const string Calendar = "/entitlements/calendar.ics";

    public static string Question(FactPath? path = null) =>
        path is { } at ? $"/entitlements/question?at={Uri.EscapeDataString(at.ToString())}" : "/entitlements/question";

    /// <summary>A question asked again; it leads back to the answers.</summary>
    public static string Change(FactPath path) => Question(path) + "&change=true";

    /// <summary>The number of children with every number offered.</summary>
    public static string MoreChildren(FactPath path, bool change) => (change ? Change(path) : Question(path)) + "&all=true";

    /// <summary>The screen on which a fact was asked: its own, or the one of the rare circumstances.</summary>
    public static string Screen(FactPath path) => RareCircumstances.Holds(path) ? Circumstances : Question(path);

    /// <summary>The explanation of one outcome: quantity, and which instance and lane.</summary>
    public static string Why(Outcome outcome)
    {
        var query = new List<string>();
        if (outcome.Child is { } child)
            query.Add("child=" + child.ToString(CultureInfo.InvariantCulture));
        if (outcome.Beneficiary is "mother" or "father" && outcome.Header.Instance is InstanceKind.Parent)
            query.Add("who=" + outcome.Beneficiary);
        if (outcome.IsDraft)
            query.Add("draft=true");
        return $"/entitlements/why/{outcome.Header.Id}" + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    public static string Shared(string id) => $"/entitlements/shared/{id}";
}
