using System.Globalization;
using Cradle.Platform.Web;
using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>Says the known facts of a family in words, member by member.</summary>
public sealed class FactText(Language language, Func<long, string?> divisionName)
{
    public IReadOnlyList<GivenFacts> Of(FamilyFacts facts)
    {
        var given = new List<GivenFacts>();
        Add(Say("家庭", "Family"), EntityKind.Family, facts.Family);
        Add(Say("妈妈", "Mother"), EntityKind.Parent, facts.Mother);
        AddElders(Say("妈妈的父母（住院）", "Mother's parent in hospital"), facts.MotherElders);
        Add(Say("爸爸", "Father"), EntityKind.Parent, facts.Father);
        AddElders(Say("爸爸的父母（住院）", "Father's parent in hospital"), facts.FatherElders);
        if (facts.Children is { Count: 0 })
            given.Add(new GivenFacts(Say("孩子", "Children"), [Say("没有孩子", "none")]));
        foreach (var (index, child) in (facts.Children ?? []).Index())
            Add(facts.Children!.Count == 1 ? Say("孩子", "Child") : Say($"第{index + 1}个孩子", $"Child {index + 1}"), EntityKind.Child, child);
        return given;

        void Add(string who, EntityKind kind, EntityFacts entity)
        {
            var known = Known(facts.Vocabulary, kind, entity).ToList();
            if (known.Count > 0)
                given.Add(new GivenFacts(who, known));
        }

        void AddElders(string who, List<EntityFacts>? elders)
        {
            if (elders is { Count: 0 })
                given.Add(new GivenFacts(who, [Say("没有", "none")]));
            foreach (var elder in elders ?? [])
                Add(who, EntityKind.Elder, elder);
        }
    }

    private IEnumerable<string> Known(Vocabulary vocabulary, EntityKind kind, EntityFacts entity)
    {
        var expected = vocabulary.Find(EntityKind.Child, "expected");
        var isExpected = kind == EntityKind.Child && expected is not null && entity.TryGet(expected.Slot, out var flag) && flag != 0;
        foreach (var fact in vocabulary.FactsOf(kind))
        {
            if (fact == expected || !entity.TryGet(fact.Slot, out var value) || IsPresumed(fact, value))
                continue;
            var label = isExpected && fact.Path == "birth_date" ? Say("预产期", "due date") : fact.Label.In(language);
            yield return Say($"{label}：{Value(value, fact.Type)}", $"{label}: {Value(value, fact.Type)}");
        }
    }

    /// <summary>Said of every child unless it is adopted.</summary>
    private static bool IsPresumed(FactDefinition fact, long value) => fact is { Entity: EntityKind.Child, Path: "adopted" } && value == 0;

    private string Value(long value, RuleType type) => type.Kind switch
    {
        ValueKind.Bool => value != 0 ? Say("是", "yes") : Say("否", "no"),
        ValueKind.Date => Wording.Iso(DateOnly.FromDayNumber((int)value)),
        ValueKind.Money => (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) + Say("元", " yuan"),
        ValueKind.Days => value.ToString(CultureInfo.InvariantCulture) + Say("天", value == 1 ? " day" : " days"),
        ValueKind.Months => value.ToString(CultureInfo.InvariantCulture) + Say("个月", value == 1 ? " month" : " months"),
        ValueKind.Division => divisionName(value) ?? value.ToString("00", CultureInfo.InvariantCulture),
        ValueKind.Enum => type.Enumeration!.Labels[(int)value].In(language),
        ValueKind.Set when value == 0 => Say("都不是", "none of them"),
        ValueKind.Set => string.Join(Say("、", ", "), type.Enumeration!.Labels.Where((_, index) => (value >> index & 1) != 0).Select(label => label.In(language))),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private string Say(string zh, string en) => language == Language.English ? en : zh;
}
