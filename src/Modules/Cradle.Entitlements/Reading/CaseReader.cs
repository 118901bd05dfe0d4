using System.Globalization;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>Turns a worked case into sentences: the family by the labels of the vocabulary, the expectation by the words of the outcome cards.</summary>
public sealed class CaseReader(PolicyLibrary library)
{
    // The case names these for the check; a reader sees them in the value, the dates or the rule already.
    private static readonly HashSet<string> Said = ["status", "value", "unit", "from", "until", "rule", "handler", "strength", "atLeast"];

    public CaseText Read(WorkedCase @case, QuantityHeader header)
    {
        var language = PolicyLibrary.Language;
        var reading = library.Reader.Read(@case.FamilyJson, library.Today);
        var given = new List<GivenFacts>();
        if (reading.Facts is { } facts)
        {
            given.Add(new GivenFacts(Wording.Say("这一天", "On"), [Wording.Say(facts.AsOf)]));
            given.AddRange(new FactText(language, code => library.NameOf(code, language)).Of(facts));
        }

        return new CaseText(@case.Name, @case.Scenario, library.NameOf(@case.Division), given,
            [.. @case.Expectations.Select(expectation => Expected(expectation, InUnit(expectation, header), reading.Facts?.Children?.Count ?? 0))]);
    }

    private ExpectedOutcome Expected(Expectation expectation, QuantityHeader header, int children)
    {
        var who = PolicyWords.Beneficiary(expectation.For ?? header.Beneficiary).ToString();
        if (expectation.Child is { } child && children > 1)
            who += Wording.Say($"（第{child + 1}个孩子）", $" (child {child + 1})");
        var rule = expectation.Members.GetValueOrDefault("rule");
        return new ExpectedOutcome(who, expectation.None ? null : expectation.Members.GetValueOrDefault("status"), expectation.Lane == "draft",
            string.Join(Wording.Say("；", "; "), Parts(expectation, header)), rule is { } id && library.Policy.Rules.ContainsKey(id) ? [id] : []);
    }

    // A rule may carry a unit of its own; the case names it, or the rule.
    private QuantityHeader InUnit(Expectation expectation, QuantityHeader header)
    {
        if (expectation.Members.TryGetValue("rule", out var id) && library.Policy.Rules.TryGetValue(id, out var named))
            return named.In(header);
        return expectation.Members.TryGetValue("unit", out var unit) && unit != header.Unit
            && library.Policy.Rules.Values.FirstOrDefault(rule => rule.Unit == unit) is { } other ? other.In(header) : header;
    }

    private IEnumerable<string> Parts(Expectation expectation, QuantityHeader header)
    {
        if (expectation.None)
            yield return Wording.Say("没有这一项", "no such outcome");
        var members = expectation.Members;
        if (members.TryGetValue("value", out var value))
            yield return Amount(value, header) + (members.GetValueOrDefault("atLeast") == "true" ? Wording.Say("起", " or more") : "");
        if (expectation.Bounds is [var low, var high])
            yield return Wording.Say($"在{Amount(low, header)}和{Amount(high, header)}之间", $"between {Amount(low, header)} and {Amount(high, header)}");
        if (Span(members.GetValueOrDefault("from"), members.GetValueOrDefault("until")) is { } span)
            yield return span;
        if (expectation.Missing is { Count: > 0 } missing)
            yield return Wording.Say("还差：", "still needed: ") + string.Join(Wording.Say("、", ", "), missing.Select(Fact));
        if (members.TryGetValue("handler", out var handler))
            yield return Wording.Say($"由{PolicyWords.Handler(handler)}办", $"handled by the {PolicyWords.Handler(handler)}");
        if (members.TryGetValue("strength", out var strength))
            yield return PolicyWords.Strength(strength).ToString();
        foreach (var (name, other) in members.Where(member => !Said.Contains(member.Key)))
            yield return Wording.Say($"{name}：{other}", $"{name}: {other}");
    }

    private static string? Span(string? from, string? until) => (from, until) switch
    {
        (null, null) => null,
        (_, null) => Wording.Say($"从{from}起", $"from {from}"),
        (null, _) => Wording.Say($"到{until}为止", $"until {until}"),
        _ => Wording.Say($"{from}至{until}", $"{from} to {until}"),
    };

    /// <summary>A value of the contract, back in the unit of its quantity.</summary>
    private string Amount(string text, QuantityHeader header)
    {
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return text;
        var scale = header.ValueType?.Kind switch { ValueKind.Money => 100m, ValueKind.Rate => RuleType.RateScale / 100m, _ => 1m };
        return library.Renderer.Value((long)(number * scale), header);
    }

    /// <summary>The name of a missing fact, e.g. <c>mother.employerDivision</c>.</summary>
    private string Fact(string path)
    {
        var parts = path.Split('.');
        var (kind, skip) = parts[0] switch
        {
            "mother" or "father" when parts.Length > 1 && parts[1].StartsWith("parentsInHospital[", StringComparison.Ordinal) => (EntityKind.Elder, 2),
            "mother" or "father" => (EntityKind.Parent, 1),
            var root when root.StartsWith("children[", StringComparison.Ordinal) => (EntityKind.Child, 1),
            _ => (EntityKind.Family, 0),
        };
        var fact = library.Pack.Vocabulary.FactsOf(kind).FirstOrDefault(fact => fact.JsonPath.SequenceEqual(parts.Skip(skip)));
        var owner = parts[0] is "mother" or "father" ? PolicyWords.Beneficiary(parts[0]) + Wording.Say("的", ": ") : "";
        return fact is null ? path switch
        {
            "children" => Wording.Say("孩子", "the children"),
            _ => owner + Wording.Say("住院的父母", "parents in hospital"),
        } : owner + fact.Label.In(PolicyLibrary.Language);
    }
}
