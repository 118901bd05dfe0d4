using Cradle.Births.Cases;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Items;

/// <summary>Which service needs whose number first, where each is handled, and what its department is told: no more than it needs.</summary>
public static class ServiceGraph
{
    public const string Certificate = "birth-certificate";
    public const string Vaccination = "vaccination-record";
    public const string Household = "household-registration";
    public const string Insurance = "medical-insurance";
    public const string Card = "social-security-card";

    /// <summary>Bills paid before the insurance was done, settled anew; asked for by the family, and never an item of the joint application.</summary>
    public const string Bills = "medical-bill-settlement";

    public static IReadOnlyList<string> All { get; } = [Certificate, Vaccination, Household, Insurance, Card, Bills];

    /// <summary>The service whose number this one needs.</summary>
    public static string? After(string service) => service switch
    {
        Household => Certificate,
        Insurance or Card => Household,
        Bills => Insurance,
        _ => null,
    };

    /// <summary>Whether a service has something to do for a child: no certificate of birth is issued here for one born abroad, nor anew for one that was adopted.</summary>
    public static bool AppliesTo(string service, NewbornForm form) => service != Certificate || form.InsteadOfCertificate is null;

    /// <summary>Whether a service cannot end without a paper; what waits for the service waits with it.</summary>
    public static bool Needs(string service, Paper paper) => service == Household && paper is Paper.ForeignBirthCertificate or Paper.AdoptionRegistration;

    /// <summary>Whether a service is of no use once the child has died, and would hurt.</summary>
    public static bool EndsWithLoss(string service) => service is Vaccination or Card;

    /// <summary>Where a service is handled: a certificate where the child was born, a vaccination record where it lives, the rest where it is registered.</summary>
    public static DivisionCode PlaceOf(string service, NewbornForm form) => service switch
    {
        Certificate => form.Birthplace ?? form.Household,
        Vaccination => form.Residence,
        _ => form.Household,
    };

    public static Words NameOf(string service) => service switch
    {
        Certificate => new("出生医学证明", "Medical birth certificate"),
        Vaccination => new("儿童预防接种", "Vaccination record"),
        Household => new("户口登记", "Household registration"),
        Insurance => new("医保参保", "Medical insurance"),
        Card => new("社保卡申领", "Social security card"),
        Bills => new("医疗费重新结算", "Bills settled anew"),
        _ => new(service, service),
    };

    public static Words DepartmentOf(string service) => service switch
    {
        Certificate => new("出生医院（卫生健康）", "the hospital of birth"),
        Vaccination => new("接种门诊（疾控）", "the vaccination clinic"),
        Household => new("公安派出所", "the police station"),
        Insurance or Bills => new("医保经办机构", "the medical insurance office"),
        Card => new("人社部门", "human resources and social security"),
        _ => new("承办部门", "the department"),
    };

    /// <summary>What the department is told of the form and of the numbers that came before.</summary>
    public static Dictionary<string, string> FieldsFor(string service, NewbornForm form, int order, IReadOnlyDictionary<string, string> numbers)
    {
        var child = form.Children[order - 1];
        var fields = new Dictionary<string, string?>
        {
            ["childName"] = child.Name,
            ["childSex"] = child.Sex == Sex.Male ? "male" : "female",
            ["birthDate"] = Wording.Iso(form.BirthDate),
            ["orderInBirth"] = $"{order}/{form.Children.Count}",
            [form.IsAdopted ? "adopterName" : "motherName"] = form.Mother.Name,
            [form.IsAdopted ? "adopterId" : "motherId"] = form.Mother.IdNumber,
            ["phone"] = form.Phone,
        };
        if (service is Certificate)
            (fields["hospital"], fields["certificateNumber"]) = (form.Hospital, child.Certificate?.Trim().ToUpperInvariant());
        if (service is Certificate or Household)
            (fields[form.IsAdopted ? "otherAdopterName" : "fatherName"], fields[form.IsAdopted ? "otherAdopterId" : "fatherId"]) = (form.Father?.Name, form.Father?.IdNumber);
        if (service is Household)
            AddProof(fields, form, child);
        if (After(service) is { } before && numbers.TryGetValue(before, out var number))
            fields[before + "-number"] = number;
        return fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToDictionary(field => field.Key, field => field.Value!);
    }

    // What stands in the place of a certificate of birth, and what of it is still to come.
    private static void AddProof(Dictionary<string, string?> fields, NewbornForm form, Newborn child)
    {
        (fields["country"], fields["foreignPlace"]) = (form.Country, form.ForeignPlace);
        if (form.InsteadOfCertificate is { } paper)
            fields[paper == Paper.AdoptionRegistration ? "adoptionNumber" : "foreignCertificateNumber"] = child.Document;
        fields["promisedPapers"] = form.PromisedBy is null ? null : string.Join('、', form.PapersMissing().Select(missing => CaseWords.Of(missing).Zh));
    }
}
