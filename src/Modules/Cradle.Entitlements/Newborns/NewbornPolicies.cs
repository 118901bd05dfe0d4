using System.Globalization;
using System.Text.Json.Nodes;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Primitives;
using Cradle.Rules.Evaluation;

namespace Cradle.Entitlements.Newborns;

/// <summary>Answers for other modules what the packs say of a newborn.</summary>
internal sealed class NewbornPolicies(PolicyLibrary library) : INewbornPolicies
{
    private const string Items = "birth-one-thing-items";
    private const string Insurance = "newborn-medical-insurance";
    private const string AdoptedInsurance = "adopted-child-insurance";

    public JointServices JointServicesIn(DivisionCode place, DateOnly birth, DateOnly asOf)
    {
        var rule = InForce(Items, place, birth, asOf)?.Rule;
        return new JointServices([.. rule?.Services.Select(service => new JointService(service.Key, service.Label.Zh, service.Label.En, service.WorkingDays)) ?? []],
            rule?.Id, [.. rule?.Cites.Select(cite => cite.ToString()) ?? []]);
    }

    // Asked for the day of birth: on later days the answer depends on when the premium was paid, and the last day does not.
    public InsuranceWindow? InsuranceIn(DivisionCode place, DateOnly birth, bool isAdopted)
    {
        var all = Evaluate(new NewbornFacts(place, birth, 1, null, null, null, isAdopted), birth, Insurance, AdoptedInsurance);
        var outcomes = all.Where(outcome => outcome.Header.Id == Insurance).ToList();
        return outcomes.Find(outcome => outcome is { IsDraft: false, Status: OutcomeStatus.Entitled }) is { Until: { } last } outcome
            ? new InsuranceWindow(last, outcome.Rule?.Confirmed == true, outcome.Rule?.Id, [.. outcomes.Where(other => other.IsDraft).SelectMany(other => other.Rule?.Cites ?? []).Select(cite => cite.ToString()).Distinct()],
                all.FirstOrDefault(other => other.Header.Id == AdoptedInsurance && other.Status == OutcomeStatus.NotSet)?.Header.Id)
            : null;
    }

    public IReadOnlyList<OfferedEntitlement> OffersFor(NewbornFacts facts, DateOnly asOf) => Offered(Evaluate(facts, asOf), asOf);

    public IReadOnlyList<OfferedEntitlement> GuidanceFor(ExpectingFacts facts, DateOnly asOf)
    {
        var child = new JsonObject { ["registered"] = true };
        child[facts.BornOn is null ? "dueDate" : "birthDate"] = Iso(facts.BornOn ?? facts.DueOn!.Value);
        return Offered(Evaluate(facts.Residence, child, facts.MotherHousehold, facts.OtherHousehold, asOf), asOf);
    }

    public IReadOnlyList<string> CitesOf(string quantity, DivisionCode place, DateOnly asOf)
    {
        // what a service rests on does not wait for the facts of a family: the rules of the narrowest place that has some
        var home = long.Parse(place.ToString(), CultureInfo.InvariantCulture);
        var rules = library.Pack.Quantities.Where(item => item.Header.Id == quantity).SelectMany(item => item.Rules)
            .Where(rule => !rule.IsDraft && (rule.From ?? asOf) <= asOf && (rule.Until ?? asOf) >= asOf && (rule.Division == 0 || home != 0 && Interpreter.Lies(home, rule.Division))).ToList();
        return [.. rules.Where(rule => rule.Division == rules.Max(other => other.Division)).SelectMany(rule => rule.Cites).Select(cite => cite.ToString()).Distinct()];
    }

    // Drafts promise nothing, others' duties are not the family's to claim, and what is over is over.
    private static IReadOnlyList<OfferedEntitlement> Offered(IReadOnlyList<Outcome> outcomes, DateOnly asOf) =>
    [
        .. outcomes.Where(outcome => !outcome.IsDraft && OutcomeGroups.IsFamilys(outcome) && outcome.Status is OutcomeStatus.Entitled or OutcomeStatus.NotYet)
            .Where(outcome => !outcome.IsDraft && outcome.Rule is not null && !(outcome.Until < asOf))
            .DistinctBy(outcome => (outcome.Header.Id, outcome.Beneficiary))
            .Select(outcome => new OfferedEntitlement(outcome.Header.Id, outcome.Header.Label.Zh, outcome.Header.Label.En, outcome.From, outcome.Until, outcome.Handler, outcome.Rule!.Id)),
    ];

    private Outcome? InForce(string quantity, DivisionCode place, DateOnly birth, DateOnly asOf) =>
        Evaluate(new NewbornFacts(place, birth, 1, null, null, null), asOf, quantity).FirstOrDefault(outcome => !outcome.IsDraft && outcome.Status == OutcomeStatus.Entitled);

    private IReadOnlyList<Outcome> Evaluate(NewbornFacts facts, DateOnly asOf, params string[] quantities) => Evaluate(
        facts.Residence,
        new JsonObject { ["birthDate"] = Iso(facts.Birth), ["babies"] = facts.Babies, ["adopted"] = facts.IsAdopted, ["papersComplete"] = false, ["householdRegistration"] = facts.ChildHousehold?.ToString() },
        facts.MotherHousehold, facts.FatherHousehold, asOf, quantities);

    private IReadOnlyList<Outcome> Evaluate(DivisionCode residence, JsonObject child, DivisionCode? motherHousehold, DivisionCode? fatherHousehold, DateOnly asOf, params string[] quantities)
    {
        var family = new JsonObject { ["asOf"] = Iso(asOf), ["residence"] = residence.ToString(), ["children"] = new JsonArray(child) };
        if (motherHousehold is { } mother)
            family["mother"] = new JsonObject { ["householdRegistration"] = mother.ToString() };
        if (fatherHousehold is { } father)
            family["father"] = new JsonObject { ["householdRegistration"] = father.ToString() };
        var reading = library.Reader.Read(family.ToJsonString(), asOf);
        return reading.Facts is { } known
            ? library.Evaluate(known, quantities.Length == 0 ? null : quantities.ToHashSet()).Outcomes
            : throw new InvalidOperationException("The facts of a newborn could not be read: " + string.Join(' ', reading.Errors.Select(error => error.Path + " " + error.Code)));
    }

    private static string Iso(DateOnly day) => Platform.Web.Wording.Iso(day);
}
