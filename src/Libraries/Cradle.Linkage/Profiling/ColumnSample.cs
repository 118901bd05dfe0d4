using Cradle.Linkage.Normalisation;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Profiling;

/// <summary>The first values of one column, from which its kind is told.</summary>
/// <param name="Header">The column's name.</param>
/// <param name="Values">Its values that are not blank, normalised.</param>
/// <param name="Rows">The rows that were looked at.</param>
public sealed record ColumnSample(string Header, IReadOnlyList<string> Values, int Rows)
{
    private const int MostRows = 5_000;

    /// <summary>How many different values there are.</summary>
    public int Distinct { get; } = Values.Distinct(StringComparer.Ordinal).Count();

    /// <summary>The share of different values among those that are there; 0 for an empty column.</summary>
    public double DistinctShare => Values.Count == 0 ? 0 : (double)Distinct / Values.Count;

    /// <summary>The share of rows that have a value.</summary>
    public double Filled => Rows == 0 ? 0 : (double)Values.Count / Rows;

    /// <summary>Looks at the first 5,000 rows of a register.</summary>
    /// <param name="file">The register.</param>
    public static IReadOnlyList<ColumnSample> Of(RegisterFile file)
    {
        var values = file.Header.Select(_ => new List<string>()).ToList();
        using var reader = file.Read();
        file.MoveNext(reader);
        var rows = 0;
        Span<char> buffer = stackalloc char[256];
        while (rows < MostRows && file.MoveNext(reader))
        {
            var row = reader.Current;
            if (file.ProblemOf(row) is not null)
            {
                continue;
            }

            rows++;
            for (var i = 0; i < values.Count; i++)
            {
                var value = TextForm.Normalise(row[i].Span, buffer);
                if (!TextForm.MeansNothing(value))
                {
                    values[i].Add(value.ToString());
                }
            }
        }

        return [.. file.Header.Select((header, i) => new ColumnSample(header, values[i], rows))];
    }

    /// <summary>The share of values of which something holds; 0 for an empty column.</summary>
    /// <param name="holds">What must hold.</param>
    public double Share(Func<string, bool> holds) => Values.Count == 0 ? 0 : (double)Values.Count(holds) / Values.Count;

    /// <summary>The share of rows that the most frequent values cover.</summary>
    /// <param name="most">How many values count.</param>
    public double CoveredBy(int most) => Values.Count == 0 ? 0
        : (double)Values.GroupBy(value => value, StringComparer.Ordinal).Select(group => group.Count()).OrderDescending().Take(most).Sum() / Values.Count;
}
