using Cradle.Primitives;

namespace Cradle.Platform.Contracts.Entitlements;

/// <summary>What the policy in force says of a newborn: asked by modules that serve one, answered from the packs.</summary>
public interface INewbornPolicies
{
    /// <summary>The services that are applied for together in a place; none where the joint application is not offered to this child.</summary>
    JointServices JointServicesIn(DivisionCode place, DateOnly birth, DateOnly asOf);

    /// <summary>The last day on which the premium secures cover from birth; null where no rule speaks.</summary>
    InsuranceWindow? InsuranceIn(DivisionCode place, DateOnly birth, bool isAdopted);

    /// <summary>What the family is offered with the facts known now, with deadlines; drafts and others' duties are left out.</summary>
    IReadOnlyList<OfferedEntitlement> OffersFor(NewbornFacts facts, DateOnly asOf);

    /// <summary>The same from the registration of a pregnancy or birth on.</summary>
    IReadOnlyList<OfferedEntitlement> GuidanceFor(ExpectingFacts facts, DateOnly asOf);

    /// <summary>The clauses that a service rests on in a place; none where no text in force speaks.</summary>
    IReadOnlyList<string> CitesOf(string quantity, DivisionCode place, DateOnly asOf);
}

/// <summary>The services of one joint application, and the rule that names them.</summary>
public sealed record JointServices(IReadOnlyList<JointService> Services, string? Rule, IReadOnlyList<string> Cites);

/// <summary>One of them.</summary>
/// <param name="Key">Its stable key: <c>household-registration</c>.</param>
/// <param name="Zh">What it is called.</param>
/// <param name="En">The same in English.</param>
/// <param name="WorkingDays">The committed limit; null where no text of the place sets one.</param>
public sealed record JointService(string Key, string Zh, string En, int? WorkingDays);

/// <summary>Until when a newborn's premium secures cover from birth.</summary>
/// <param name="LastDay">The last day, included.</param>
/// <param name="IsConfirmed">Whether a rule in force was compared with its text; otherwise the day is the safe one and cover is for the local office to confirm.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Drafts">Clauses of drafts of the place that say so too.</param>
/// <param name="LeftOpen">Of an adopted child the quantity that says that nobody has set whether its days count from the adoption instead; null of any other, or where it is set.</param>
public sealed record InsuranceWindow(DateOnly LastDay, bool IsConfirmed, string? Rule, IReadOnlyList<string> Drafts, string? LeftOpen = null);

/// <summary>What is known of a newborn and its family; null is not known.</summary>
public sealed record NewbornFacts(DivisionCode Residence, DateOnly Birth, int Babies, DivisionCode? MotherHousehold, DivisionCode? FatherHousehold, DivisionCode? ChildHousehold, bool IsAdopted = false);

/// <summary>What a registration tells of a family; null is not known. One of the two days is.</summary>
public sealed record ExpectingFacts(DivisionCode Residence, DateOnly? DueOn, DateOnly? BornOn, DivisionCode? MotherHousehold, DivisionCode? OtherHousehold);

/// <summary>Something the family is offered.</summary>
public sealed record OfferedEntitlement(string Quantity, string Zh, string En, DateOnly? From, DateOnly? Until, string Handler, string Rule);
