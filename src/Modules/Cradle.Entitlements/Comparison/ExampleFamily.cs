using System.Text.Json;
using System.Text.Json.Nodes;
using Cradle.Platform.Web;

namespace Cradle.Entitlements.Comparison;

/// <summary>
/// A family for looking around with: no person, only the facts of a stage of life, counted back from today. The places are filled in by the comparison.
/// </summary>
public sealed record ExampleFamily(string Id, Words Name, Words Facts, Func<DateOnly, string> JsonOn)
{
    private const int WeeksOldNewborn = 8;
    private const int MonthsOldBaby = 10;
    private const int YearsOldAtKindergarten = 5;

    public static IReadOnlyList<ExampleFamily> All { get; } =
    [
        new("newborn", new("双职工，刚生第一个孩子", "Two employees with their first newborn"),
            new("父母都在单位上班，参加职工医保和生育保险、缴公积金、租房；孩子刚满8周，已办生育登记。", "Both are employed, insured, pay into the provident fund and rent; the child is 8 weeks old and registered."),
            today => Write(today, Employed(), Employed(), Newborn(today, 1, 1))),
        new("twins", new("双职工，生了双胞胎", "Two employees with newborn twins"),
            new("和上一家一样，只是生的是双胞胎。", "As the first family, but with twins."),
            today => Write(today, Employed(), Employed(), Newborn(today, 1, 2), Newborn(today, 2, 2))),
        new("flexible", new("妈妈灵活就业，二孩10个月", "Flexibly employed mother, second child of 10 months"),
            new("妈妈灵活就业、参加职工医保；爸爸在单位上班；大的4岁多，上公办幼儿园。", "The mother is flexibly employed and insured as an employee, the father is employed; the elder child of four is in a public kindergarten."),
            today => Write(today, Flexible(), Employed(), InKindergarten(today.AddYears(1), 1), Baby(today, 2))),
        new("kindergarten", new("孩子5岁，上幼儿园", "A child of 5 in kindergarten"),
            new("父母都在单位上班，孩子上城市里的公办二类幼儿园，没有困难情形。", "Both are employed; the child attends a public second-class kindergarten in a city, without hardship."),
            today => Write(today, Employed(), Employed(), InKindergarten(today, 1))),
    ];

    public static ExampleFamily? Find(string? id) => All.FirstOrDefault(family => family.Id == id);

    private static string Write(DateOnly today, JsonObject mother, JsonObject father, params JsonNode[] children) => new JsonObject
    {
        ["asOf"] = Wording.Iso(today),
        ["parents"] = "both",
        ["married"] = true,
        ["mother"] = mother,
        ["father"] = father,
        ["children"] = new JsonArray(children),
        ["familyPlanning"] = new JsonObject { ["onlyChildBefore2016"] = false, ["twoDaughtersRural"] = false, ["specialFamily"] = false },
        ["housing"] = new JsonObject { ["needsPublicRental"] = false, ["publicTenant"] = false, ["buyingHome"] = true, ["newCommercialHome"] = true, ["secondFundLoan"] = false },
    }.ToJsonString(JsonSerializerOptions.Web);

    private static JsonObject Employed() => new()
    {
        ["employment"] = "employed",
        ["medicalInsurance"] = "employee",
        ["maternityInsurance"] = true,
        ["onlyChild"] = false,
        ["providentFund"] = new JsonObject { ["depositor"] = true, ["ownsHome"] = false, ["rents"] = true },
    };

    private static JsonObject Flexible() => new()
    {
        ["employment"] = "flexible",
        ["medicalInsurance"] = "employee",
        ["maternityInsurance"] = true,
        ["onlyChild"] = false,
        ["providentFund"] = new JsonObject { ["depositor"] = false },
    };

    private static JsonObject Newborn(DateOnly today, int order, int babies) => Child(today.AddDays(-7 * WeeksOldNewborn), order, babies, "home");

    private static JsonObject Baby(DateOnly today, int order) => Child(today.AddMonths(-MonthsOldBaby), order, 1, "home");

    private static JsonObject InKindergarten(DateOnly today, int order)
    {
        var child = Child(today.AddYears(-YearsOldAtKindergarten).AddMonths(-3), order, 1, "kindergarten");
        child["kindergarten"] = new JsonObject { ["kind"] = "public", ["grade"] = "second", ["area"] = "city", ["hardship"] = new JsonArray() };
        return child;
    }

    private static JsonObject Child(DateOnly born, int order, int babies, string care) => new()
    {
        ["birthDate"] = Wording.Iso(born),
        ["birthOrder"] = order,
        ["babies"] = babies,
        ["difficultBirth"] = false,
        ["registered"] = true,
        ["birthDefect"] = false,
        ["care"] = care,
    };
}
