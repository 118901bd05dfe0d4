using Cradle.Linkage.Clustering;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Reporting;

namespace Cradle.Linkage.Survivorship;

/// <summary>
/// The best value of each field of each person, with the record it comes from. In a cluster the value that most records agree
/// on survives; a valid identity number before an invalid one; on a tie the register that was named first. Only which record
/// wins is kept in memory; the texts are read a second time and written as they pass.
/// </summary>
internal static class PersonFile
{
    public static void Write(string path, LinkageResult result, IReadOnlyList<RegisterFile> files, CancellationToken cancel)
    {
        var winners = Winners(result);
        using var output = new CsvOutput(path, "cluster", "field", "value", "source", "id");
        var record = 0;
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            var columns = FieldColumn.Of(result.Model, file);
            var id = RegisterReader.IdColumnOf(result.Model, file);
            using var reader = file.Read();
            file.MoveNext(reader);
            while (file.MoveNext(reader))
            {
                var row = reader.Current;
                if (RegisterRow.IsBlank(row) || !RegisterRow.TryName(file, row, id, out _, out _))
                {
                    continue;
                }

                for (var field = 0; winners[record] >> field != 0; field++)
                {
                    if ((winners[record] >> field & 1) != 0)
                    {
                        output.Cell(result.Names[result.Forest.Find(record)]);
                        output.Cell(result.Model.Fields[field].Name);
                        output.Cell(FirstFilled(row, columns[field]));
                        PairRow.Record(output, result.Store, record);
                        output.EndRow();
                    }
                }

                record++;
            }
        }
    }

    // For each record a bit for each field whose value survives from it.
    private static uint[] Winners(LinkageResult result)
    {
        var winners = new uint[result.Store.Count];
        var members = new ClusterMembers(result.Forest);
        var layout = result.Store.Layout;
        for (var first = 0; first < winners.Length; first++)
        {
            var records = members.Of(first);
            for (var field = 0; field < layout.Comparers.Count && records.Length > 0; field++)
            {
                if (Winner(result.Store, records, field) is >= 0 and var winner)
                {
                    winners[winner] |= 1u << field;
                }
            }
        }

        return winners;
    }

    private static int Winner(RecordStore store, ReadOnlySpan<int> records, int field)
    {
        var comparer = store.Layout.Comparers[field];
        var (best, bestVotes) = (-1, 0);
        foreach (var candidate in records)
        {
            var key = Value(candidate);
            if (key == 0)
            {
                continue;
            }

            var votes = comparer.Field.Kind == FieldKind.ResidentId && store.Layout.ValidId(store.Row(candidate)) != 0 ? records.Length : 0;
            foreach (var other in records)
            {
                votes += Value(other) == key ? 1 : 0;
            }

            if (votes > bestVotes)
            {
                (best, bestVotes) = (candidate, votes);
            }
        }

        return best;

        ulong Value(int record) => comparer.Key(KeyForm.Value, store.Row(record));
    }

    private static string FirstFilled(nietras.SeparatedValues.SepReader.Row row, FieldColumn[] columns)
    {
        Span<char> buffer = stackalloc char[FieldColumn.LongestName];
        foreach (var column in columns)
        {
            if (column.Value(row[column.Index].Span, buffer) is { IsEmpty: false } value)
            {
                return value.ToString();
            }
        }

        return "";
    }
}
