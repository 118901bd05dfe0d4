using Cradle.Primitives;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Looks for what cannot be: dates in an impossible order, facts that contradict one another.</summary>
internal sealed class FamilyChecks(FamilyFacts facts, FactProblems problems)
{
    private const int LongestPregnancyDays = 310;
    private const int YoungestParent = 14;
    private const int OldestParent = 60;
    private const int YoungestConceiving = 8;
    private const int Nowhere = 0;

    private readonly DateOnly _asOf = facts.AsOf;

    public void Run()
    {
        CompleteFunds();
        CompleteAbsent();
        CompleteOldest();
        var children = facts.Children ?? [];
        for (var index = 0; index < children.Count; index++)
            CheckChild(children[index], $"children[{index}]");
        CheckTogether(children);
        CheckParent(facts.Mother, "mother", facts.MotherElders);
        CheckParent(facts.Father, "father", facts.FatherElders);
        if (Day(facts.Family, EntityKind.Family, "marriage_date") > _asOf)
            problems.Error("marriageDate", "future", "结婚登记日期在将来。", "The marriage date lies in the future.", "核对日期，还没登记就不要填。", "Check it, or leave it out.");
        if (Number(facts.Father, EntityKind.Parent, "pregnancy_weeks") is not null)
            problems.Error("father.pregnancyWeeks", "contradiction", "怀孕周数只能写在妈妈名下。", "Weeks of pregnancy belong to the mother.", "移到 mother。", "Move it to mother.");
    }

    /// <summary>A stated fund place says that the parent pays into a fund; twins that are listed one by one say how many they are.</summary>
    private void CompleteFunds()
    {
        foreach (var parent in new[] { facts.Mother, facts.Father })
            if (Number(parent, EntityKind.Parent, "provident_fund.division") is not null && Number(parent, EntityKind.Parent, "provident_fund.depositor") is null
                && facts.Vocabulary.Find(EntityKind.Parent, "provident_fund.depositor") is { } depositor)
                parent.Set(depositor.Slot, 1);
    }

    /// <summary>A parent who is not in the family has no work, insurance, fund or place there, and no parents of that side in hospital: nothing is left to ask.</summary>
    private void CompleteAbsent()
    {
        var isFather = Member(facts.Family, EntityKind.Family, "parents") switch { "mother_only" => true, "father_only" => false, _ => (bool?)null };
        if (isFather is not { } gone)
            return;
        var absent = gone ? facts.Father : facts.Mother;
        if (!absent.IsBlank)
            problems.Warning(gone ? "father" : "mother", "contradiction", gone ? "写了家里没有爸爸，又填了爸爸的情况。" : "写了家里没有妈妈，又填了妈妈的情况。",
                $"There is no {(gone ? "father" : "mother")} in the family, yet facts of the {(gone ? "father" : "mother")} are given.", "核对 parents。", "Check parents.");
        foreach (var fact in facts.Vocabulary.FactsOf(EntityKind.Parent).Where(fact => !absent.TryGet(fact.Slot, out _)))
            if (fact.Type.Kind == ValueKind.Bool)
                absent.Set(fact.Slot, 0);
            else if (fact is { Type.Kind: ValueKind.Division, AskWhen: null })   // the others hang on work and fund
                absent.Set(fact.Slot, Nowhere);
            else if (fact.Type.Enumeration?.IndexOf("none") is >= 0 and var none)
                absent.Set(fact.Slot, none);
        if (gone)
            facts.FatherElders ??= [];
        else
            facts.MotherElders ??= [];
    }

    /// <summary>The oldest of a couple is the older of the two, once the birth dates of all who are there are known.</summary>
    private void CompleteOldest()
    {
        if (facts.Vocabulary.Find(EntityKind.Family, "family_planning.oldest_member_birth_date") is not { } oldest || facts.Family.TryGet(oldest.Slot, out _))
            return;
        EntityFacts[] members = Member(facts.Family, EntityKind.Family, "parents") switch
        {
            "mother_only" => [facts.Mother],
            "father_only" => [facts.Father],
            _ => [facts.Mother, facts.Father],
        };
        var births = members.Select(member => Number(member, EntityKind.Parent, "birth_date")).ToList();
        if (births.TrueForAll(birth => birth is not null))
            facts.Family.Set(oldest.Slot, births.Min()!.Value);
    }

