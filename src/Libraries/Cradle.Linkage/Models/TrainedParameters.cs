namespace Cradle.Linkage.Models;

/// <summary>
/// The probabilities of the mixture: one class of pairs that are one person, and one or more classes of pairs that are two
/// (strangers; members of one household; twins). Within a class the fields are independent.
/// </summary>
/// <param name="Classes">The classes; the first is the matches, the second the strangers.</param>
public sealed record TrainedParameters(IReadOnlyList<PairClass> Classes);

/// <summary>One class of pairs.</summary>
/// <param name="Name"><c>match</c>, <c>stranger</c>, <c>household</c> or <c>twin</c>.</param>
/// <param name="Share">Its share of all pairs of records.</param>
/// <param name="Levels">For each field in the model's order the probability of each level of agreement, level 1 first; they add up to 1. Pairs where the value is missing tell nothing.</param>
public sealed record PairClass(string Name, double Share, IReadOnlyList<IReadOnlyList<double>> Levels);
