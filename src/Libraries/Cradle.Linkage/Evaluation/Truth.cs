using Cradle.Linkage.Normalisation;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Evaluation;

/// <summary>Who each record truly is, from a file with the columns source, id and person.</summary>
internal sealed class Truth
{
    private static readonly string[] Columns = ["source", "id", "person"];

    private readonly ulong[] persons;

    private Truth(ulong[] persons) => this.persons = persons;

    /// <summary>A number that records of one person share; 0 where the truth is not known.</summary>
    public ulong this[int record] => persons[record];

    public static Truth Read(string path, RecordStore store)
    {
        var lookup = new RecordLookup(store);
        var persons = new ulong[store.Count];
        RecordLookup.ReadRows(path, Columns, (line, cells) =>
        {
            var record = lookup.Find(cells[0], cells[1]);
            if (record >= 0)
            {
                persons[record] = Hashing.Of(cells[2]);
            }
        });
        return new Truth(persons);
    }

}