    private void CheckChild(EntityFacts child, string path)
    {
        var birth = Day(child, EntityKind.Child, "birth_date");
        var expected = Number(child, EntityKind.Child, "expected") == 1;
        if (expected && birth < _asOf)
            problems.Error($"{path}.dueDate", "past", "预产期已经过去。", "The due date is in the past.", "已出生就写 birthDate，没出生就核对预产期。", "Give birthDate if born, or check the due date.");
        else if (expected && birth?.DayNumber - _asOf.DayNumber > LongestPregnancyDays)
            problems.Error($"{path}.dueDate", "range", "预产期太远，超过了一次怀孕的时间。", "The due date is further away than a pregnancy lasts.", "核对年月。", "Check year and month.");
        else if (!expected && birth > _asOf)
            problems.Error($"{path}.birthDate", "future", "出生日期在将来。", "The birth date lies in the future.", "还没出生请写预产期 dueDate。", "For a child not yet born give dueDate.");
        var adopted = IsAdopted(child);
        CheckParentAge(facts.Mother, "mother", birth, path, expected, adopted);
        CheckParentAge(facts.Father, "father", birth, path, expected, adopted);
        if (Day(child, EntityKind.Child, "insured_on") is { } insured)
        {
            if (insured < birth)
                problems.Error($"{path}.insuredOn", "order", "医保缴费早于出生。", "The premium was paid before birth.", "核对两个日期。", "Check both dates.");
            if (insured > _asOf)
                problems.Error($"{path}.insuredOn", "future", "医保缴费日期在将来。", "The premium date lies in the future.", "还没缴就不要填。", "Leave it out until it is paid.");
        }

        CompleteCare(child);
        if (Number(child, EntityKind.Child, "kindergarten.kind") is not null && Member(child, EntityKind.Child, "care") is { } care and not ("kindergarten" or "nursery_class"))
            problems.Warning($"{path}.kindergarten", "contradiction", $"填了幼儿园，但照护方式是“{care}”；按照护方式计算。", "A kindergarten is given, but the child is not cared for there; care decides.", "核对 care。", "Check care.");
    }

    /// <summary>A child whose kindergarten is described, and whose care is not stated, attends it.</summary>
    private void CompleteCare(EntityFacts child)
    {
        if (Number(child, EntityKind.Child, "care") is null && Number(child, EntityKind.Child, "kindergarten.kind") is not null
            && facts.Vocabulary.Find(EntityKind.Child, "care") is { } care && care.Type.Enumeration!.IndexOf("kindergarten") is >= 0 and var attends)
            child.Set(care.Slot, attends);
    }

    private void CheckParentAge(EntityFacts parent, string who, DateOnly? birth, string path, bool expected, bool adopted)
    {
        if (birth is not { } born || Day(parent, EntityKind.Parent, "birth_date") is not { } parentBorn)
            return;
        var field = expected ? "dueDate" : "birthDate";
        if (parentBorn >= born)
            problems.Error($"{path}.{field}", "order", $"孩子的出生日期不晚于{Who(who)}的出生日期。", $"The child is not younger than the {who}.", "核对两个日期。", "Check both dates.");
        else if (!adopted && CalendarMonths.CompletedYears(parentBorn, born) is var years && years < YoungestConceiving)
            problems.Error($"{path}.{field}", "range", $"按所填日期，生育时{Who(who)}只有{years}岁。", $"By these dates the {who} was {years} at birth.", "核对两个日期。", "Check both dates.");
        else if (!adopted && CalendarMonths.CompletedYears(parentBorn, born) is var age && age is < YoungestParent or > OldestParent)
            problems.Warning($"{path}.{field}", "unlikely", $"按所填日期，生育时{Who(who)}{age}岁。", $"By these dates the {who} was {age} at birth.", "核对两个日期；没错就不用改。", "Check both dates; leave them if right.");
    }

    private void CheckTogether(List<EntityFacts> children)
    {
        var babies = facts.Vocabulary.Find(EntityKind.Child, "babies");
        foreach (var birth in Births(children))
        {
            var listed = birth.Count;
            foreach (var (index, child) in birth)
            {
                if (babies is null)
                    continue;
                if (!child.TryGet(babies.Slot, out var stated))
                {
                    if (listed > 1)
                        child.Set(babies.Slot, listed);
                }
                else if (stated < listed)
                {
                    problems.Error($"children[{index}].babies", "contradiction", $"写了一次生{stated}个，但同一天出生的列了{listed}个。", $"Stated as {stated} at one birth, but {listed} children share the date.", "核对人数或日期。", "Check the number or the dates.");
                }
                else if (stated > listed)
                {
                    problems.Warning($"children[{index}].babies", "twinsListed", $"一次生{stated}个，只列了{listed}个；按孩子计的项目只算列出的。", $"{stated} babies at one birth, {listed} listed; per-child items count those listed.", "把每个孩子都列出来。", "List every child.");
                }
            }
        }

        CheckOrder(children);
        CompleteCount();
        if (facts.Children is { Count: 0 } && Number(facts.Mother, EntityKind.Parent, "breastfeeding") == 1)
            problems.Error("mother.breastfeeding", "contradiction", "写了正在哺乳，却没有孩子。", "Nursing is stated, but there is no child.", "把孩子列出来，或改为 false。", "List the child, or say false.");
    }

