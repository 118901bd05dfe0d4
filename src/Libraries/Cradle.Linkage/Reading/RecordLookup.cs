using System.Text;
using Cradle.Linkage.Blocking;
using Cradle.Linkage.Normalisation;
using nietras.SeparatedValues;

namespace Cradle.Linkage.Reading;

/// <summary>Finds records by the name of their register and their id, for files that speak about records: truth, decisions, earlier clusters.</summary>
internal sealed class RecordLookup
{
    private readonly ulong[] keys;
    private readonly int[] records;

    public RecordLookup(RecordStore store)
    {
        var hashes = new ulong[store.Count];
        Parallel.For(0, store.Sources.Count, source =>
        {
            var prefix = Hashing.Of(store.Sources[source].AsSpan());
            Span<char> text = stackalloc char[byte.MaxValue];
            for (var record = store.StartOf(source); record < store.StartOf(source + 1); record++)
            {
                var length = Encoding.UTF8.GetChars(store.IdOf(record), text);
                hashes[record] = Hashing.Combine(prefix, Hashing.Of(text[..length]));
            }
        });
        (keys, records) = KeySort.Sort(hashes);
    }

    /// <summary>The record, or −1.</summary>
    public int Find(ReadOnlySpan<char> source, ReadOnlySpan<char> id)
    {
        var at = Array.BinarySearch(keys, Hashing.Combine(Hashing.Of(source), Hashing.Of(id)));
        return at < 0 ? -1 : records[at];
    }

    /// <summary>Reads a file about records, row by row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Headers that it must have.</param>
    /// <param name="row">Receives the line and the cells of those columns.</param>
    /// <exception cref="RegisterException">The file is missing, or a header or a field is.</exception>
    public static void ReadRows(string path, string[] columns, RowReader row)
    {
        var file = RegisterFile.Open([path])[0];
        var places = Array.ConvertAll(columns, column => file.Header.ToList().IndexOf(column));
        if (Array.IndexOf(places, -1) is >= 0 and var missing)
        {
            throw new RegisterException($"{path}(1): the column {columns[missing]} is missing; needed are {string.Join(", ", columns)}.");
        }

        using var reader = file.Read();
        file.MoveNext(reader);
        while (file.MoveNext(reader))
        {
            var current = reader.Current;
            if (file.ProblemOf(current) is var (line, problem))
            {
                throw new RegisterException($"{path}({line}): {problem}");
            }

            row(current.LineNumberFrom, new Cells(current, places));
        }
    }

    public delegate void RowReader(int line, Cells cells);

    /// <summary>The cells of one row, in the order of the columns asked for.</summary>
    public readonly ref struct Cells(SepReader.Row row, int[] places)
    {
        private readonly SepReader.Row row = row;

        public ReadOnlySpan<char> this[int column] => row[places[column]].Span.Trim();
    }
}
