using System.Globalization;
using Cradle.Platform.Tables;
using Cradle.Primitives;

namespace Cradle.Births.LegacyFees;

/// <summary>One line of <c>data/legacy-fees.csv</c>: which births the text of a place speaks of, by which clause. Where no line is, it speaks of all.</summary>
public sealed record LegacyFeeLine(DivisionCode Division, int Birth, string Clause, string Standing);

/// <summary>Tells old cases that the text of a place names from those that somebody has to decide.</summary>
public sealed class LegacyFeeScope(IReadOnlyList<LegacyFeeLine> lines)
{
    /// <summary>Reads the lines from their file.</summary>
    /// <exception cref="InvalidDataException">It is no table.</exception>
    public static LegacyFeeScope Load(string path)
    {
        var (table, error) = TableFile.Read(File.ReadAllBytes(path), path);
        return table is null
            ? throw new InvalidDataException($"{path}: {error!.Problem}. {error.Remedy}")
            : new LegacyFeeScope([.. Enumerable.Range(1, table.Rows - 1).Select(row => new LegacyFeeLine(DivisionCode.Parse(table[row, 0]), int.Parse(table[row, 1], CultureInfo.InvariantCulture), table[row, 2], table[row, 3]))]);
    }

    /// <summary>The line that leaves a case to somebody's decision, because it names other births only; null where none does.</summary>
    public LegacyFeeLine? Silent(DivisionCode place, int birth)
    {
        var here = lines.Where(line => line.Division.Contains(place)).ToList();
        return here.Count == 0 || here.Exists(line => line.Birth == birth) ? null : here[0];
    }
}
