using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>English phrases: conditions.</summary>
internal sealed partial class EnglishWording(Func<long, string?>? divisionName) : Wording
{
    /// <summary>Enumerations whose members are said of the owner directly; others are said as "the label is the member".</summary>
    private static readonly Dictionary<string, (string Affirmed, string Negated)> MemberPhrases = new()
    {
        ["employment"] = ("{0} is {1}", "{0} is not {1}"),
        ["parents"] = ("the family has {1}", "the family has not {1}"),
    };

    public override Language Language => Language.English;

    public override bool ListsStandAlone => false;

    public override string Owner(EntityReference entity) => entity switch
    {
        EntityReference.Family => "the family",
        EntityReference.Mother => "the mother",
        EntityReference.Father => "the father",
        EntityReference.Parent => "the parent",
        EntityReference.Spouse => "the spouse",
        _ => "the child",
    };

    public override string Item(CollectionKind collection, ItemRole role) => (collection, role) switch
    {
        (CollectionKind.Children, ItemRole.Some) => "some child",
        (CollectionKind.Children, ItemRole.Every) => "every child",
        (CollectionKind.Children, _) => "that child",
        (_, ItemRole.Some) => "an elder in hospital",
        (_, ItemRole.Every) => "every elder in hospital",
        _ => "that elder",
    };

    public override string Of(string owner, string label) => $"{owner}'s {label}";

    public override string Predicate(string owner, EntityKind kind, Bilingual label, bool negated) =>
        EnglishPredicate.Say(owner, kind, label.En, negated);

    public override string Members(string owner, Bilingual label, Enumeration enumeration, IReadOnlyList<int> members, bool negated)
    {
        var names = members.Select(member => enumeration.Labels[member].En).ToList();
        if (names is [var absent] && absent.StartsWith("not ", StringComparison.Ordinal))
            return negated ? $"{owner} is {absent["not ".Length..]}" : $"{owner} is {absent}";
        var (affirmed, refused) = MemberPhrases.GetValueOrDefault(enumeration.Name, ("{0}'s {2} is {1}", "{0}'s {2} is not {1}"));
        if (enumeration.Name == "employment")
            names = [.. names.Select(name => name == "student" ? "a student" : name)];
        return names.Count > 1 && negated
            ? $"{owner}'s {label.En} is none of {string.Join(", ", names)}"
            : string.Format(CultureInfo.InvariantCulture, negated ? refused : affirmed, owner, Choices(names), label.En);
    }

    public override string Comparison(Comparator comparator, string left, string right, ValueKind kind)
    {
        var isDate = kind == ValueKind.Date;
        return $"{left} is " + comparator switch
        {
            Comparator.Equal => "",
            Comparator.NotEqual => "not ",
            Comparator.Less => isDate ? "before " : "less than ",
            Comparator.LessOrEqual => isDate ? "not after " : "at most ",
            Comparator.Greater => isDate ? "after " : "more than ",
            _ => isDate ? "not before " : "at least ",
        } + right;
    }

    public override string Between(string operand, string low, string high, bool negated) =>
        $"{operand} is {(negated ? "not " : "")}between {low} and {high} (both included)";

    public override string Among(string operand, IReadOnlyList<string> values, bool negated) =>
        negated && values.Count > 1 ? $"{operand} is none of {string.Join(", ", values)}" : $"{operand} is {(negated ? "not " : "")}{Choices(values)}";

    public override string Inside(string division, string outer, bool negated) => $"{division} is {(negated ? "not " : "")}in {outer}";

    public override string Includes(string set, string member, bool negated) => $"{set} {(negated ? "do not include" : "include")} {member}";

    public override string Empty(string set, bool negated) => negated ? $"at least one of {set} applies" : $"none of {set} applies";

    public override string All(IReadOnlyList<string> conditions) => string.Join(" and ", conditions);

    public override string Any(IReadOnlyList<string> conditions) => string.Join(" or ", conditions);

    public override string Group(string text) => $"({text})";

    public override string NotSo(string condition) => $"it is not so that ({condition})";

    public override string Constant(bool value) => value ? "in every case" : "in no case";

    public override string Choice(string test, string then, string otherwise) => $"(if {test}, {then}; otherwise {otherwise})";

    public override string Quantified(CollectionReference collection, string owner, bool all, string body, bool negated)
    {
        var item = collection.Kind == CollectionKind.Children ? "child" : $"elder of {owner} in hospital";
        return (all, negated) switch
        {
            (false, false) => $"for at least one {item} ({body})",
            (false, true) => $"for no {item} ({body})",
            (true, false) => $"for every {item} ({body})",
            _ => $"not for every {item} ({body})",
        };
    }

    public override string HasItems(CollectionReference collection, string owner, bool negated) =>
        collection.Kind == CollectionKind.Children
            ? $"the family has {(negated ? "no" : "a")} child"
            : $"{owner} has {(negated ? "no" : "an")} elder in hospital";

    public override string Items(CollectionReference collection, string owner, string? filter)
    {
        var items = collection.Kind == CollectionKind.Children ? "the children" : $"the elders of {owner} in hospital";
        return filter is null ? items : $"{items} for whom ({filter})";
    }

    private static string Choices(IReadOnlyList<string> values) =>
        values.Count == 1 ? values[0] : $"{string.Join(", ", values.Take(values.Count - 1))} or {values[^1]}";
}
