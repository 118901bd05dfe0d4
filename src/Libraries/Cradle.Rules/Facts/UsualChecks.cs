using Cradle.Primitives;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Points out what may be stated but hardly ever is: a wage with a digit too many, a year of birth mistyped. The family may be right.</summary>
internal sealed class UsualChecks(FamilyFacts facts, FactProblems problems)
{
    private const int MonthsOfAYear = 12;

    public void Run()
    {
        Check(facts.Family, EntityKind.Family, PathRoot.Family);
        Check(facts.Mother, EntityKind.Parent, PathRoot.Mother);
        Check(facts.Father, EntityKind.Parent, PathRoot.Father);
        CheckAll(facts.Children, EntityKind.Child, PathRoot.Child);
        CheckAll(facts.MotherElders, EntityKind.Elder, PathRoot.MotherElder);
        CheckAll(facts.FatherElders, EntityKind.Elder, PathRoot.FatherElder);
    }

    private void CheckAll(List<EntityFacts>? entities, EntityKind kind, PathRoot root)
    {
        foreach (var (index, entity) in (entities ?? []).Index())
            Check(entity, kind, root, index);
    }

    private void Check(EntityFacts entity, EntityKind kind, PathRoot root, int index = 0)
    {
        foreach (var fact in facts.Vocabulary.FactsOf(kind))
            if (fact.Usual is var (low, high) && entity.TryGet(fact.Slot, out var value))
                Check(new FactPath(fact, root, index), value, low, high);
    }

    private void Check(FactPath path, long value, long low, long high)
    {
        var fact = path.Fact!;
        if (fact.Type.Kind == ValueKind.Date)
        {
            var day = DateOnly.FromDayNumber((int)value);
            if (day <= facts.AsOf && CalendarMonths.CompletedYears(day, facts.AsOf) is var years && (years < low / MonthsOfAYear || years > high / MonthsOfAYear))
                Warn(path, $"{day:yyyy-MM-dd}，到{facts.AsOf:yyyy-MM-dd}是{years}年", $"{day:yyyy-MM-dd}, {years} years before {facts.AsOf:yyyy-MM-dd}", "核对年份", "Check the year");
        }
        else if (value < low || value > high)
        {
            var text = ValueFormat.Text(value, fact.Type);
            var (zh, en) = fact.Type.Kind == ValueKind.Money ? ("核对位数，单位是元，不是万元", "Check the digits; the unit is yuan") : ("核对这个数", "Check the figure");
            Warn(path, text, text, zh, en);
        }
    }

    private void Warn(FactPath path, string zh, string en, string remedyZh, string remedyEn) => problems.Warning(path.ToString(), "unlikely",
        $"“{Questions.Name(path, Language.Chinese)}”填的是{zh}，很少见。", $"{(path.Root == PathRoot.Family ? "The" : $"The {Questions.Who(path, Language.English)}'s")} {path.Fact!.Label.En} is given as {en}, which is rare.",
        $"{remedyZh}；没错就不用改。", $"{remedyEn}; leave it if right.");
}
