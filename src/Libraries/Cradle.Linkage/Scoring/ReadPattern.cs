using Cradle.Linkage.Comparison;

namespace Cradle.Linkage.Scoring;

/// <summary>A pattern taken apart once, since the estimation looks at it in every round.</summary>
/// <param name="Places">Of each field that both records have: its number and level, as <see cref="Mixture"/> places them.</param>
/// <param name="IsVetoed">Whether it excludes a match.</param>
internal readonly record struct ReadPattern(int[] Places, bool IsVetoed)
{
    public static ReadPattern Of(RecordLayout layout, ulong pattern)
    {
        var places = new List<int>(layout.Comparers.Count);
        for (var field = 0; field < layout.Comparers.Count; field++)
        {
            if (RecordLayout.LevelOf(pattern, field) is var level and not FieldComparer.Missing)
            {
                places.Add(field << RecordLayout.BitsPerField | level);
            }
        }

        return new ReadPattern([.. places], layout.IsVetoed(pattern));
    }
}
