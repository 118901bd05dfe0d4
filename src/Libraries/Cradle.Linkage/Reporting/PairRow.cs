using Cradle.Linkage.Reading;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Reporting;

/// <summary>The cells that every file about pairs begins with: source and id of both records, weight, probability.</summary>
internal static class PairRow
{
    public const int WeightDecimals = 3;
    public const int ProbabilityDecimals = 6;

    public static void Write(CsvOutput output, RecordStore store, Link link)
    {
        Record(output, store, link.A);
        Record(output, store, link.B);
        // A decision by hand has no weight.
        output.Cell(float.IsFinite(link.Weight) ? link.Weight : 0, WeightDecimals);
        output.Cell(link.Probability, ProbabilityDecimals);
    }

    public static void Record(CsvOutput output, RecordStore store, int record)
    {
        output.Cell(store.SourceNameOf(record));
        output.Cell(store.IdOf(record));
    }
}
