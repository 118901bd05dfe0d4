using System.Globalization;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Reading;

/// <summary>
/// Finds ids that stand more than once in a register, by their 64-bit hashes: among five million ids two different ones share a hash in less than one
/// register of a million.
/// </summary>
internal sealed class RepeatedIds
{
    private readonly List<(ulong Hash, int Line)> ids = [];

    public void Add(ReadOnlySpan<char> id, int line) => ids.Add((Hashing.Of(id), line));

    /// <summary>A problem for every row whose id an earlier row has; the rows are linked all the same.</summary>
    public IEnumerable<RowProblem> Find(RegisterFile file, string column)
    {
        var hashes = ids.ConvertAll(id => id.Hash).ToArray();
        var lines = ids.ConvertAll(id => id.Line).ToArray();
        Array.Sort(hashes, lines);
        var found = new List<RowProblem>();
        for (int first = 0, end; first < hashes.Length; first = end)
        {
            for (end = first + 1; end < hashes.Length && hashes[end] == hashes[first];)
                end++;
            if (end == first + 1)
                continue;
            Array.Sort(lines, first, end - first);
            for (var place = first + 1; place < end; place++)
                found.Add(new RowProblem(file.Path, lines[place], column, string.Create(CultureInfo.InvariantCulture,
                    $"the id of this record is that of line {lines[first]}; both are linked, but results and decisions cannot tell them apart: give each record an id of its own"), IsRefused: false));
        }

        return found.OrderBy(problem => problem.Line);
    }
}
