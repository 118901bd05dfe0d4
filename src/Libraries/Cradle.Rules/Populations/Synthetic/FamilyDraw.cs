using System.Globalization;
using Cradle.Primitives;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Synthetic;

/// <summary>Gives a synthetic family its facts, by the assumptions.</summary>
internal sealed class FamilyDraw(Vocabulary vocabulary, SyntheticAssumptions assumptions, Weighted<int> places, DateOnly asOf)
{
    private const int DaysOfYear = 365;
    private const int FenPerYuan = 100;
    private const string Employed = "employed";

    public FamilyFacts Draw(DraftFamily draft, Chance chance)
    {
        var facts = new FamilyFacts(vocabulary, asOf);
        var place = places.Draw(chance);
        var children = draft.Births.Sum(birth => birth.Babies);
        Set(facts.Family, EntityKind.Family, "residence", place);
        Choose(facts.Family, EntityKind.Family, "parents", "both");
        Set(facts.Family, EntityKind.Family, "married", chance.PerThousand(assumptions.Share("married")) ? 1 : 0);
        Set(facts.Family, EntityKind.Family, "child_count", children);
        var (youngest, oldest) = assumptions.Range("mother-age-at-birth").Draw(chance);
        var motherBorn = DateOnly.FromDayNumber(draft.Births[0].Day).AddYears((int)-chance.Between(youngest, oldest)).DayNumber - chance.Below(DaysOfYear);
        var (least, most) = assumptions.Range("father-older-years").Draw(chance);
        DrawParent(facts.Mother, "mother", place, motherBorn, chance);
        DrawParent(facts.Father, "father", place, motherBorn - chance.Between(least * DaysOfYear, (most + 1) * DaysOfYear), chance);
        facts.MotherElders = [];
        facts.FatherElders = [];
        facts.Children = [];
        foreach (var (day, babies) in draft.Births)
        {
            var isDifficult = chance.PerThousand(assumptions.Share("difficult"));
            for (var baby = 0; baby < babies; baby++)
                facts.Children.Add(DrawChild(facts, day, babies, isDifficult, place, chance));
        }

        return facts;
    }

    private void DrawParent(EntityFacts parent, string who, int place, long born, Chance chance)
    {
        const EntityKind Kind = EntityKind.Parent;
        Set(parent, Kind, "birth_date", born);
        Set(parent, Kind, "household_registration", place);
        var employment = assumptions.List(who).Draw(chance);
        Choose(parent, Kind, "employment", employment);
        var employer = chance.PerThousand(assumptions.Share("employer-elsewhere")) ? places.Draw(chance) : place;
        if (employment == Employed && !IsUnknown("employer-division", chance))
            Set(parent, Kind, "employer_division", employer);
        var isEmployee = chance.PerThousand(assumptions.Share("employee-insurance-per-thousand", employment));
        Choose(parent, Kind, "medical_insurance", chance.PerThousand(assumptions.Share("uninsured")) ? "none" : isEmployee ? "employee" : "resident");
        Set(parent, Kind, "maternity_insurance", isEmployee && chance.PerThousand(assumptions.Share("maternity-insurance-per-thousand", employment)) ? 1 : 0);
        Set(parent, Kind, "pooling_region", CityOf(employment == Employed ? employer : place));
        var isDepositor = chance.PerThousand(assumptions.Share("fund-depositor-per-thousand", employment));
        Set(parent, Kind, "provident_fund.depositor", isDepositor ? 1 : 0);
        if (isDepositor)
        {
            var owns = chance.PerThousand(assumptions.Share("owns-home"));
            Set(parent, Kind, "provident_fund.division", CityOf(employer));
            Set(parent, Kind, "provident_fund.owns_home", owns ? 1 : 0);
            Set(parent, Kind, "provident_fund.rents", owns ? 0 : 1);
        }

        var (least, most) = assumptions.Range("monthly-pay").Draw(chance);
        var pay = chance.Between(least, most) * FenPerYuan;
        if (employment == Employed && !IsUnknown("average-wage", chance))
            Set(parent, Kind, "average_wage", pay);
        if (employment == "flexible")
            Set(parent, Kind, "contribution_base", pay);
        Set(parent, Kind, "only_child", chance.PerThousand(assumptions.Share("only-child")) ? 1 : 0);
    }

    private EntityFacts DrawChild(FamilyFacts family, int day, int babies, bool isDifficult, int place, Chance chance)
    {
        const EntityKind Kind = EntityKind.Child;
        var child = family.New(Kind);
        Set(child, Kind, "birth_date", day);
        new ChildPresumptions(vocabulary).Complete(child);
        // twins share the order of their birth
        var twin = family.Children!.Find(other => vocabulary.Find(Kind, "birth_date") is { } slot && other.TryGet(slot.Slot, out var born) && born == day);
        Set(child, Kind, "birth_order", twin is not null && vocabulary.Find(Kind, "birth_order") is { } order && twin.TryGet(order.Slot, out var shared) ? shared : family.Children.Count + 1);
        Set(child, Kind, "babies", babies);
        Set(child, Kind, "difficult_birth", isDifficult ? 1 : 0);
        var isRegistered = chance.PerThousand(assumptions.Share("registered"));
        if (!IsUnknown("registered", chance))
            Set(child, Kind, "registered", isRegistered ? 1 : 0);
        Set(child, Kind, "household_registration", place);
        var age = CalendarMonths.CompletedYears(DateOnly.FromDayNumber(day), asOf);
        var care = age >= 18 ? "school" : assumptions.List(string.Create(CultureInfo.InvariantCulture, $"care-{age}")).Draw(chance);
        Choose(child, Kind, "care", care);
        if (care != "kindergarten")
            return child;
        Choose(child, Kind, "kindergarten.kind", assumptions.List("kindergarten-kind").Draw(chance));
        Choose(child, Kind, "kindergarten.area", assumptions.List("kindergarten-area").Draw(chance));
        Set(child, Kind, "kindergarten.hardship", 0);
        return child;
    }

    private bool IsUnknown(string what, Chance chance) => chance.PerThousand(assumptions.Share("unknown-per-thousand", what));

    private static long CityOf(int place) => place >= 10_000 ? place / 100 : place;

    private void Set(EntityFacts facts, EntityKind kind, string path, long value)
    {
        if (vocabulary.Find(kind, path) is { } fact)
            facts.Set(fact.Slot, value);
    }

    private void Choose(EntityFacts facts, EntityKind kind, string path, string member)
    {
        if (vocabulary.Find(kind, path) is { Type.Enumeration: { } enumeration } fact && enumeration.IndexOf(member) is >= 0 and var index)
            facts.Set(fact.Slot, index);
    }
}
