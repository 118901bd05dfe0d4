using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;

namespace Cradle.Linkage.Scoring;

/// <summary>Where the estimation of each class of pairs begins. It only has to lie on the right side; the data do the rest.</summary>
internal static class ClassStart
{
    public const string Match = "match";
    public const string Stranger = "stranger";
    public const string Household = "household";
    public const string Twin = "twin";

    /// <summary>Whether records of such a model can be of one household without being one person.</summary>
    public static bool HasHouseholds(RecordLayout layout) =>
        layout.Comparers.Any(comparer => comparer.Field.Kind is FieldKind.Phone or FieldKind.ParentId or FieldKind.Address);

    /// <summary>Probabilities of the levels of one field, level 1 first.</summary>
    public static double[] Levels(string pairClass, FieldComparer comparer)
    {
        var levels = comparer.Levels.Count - 1;
        var exact = pairClass switch
        {
            Match => comparer.Veto >= 0 ? 0.97 : 0.8,
            Stranger => 0.02,
            _ => OfHousehold(comparer.Field.Kind, pairClass == Twin),
        };
        var result = new double[levels];
        // What is not exact leans towards the near levels in matches and towards the far ones elsewhere.
        double sum = 0;
        for (var i = 0; i < levels - 1; i++)
        {
            result[i] = pairClass == Match ? i + 1 : Math.Pow(levels - 1 - i, 2);
            sum += result[i];
        }

        for (var i = 0; i < levels - 1; i++)
        {
            result[i] *= (1 - exact) / sum;
        }

        result[^1] = exact;
        return result;
    }

    private static double OfHousehold(FieldKind kind, bool twin) => kind switch
    {
        FieldKind.Phone or FieldKind.Address => 0.7,
        FieldKind.ParentId or FieldKind.ParentName => twin ? 0.95 : 0.5,
        FieldKind.BirthDate => twin ? 0.95 : 0.001,
        FieldKind.Sex => 0.5,
        FieldKind.PersonName => 0.002,
        FieldKind.ResidentId => 1e-6,
        _ => 0.1,
    };
}
