namespace Cradle.Linkage.Models;

/// <summary>Everything that decides a linkage: fields, blocking, probabilities, thresholds. Read from and written to YAML.</summary>
/// <param name="IdColumns">Headers of the column that names a record; never used as evidence. Empty: records are named by their line.</param>
/// <param name="Fields">The compared fields.</param>
/// <param name="Passes">The passes of blocking, in order.</param>
/// <param name="UniqueSources">Registers that hold each person at most once: a cluster then takes at most one of their records.</param>
/// <param name="Seed">Seed of every drawing of a sample.</param>
/// <param name="Parameters">Trained probabilities; null before training.</param>
/// <param name="LinkAt">Probability from which a pair is linked; null: where the expected F1 is greatest.</param>
/// <param name="ReviewAt">Probability from which a pair that is not linked goes to clerical review.</param>
public sealed record LinkageModel(
    IReadOnlyList<string> IdColumns,
    IReadOnlyList<FieldModel> Fields,
    IReadOnlyList<BlockingPass> Passes,
    IReadOnlyList<string> UniqueSources,
    int Seed = 1,
    TrainedParameters? Parameters = null,
    double? LinkAt = null,
    double ReviewAt = 0.05)
{
    /// <summary>The field of a name.</summary>
    /// <param name="name">A field's name.</param>
    /// <exception cref="ModelException">There is no such field.</exception>
    public FieldModel Field(string name) => Fields.FirstOrDefault(field => field.Name == name)
        ?? throw new ModelException($"The model has no field {name}; it has {string.Join(", ", Fields.Select(field => field.Name))}.");
}