    /// <summary>The children born to the family, those of one birth together: of one day, or of two where midnight lay between them.</summary>
    private List<List<(int Index, EntityFacts Child)>> Births(List<EntityFacts> children)
    {
        var births = new List<List<(int Index, EntityFacts Child)>>();
        DateOnly? first = null;
        foreach (var (birth, index, child) in children.Index().Where(item => !IsAdopted(item.Item)).Select(item => (Day(item.Item, EntityKind.Child, "birth_date"), item.Index, item.Item)).Where(item => item.Item1 is not null).OrderBy(item => item.Item1))
        {
            if (first is { } day && birth <= day.AddDays(1))
                births[^1].Add((index, child));
            else
                (first, births) = (birth, [.. births, [(index, child)]]);
        }

        return births;
    }

    /// <summary>A family whose list is known has at least as many children as listed, and as the highest birth order says.</summary>
    private void CompleteCount()
    {
        if (facts.Children is not { } children || facts.Vocabulary.Find(EntityKind.Family, "child_count") is not { } count)
            return;
        var highest = children.Max(child => Number(child, EntityKind.Child, "birth_order")) ?? 0;
        if (!facts.Family.TryGet(count.Slot, out var stated))
        {
            facts.Family.Set(count.Slot, Math.Max(children.Count, highest));
            if (highest > children.Count)
                problems.Warning("children", "siblingsNotListed", $"孩次写到第{highest}个，只列了{children.Count}个孩子；按孩子计的项目只算列出的，按孩子数分档的按{highest}个算。",
                    $"A birth order of {highest} is stated, {children.Count} children are listed; per-child items count those listed, tiers by number use {highest}.", "把每个孩子都列出来。", "List every child.");
        }
        else if (stated > Math.Max(children.Count, highest))
        {
            problems.Warning("childCount", "siblingsNotListed", $"写了{stated}个孩子，只列了{children.Count}个；按孩子计的项目只算列出的，按孩子数分档的按{stated}个算。",
                $"{stated} children are stated, {children.Count} are listed; per-child items count those listed, tiers by number use {stated}.", "把每个孩子都列出来，或核对人数。", "List every child, or check the number.");
        }
        else if (stated < children.Count)
        {
            problems.Error("childCount", "contradiction", $"写了{stated}个孩子，却列了{children.Count}个。", $"{stated} children are stated, {children.Count} are listed.", "核对人数。", "Check the number.");
        }
    }

    private void CheckOrder(List<EntityFacts> children)
    {
        var ordered = children.Index().Select(item => (item.Index, Birth: Day(item.Item, EntityKind.Child, "birth_date"), Order: Number(item.Item, EntityKind.Child, "birth_order")))
            .Where(item => item is { Birth: not null, Order: not null }).OrderBy(item => item.Birth).ToList();
        for (var index = 1; index < ordered.Count; index++)
        {
            var (earlier, later) = (ordered[index - 1], ordered[index]);
            if (later.Birth > earlier.Birth && later.Order <= earlier.Order)
                problems.Error($"children[{later.Index}].birthOrder", "contradiction", $"后出生的孩子孩次（{later.Order}）不大于先出生的（{earlier.Order}）。",
                    $"The later child has order {later.Order}, the earlier one {earlier.Order}.", "核对孩次和出生日期。", "Check orders and birth dates.");
        }
    }

    private void CheckParent(EntityFacts parent, string path, List<EntityFacts>? elders)
    {
        if (Day(parent, EntityKind.Parent, "birth_date") > _asOf)
            problems.Error($"{path}.birthDate", "future", "出生日期在将来。", "The birth date lies in the future.", "核对日期。", "Check the date.");
        if (Number(parent, EntityKind.Parent, "employer_division") is not null && Member(parent, EntityKind.Parent, "employment") is not (null or "employed"))
            problems.Warning($"{path}.employerDivision", "contradiction", "没有在单位上班，却填了单位所在地；没有使用。", "An employer's place is given, but there is no employer; it was not used.", "核对就业情况。", "Check the employment.");
        foreach (var (index, elder) in (elders ?? []).Index())
        {
            var born = Day(elder, EntityKind.Elder, "birth_date");
            if (born > _asOf)
                problems.Error($"{path}.parentsInHospital[{index}].birthDate", "future", "出生日期在将来。", "The birth date lies in the future.", "核对日期。", "Check the date.");
            if (born >= Day(parent, EntityKind.Parent, "birth_date"))
                problems.Error($"{path}.parentsInHospital[{index}].birthDate", "order", $"住院老人不比{Who(path)}年长。", $"The parent in hospital is not older than the {path}.", "核对两个日期。", "Check both dates.");
        }
    }

    private bool IsAdopted(EntityFacts child) => Number(child, EntityKind.Child, "adopted") == 1;

    private static string Who(string path) => path == "mother" ? "妈妈" : "爸爸";

    private DateOnly? Day(EntityFacts entity, EntityKind kind, string path) => facts.Day(entity, kind, path);

    private long? Number(EntityFacts entity, EntityKind kind, string path) => facts.Number(entity, kind, path);

    private string? Member(EntityFacts entity, EntityKind kind, string path) => facts.Member(entity, kind, path);
}
