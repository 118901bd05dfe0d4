using System.Globalization;
using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Incremental;

/// <summary>
/// The index that a run keeps in the folder <c>index</c> of its results: one segment of the run, one more for each addition, the
/// model, frequencies of values, and <c>changes.csv</c> with what additions did to clusters. Nothing but the pages that an addition
/// needs is read.
/// </summary>
internal sealed class LinkageIndex : IDisposable
{
    private const string ChangesFile = "changes.csv";

    private readonly string folder;
    private readonly Dictionary<long, long> into = [];
    private readonly Dictionary<long, long> identities = [];

    private LinkageIndex(string folder, LinkageModel model)
    {
        this.folder = folder;
        Model = model;
        Layout = new RecordLayout(model);
        Segments = [.. Directory.EnumerateDirectories(folder, "segment-*").Order(StringComparer.Ordinal)
            .Select(path => new IndexSegment(path, Layout.Stride, model.Passes.Count))];
        Highest = long.Parse(File.ReadAllText(Path.Combine(folder, "highest")), NumberStyles.None, CultureInfo.InvariantCulture);
        ReadChanges();
    }

    public LinkageModel Model { get; }

    public RecordLayout Layout { get; }

    public IReadOnlyList<IndexSegment> Segments { get; }

    /// <summary>The highest number of a cluster.</summary>
    public long Highest { get; private set; }

    public static LinkageIndex Open(string results)
    {
        var folder = Path.Combine(results, "index");
        return Directory.Exists(folder) ? new LinkageIndex(folder, ModelFile.Read(Path.Combine(folder, "model.yaml")))
            : throw new RegisterException($"{folder}: there is no index; link the registers with --index first.");
    }

    /// <summary>Writes the index of a run, in place of an older one.</summary>
    public static void Create(string results, LinkageResult result)
    {
        var folder = Path.Combine(results, "index");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var store = result.Store;
        IndexSegment.Write(Path.Combine(folder, "segment-0000"), store, result.Model.Passes,
            record => result.Names[result.Forest.Find(record)], record => result.Forest.IdentityOf(record));
        foreach (var (name, table) in PairWeights.Frequencies(store))
        {
            MappedArray<ulong>.Write(Path.Combine(folder, $"values-{Number(store.Layout, name)}"), table.Values);
            MappedArray<int>.Write(Path.Combine(folder, $"counts-{Number(store.Layout, name)}"), table.Counts);
            MappedArray<long>.Write(Path.Combine(folder, $"total-{Number(store.Layout, name)}"), [table.Total]);
        }

        var highest = Enumerable.Range(0, store.Count).Max(record => result.Names[result.Forest.Find(record)]);
        File.WriteAllText(Path.Combine(folder, "highest"), highest.ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(folder, ChangesFile), "");
        ModelFile.Write(Path.Combine(folder, "model.yaml"), result.Model with { LinkAt = PairWeights.Probability(result.Threshold.Weight) });
    }

    public IReadOnlyDictionary<string, FrequencyTable> Frequencies() => Layout.Comparers.Where(comparer => comparer.Field.TermFrequency)
        .ToDictionary(comparer => comparer.Field.Name, comparer => FrequencyOf(Number(Layout, comparer.Field.Name)), StringComparer.Ordinal);

    /// <summary>The cluster that a record of a segment is in now.</summary>
    public long ClusterOf(IndexSegment segment, int record)
    {
        var cluster = segment.ClusterOf(record);
        while (into.TryGetValue(cluster, out var next))
        {
            cluster = next;
        }

        return cluster;
    }

    /// <summary>The valid identity number of that cluster, 0 where it has none.</summary>
    public long IdentityOf(IndexSegment segment, int record) => identities.GetValueOrDefault(ClusterOf(segment, record), segment.IdentityOf(record));

    /// <summary>Adds a segment, and what it did to clusters: number, the cluster it went into (or itself), and that one's identity number.</summary>
    public void Append(RecordStore store, Func<int, long> clusterOf, Func<int, long> identityOf, IEnumerable<(long From, long Into, long Identity)> changes, long highest)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"segment-{Segments.Count:0000}");
        // The segment's folder gets its name last, so that an addition that is cut off leaves the index as it was.
        var unfinished = Path.Combine(folder, "unfinished");
        IndexSegment.Write(unfinished, store, Model.Passes, clusterOf, identityOf);
        File.AppendAllLines(Path.Combine(folder, ChangesFile), changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.From},{change.Into},{change.Identity}")));
        File.WriteAllText(Path.Combine(folder, "highest"), highest.ToString(CultureInfo.InvariantCulture));
        Directory.Move(unfinished, Path.Combine(folder, name));
    }

    public void Dispose()
    {
        foreach (var segment in Segments)
        {
            segment.Dispose();
        }
    }

    private void ReadChanges()
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, ChangesFile)))
        {
            var numbers = line.Split(',').Select(text => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
            if (numbers[0] != numbers[1])
            {
                into[numbers[0]] = numbers[1];
            }

            identities[numbers[1]] = numbers[2];
        }
    }

    private FrequencyTable FrequencyOf(string number)
    {
        using var values = new MappedArray<ulong>(Path.Combine(folder, $"values-{number}"));
        using var counts = new MappedArray<int>(Path.Combine(folder, $"counts-{number}"));
        using var total = new MappedArray<long>(Path.Combine(folder, $"total-{number}"));
        return new FrequencyTable(values.Span.ToArray(), counts.Span.ToArray(), total.Span[0]);
    }

    private static string Number(RecordLayout layout, string field) =>
        layout.Comparers.ToList().FindIndex(comparer => comparer.Field.Name == field).ToString("00", CultureInfo.InvariantCulture);
}
