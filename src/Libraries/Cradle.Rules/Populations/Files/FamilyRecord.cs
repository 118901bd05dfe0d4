using Cradle.Rules.Facts;

namespace Cradle.Rules.Populations.Files;

/// <summary>One family of a population.</summary>
/// <param name="Id">Its id, unique in the population; never a number of a person.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="Weight">How many families it stands for, at least 1, before the scale of the population.</param>
public readonly record struct FamilyRecord(string Id, FamilyFacts Facts, long Weight);
