using Cradle.Births.Registrations;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>Finds what is wrong with the places of a form, whoever sends it: each is on file and of the mainland, and a family lives in a city or county.</summary>
public sealed class PlaceCheck(DivisionCatalogue divisions)
{
    /// <summary>A text that is no division code.</summary>
    internal static FormProblem NoCode(string field) => new(field, "division", new("不是地区代码。", "It is no division code."), new("写六位代码，比如 220104。", "Write six digits, such as 220104."));

    public IEnumerable<FormProblem> Problems(NewbornForm form) => new[]
    {
        OfHome("residence", form.Residence), OfHome("household", form.Household), Of("birthplace", form.Birthplace),
        Of("mother.household", form.Mother.Household), Of("father.household", form.Father?.Household),
    }.OfType<FormProblem>();

    public IEnumerable<FormProblem> Problems(RegistrationForm form) => new[]
    {
        OfHome("residence", form.Residence), Of("mother.household", form.Mother.Household), Of("otherParent.household", form.OtherParent?.Household),
    }.OfType<FormProblem>();

    /// <summary>Where a family lives or a child is registered: an office answers for it, so the province alone does not do.</summary>
    private FormProblem? OfHome(string field, DivisionCode place) => Of(field, place) ?? (place.Level < DivisionLevel.Prefecture
        ? new(field, "tooWide", new("只写到省，不知道归哪里办。", "Only a province is given; no office there is named by it."), divisions.Children(place).Any() ? new("写到市或者县（市、区）。", "Name the city or county.")
            : new("这个省的市县名称没有录入：填六位代码，比如 110105。", "The cities and counties of this province are not on file by name: enter the six digits, such as 110105.")) : null);

    private FormProblem? Of(string field, DivisionCode? place) => place switch
    {
        null => null,
        { HasLawOfItsOwn: true } => new(field, "division", new("香港、澳门、台湾不适用这里的规定。", "The rules kept here do not apply in Hong Kong, Macao or Taiwan."), field == "birthplace"
            ? new("在那里出生的不填这一项，填出生的国家或地区。", "For a birth there leave it out and give the country or region.")
            : new("写内地的地方；没有就不填。", "Name a place on the mainland, or leave it out where there is none.")),
        { } code when !IsOnFile(code) => new(field, "division", new($"没有代码为{code}的地区。", $"There is no division {code}."), new("核对代码，停用的写现行代码。", "Check the code; give the code of today for one that is retired.")),
        _ => null,
    };

    // below a province whose counties are not on file any code of that province is taken at its word
    private bool IsOnFile(DivisionCode code) => IsOnFile(divisions, code);

    /// <summary>Whether a code is one of a place that can be meant.</summary>
    internal static bool IsOnFile(DivisionCatalogue divisions, DivisionCode code) => code == DivisionCode.Nation || divisions.Find(code) is not null || code.Province is { } province && divisions.Find(province) is not null && !divisions.Children(province).Any();
}
