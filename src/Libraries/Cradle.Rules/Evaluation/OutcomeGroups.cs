namespace Cradle.Rules.Evaluation;

/// <summary>Where an outcome stands in the result: what is the family's own comes before what others owe.</summary>
public enum OutcomeGroup
{
    /// <summary>Due now.</summary>
    Entitled,

    /// <summary>Due later.</summary>
    Coming,

    /// <summary>Facts are missing.</summary>
    Unknown,

    /// <summary>Rules differ.</summary>
    Conflict,

    /// <summary>Rests on a draft.</summary>
    Draft,

    /// <summary>Left to the locality.</summary>
    NotSet,

    /// <summary>Offers without a claim.</summary>
    Programme,

    /// <summary>What employers, institutions and governments owe.</summary>
    Others,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Does not apply.</summary>
    NotEntitled,
}

/// <summary>Sorts outcomes into the groups of a result.</summary>
public static class OutcomeGroups
{
    /// <summary>Whether an outcome is the family's own rather than a duty of somebody else.</summary>
    public static bool IsFamilys(Outcome outcome) => outcome.Beneficiary is "mother" or "father" or "parent" or "child" or "family";

    /// <summary>The group of an outcome.</summary>
    public static OutcomeGroup Of(Outcome outcome) => outcome.Status switch
    {
        OutcomeStatus.NotEntitled => OutcomeGroup.NotEntitled,
        OutcomeStatus.Ended => OutcomeGroup.Ended,
        _ when outcome.IsDraft => OutcomeGroup.Draft,
        _ when !IsFamilys(outcome) => OutcomeGroup.Others,
        OutcomeStatus.Unknown => OutcomeGroup.Unknown,
        OutcomeStatus.Conflict => OutcomeGroup.Conflict,
        OutcomeStatus.NotSet => OutcomeGroup.NotSet,
        OutcomeStatus.Programme => OutcomeGroup.Programme,
        OutcomeStatus.NotYet => OutcomeGroup.Coming,
        _ => OutcomeGroup.Entitled,
    };

    /// <summary>What is listed and counted by itself: everything but what another outcome holds already.</summary>
    public static IEnumerable<Outcome> Listed(IEnumerable<Outcome> outcomes) => outcomes.Where(outcome => outcome.CountedIn is null);

    /// <summary>What an outcome holds that has a figure of its own to tell, such as the sum over three years of a yearly allowance.</summary>
    public static IEnumerable<Outcome> CountedIn(Outcome whole, IEnumerable<Outcome> outcomes) => outcomes.Where(outcome =>
        outcome.CountedIn == whole.Header.Id && outcome.Header.Extends is null && outcome.IsDraft == whole.IsDraft && outcome.Child == whole.Child && outcome.Parent == whole.Parent);
}
