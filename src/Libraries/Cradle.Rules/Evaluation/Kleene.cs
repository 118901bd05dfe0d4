namespace Cradle.Rules.Evaluation;

/// <summary>True, false or unknown. The order makes conjunction the minimum and disjunction the maximum.</summary>
public enum Kleene : byte
{
    /// <summary>Known to be false.</summary>
    False = 0,

    /// <summary>A fact is missing.</summary>
    Unknown = 1,

    /// <summary>Known to be true.</summary>
    True = 2,
}
