namespace Cradle.Allocation.Matching.Tables;

/// <summary>The points of an applicant at an institution, by the score columns of the institutions' table.</summary>
internal sealed class Scoring(IReadOnlyList<(string Name, ApplicantColumn Column)> columns, PointRule[]?[] rules)
{
    public int Columns => columns.Count;

    public IReadOnlyList<string> Names { get; } = [.. columns.Select(column => column.Name)];

    public bool IsScored(int institution) => rules[institution] is not null;

    public double Points(int applicant, int institution)
    {
        var sum = 0.0;
        for (var column = 0; column < columns.Count; column++)
            sum += rules[institution]![column].Points(columns[column].Column.Value(applicant, institution));
        return sum;
    }

    /// <summary>The points if the number in one column were one more; null where that says nothing, as with bands.</summary>
    public double? PointsWithOneMore(int applicant, int institution, int column)
    {
        var rule = rules[institution]![column];
        if (rule.HasBands || rule.Points(1) == 0)
            return null;
        return Points(applicant, institution) + rule.Points(1);
    }
}
