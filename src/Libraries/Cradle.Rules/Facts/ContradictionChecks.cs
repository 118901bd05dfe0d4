using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Looks for statements of which not all can be true. What can't be is an error; what is only hard to believe is a warning, and the family may be right.</summary>
internal sealed class ContradictionChecks(FamilyFacts facts, FactProblems problems)
{
    private const int ShortestBetweenBirths = 160;
    private const int LongestOfOneBirth = 2;   // twins born before and after midnight
    private const int WeeksOfPregnancy = 40;
    private const int WeeksOfDoubt = 5;
    private const int OldestNursed = 6;
    private const int YoungestMarried = 14;
    private const int LongestBeforeBirth = 310;

    // Far below the ages at which places are given: the point is a date or a word typed wrong.
    private static readonly Dictionary<string, int> YoungestIn = new() { ["kindergarten"] = 2, ["nursery_class"] = 1, ["school"] = 5 };

    public void Run()
    {
        CheckMarriage();
        CheckNursing();
        CheckPregnancy();
        CheckParent(facts.Mother, "mother");
        CheckParent(facts.Father, "father");
        foreach (var (index, child) in (facts.Children ?? []).Index())
            CheckChild(child, $"children[{index}]");
        CheckBirths();
        CheckOldPolicy();
    }

    /// <summary>Two ways of having kept to the birth rules of before 2016 exclude one another.</summary>
    private void CheckOldPolicy()
    {
        const string Only = "family_planning.only_child_before2016";
        if (facts.Number(facts.Family, EntityKind.Family, Only) == 1 && facts.Number(facts.Family, EntityKind.Family, "family_planning.two_daughters_rural") == 1)
            problems.Error("familyPlanning", "contradiction", "独生子女家庭和双女户不能同时是。", "A family of one child cannot be a family of two daughters.", "只留一项。", "Keep one.");
    }

    private void CheckMarriage()
    {
        if (facts.Day(facts.Family, EntityKind.Family, "marriage_date") is not { } wedding)
            return;
        if (facts.Number(facts.Family, EntityKind.Family, "married") == 0)
            problems.Error("marriageDate", "contradiction", "写了没有办结婚登记，又写了登记日期。", "No marriage is registered, yet its date is given.", "删去日期，或把 married 改为 true。", "Remove the date, or say married: true.");
        foreach (var (parent, zh, en) in new[] { (facts.Mother, "妈妈", "mother"), (facts.Father, "爸爸", "father") })
            if (wedding <= facts.Day(parent, EntityKind.Parent, "birth_date"))
                problems.Error("marriageDate", "order", $"结婚登记不晚于{zh}的出生日期。", $"The marriage is not later than the birth of the {en}.", "核对两个日期。", "Check both dates.");
            else if (facts.Day(parent, EntityKind.Parent, "birth_date") is { } born && CalendarMonths.CompletedYears(born, wedding) is var age && age < YoungestMarried)
                problems.Error("marriageDate", "range", $"按所填日期，{zh}结婚登记时只有{age}岁。", $"By these dates the {en} was {age} at the marriage.", "核对两个日期。", "Check both dates.");
    }

    private void CheckNursing()
    {
        if (facts.Number(facts.Father, EntityKind.Parent, "breastfeeding") == 1)
            problems.Error("father.breastfeeding", "contradiction", "哺乳只能写在妈妈名下。", "Nursing belongs to the mother.", "移到 mother。", "Move it to mother.");
        if (facts.Number(facts.Mother, EntityKind.Parent, "breastfeeding") == 1 && facts.Children is { Count: > 0 } children
            && children.TrueForAll(child => facts.Day(child, EntityKind.Child, "birth_date") is { } birth && birth.AddYears(OldestNursed) <= facts.AsOf))
            problems.Warning("mother.breastfeeding", "unlikely", $"写了正在哺乳，但孩子都满{OldestNursed}岁了。", $"Nursing is stated, but all children are {OldestNursed} or older.", "核对出生日期；没错就不用改。", "Check the birth dates; leave them if right.");
    }

