using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

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

    /// <summary>Waits for facts that few families have.</summary>
    Unlikely,

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
    public static bool IsFamilys(Outcome outcome) => outcome.Header.IsForPerson;

    /// <summary>The group of an outcome.</summary>
    public static OutcomeGroup Of(Outcome outcome) => outcome.Status switch
    {
        OutcomeStatus.NotEntitled => OutcomeGroup.NotEntitled,
        OutcomeStatus.Ended when !IsFamilys(outcome) => OutcomeGroup.NotEntitled,
        OutcomeStatus.Ended => OutcomeGroup.Ended,
        _ when outcome.IsPast => IsFamilys(outcome) ? OutcomeGroup.Ended : OutcomeGroup.NotEntitled,
        _ when !IsFamilys(outcome) => OutcomeGroup.Others,
        _ when outcome.IsDraft => OutcomeGroup.Draft,
        OutcomeStatus.Unknown => OutcomeGroup.Unknown,
        OutcomeStatus.Conflict => OutcomeGroup.Conflict,
        OutcomeStatus.NotSet => OutcomeGroup.NotSet,
        OutcomeStatus.Programme => OutcomeGroup.Programme,
        OutcomeStatus.NotYet when outcome.Rule is { Strength: not Strength.Must } => OutcomeGroup.Programme,   // what is no right later is none before
        OutcomeStatus.NotYet => OutcomeGroup.Coming,
        _ => OutcomeGroup.Entitled,
    };

    /// <summary>Whether it is unknown only because the place that decides is: the place where the family lives, and the nation, have no such rule.</summary>
    public static bool IsForeign(Outcome outcome, FamilyFacts family) =>
        outcome is { Status: OutcomeStatus.Unknown, Rule.Division: not 0 and var place }
        && family.Vocabulary.Residence is { } residence && family.Family.TryGet(residence.Slot, out var home) && !Interpreter.Lies(home, place);
}
