using Cradle.Linkage.Clustering;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Review;

/// <summary>Reads back a review file in which clerks have filled the column <c>decision</c>.</summary>
internal static class DecisionFile
{
    private static readonly string[] Columns = ["source_a", "id_a", "source_b", "id_b", "decision"];

    /// <summary>Reads decisions: same (是, yes) or different (否, no); blank means not decided yet.</summary>
    /// <exception cref="RegisterException">A decision or a record is not known; the message names the line.</exception>
    public static Decisions Read(string path, RecordLookup lookup)
    {
        var one = new List<(int, int)>();
        var two = new List<(int, int)>();
        RecordLookup.ReadRows(path, Columns, (line, cells) =>
        {
            var decision = cells[4].ToString().ToLowerInvariant();
            if (decision.Length == 0)
            {
                return;
            }

            var (a, b) = (Find(lookup, path, line, cells[0], cells[1]), Find(lookup, path, line, cells[2], cells[3]));
            switch (decision)
            {
                case "same" or "是" or "yes" or "y":
                    one.Add((a, b));
                    break;
                case "different" or "否" or "no" or "n":
                    two.Add((a, b));
                    break;
                default:
                    throw new RegisterException($"{path}({line}): the decision '{decision}' is not known; write same or different, or leave it blank.");
            }
        });
        return new Decisions(one, two);
    }

    private static int Find(RecordLookup lookup, string path, int line, ReadOnlySpan<char> source, ReadOnlySpan<char> id) =>
        lookup.Find(source, id) is >= 0 and var record ? record : throw new RegisterException($"{path}({line}): the register {source} has no record {id}.");
}