    private void CheckPregnancy()
    {
        if (facts.Number(facts.Mother, EntityKind.Parent, "pregnancy_weeks") is not (> 0 and var weeks) || facts.Children is not { } children)
            return;
        var due = children.Where(child => facts.Number(child, EntityKind.Child, "expected") == 1).Select(child => facts.Day(child, EntityKind.Child, "birth_date")).FirstOrDefault();
        if (due is not { } date)
            problems.Warning("mother.pregnancyWeeks", "contradiction", "写了怀孕周数，但孩子里没有快出生的。", "Weeks of pregnancy are given, but no child is expected.", "把快出生的孩子也列出来，写预产期 dueDate。", "List the expected child too, with its dueDate.");
        else if (Math.Abs((date.DayNumber - facts.AsOf.DayNumber) / 7 - (WeeksOfPregnancy - weeks)) > WeeksOfDoubt)
            problems.Warning("mother.pregnancyWeeks", "unlikely", "怀孕周数和预产期对不上。", "The weeks of pregnancy do not fit the due date.", "核对周数和预产期。", "Check the weeks and the due date.");
    }

    private void CheckParent(EntityFacts parent, string path)
    {
        if (facts.Number(parent, EntityKind.Parent, "provident_fund.depositor") == 0 && facts.Number(parent, EntityKind.Parent, "provident_fund.division") is not null)
            problems.Warning($"{path}.providentFund.division", "contradiction", "写了不缴公积金，又写了缴存地。", "No fund is paid into, yet its place is given.", "核对 depositor。", "Check depositor.");
    }

    private void CheckChild(EntityFacts child, string path)
    {
        var birth = facts.Day(child, EntityKind.Child, "birth_date");
        if (facts.Day(child, EntityKind.Child, "household_registered_on") is { } registered)
        {
            if (registered < birth)
                problems.Error($"{path}.householdRegisteredOn", "order", "落户早于出生。", "The household was registered before birth.", "核对两个日期。", "Check both dates.");
            if (registered > facts.AsOf)
                problems.Error($"{path}.householdRegisteredOn", "future", "落户日期在将来。", "The date of household registration lies in the future.", "还没落户就不要填。", "Leave it out until it is done.");
        }

        if (facts.Day(child, EntityKind.Child, "maternity_leave_start") is { } leave && birth is { } delivered && Math.Abs(leave.DayNumber - delivered.DayNumber) > LongestBeforeBirth)
            problems.Error($"{path}.maternityLeaveStart", "order", "产假开始的日期和孩子出生的日期相差太远。", "The maternity leave begins too far from the birth.", "核对两个日期。", "Check both dates.");
        if (facts.Day(child, EntityKind.Child, "maternity_leave_end") < facts.Day(child, EntityKind.Child, "maternity_leave_start"))
            problems.Error($"{path}.maternityLeaveEnd", "order", "产假结束早于开始。", "The maternity leave ends before it begins.", "核对两个日期。", "Check both dates.");
        if (birth is { } born && facts.Member(child, EntityKind.Child, "care") is { } care && YoungestIn.TryGetValue(care, out var youngest)
            && (facts.Number(child, EntityKind.Child, "expected") == 1 || CalendarMonths.CompletedYears(born, facts.AsOf) < youngest))
            problems.Warning($"{path}.care", "unlikely", "按出生日期，孩子还没到上这种园、校的年龄。", "By the birth date the child is too young for this place.", "核对出生日期和 care；没错就不用改。", "Check the birth date and care; leave them if right.");
    }

    private void CheckBirths()
    {
        var births = (facts.Children ?? []).Index().Select(item => (item.Index, Birth: facts.Day(item.Item, EntityKind.Child, "birth_date"), Child: item.Item))
            .Where(item => item.Birth is not null && facts.Number(item.Child, EntityKind.Child, "adopted") != 1).OrderBy(item => item.Birth).ToList();
        for (var index = 1; index < births.Count; index++)
        {
            var (earlier, later) = (births[index - 1], births[index]);
            var days = later.Birth!.Value.DayNumber - earlier.Birth!.Value.DayNumber;
            if (days is > LongestOfOneBirth and < ShortestBetweenBirths)
                problems.Warning($"children[{later.Index}].birthDate", "unlikely", $"和上一个孩子只差{days}天。", $"Only {days} days after the child before.", "核对两个日期；没错就不用改。", "Check both dates; leave them if right.");
            if (days == 0 && facts.Number(earlier.Child, EntityKind.Child, "babies") is { } one && facts.Number(later.Child, EntityKind.Child, "babies") is { } other && one != other)
                problems.Error($"children[{later.Index}].babies", "contradiction", $"同一天出生的孩子，一个写了一次生{one}个，一个写了{other}个。", $"Of children born on one day one says {one} at this birth, another {other}.", "改成一样的。", "Make them the same.");
        }
    }
}
