using System.Text.Json;
using System.Text.Json.Serialization;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// What a run has come to, as a file: written after a block, read to go on. The key names the pack, the reform, the population and the options; a state
/// of another key is refused, because its totals would be of something else.
/// </summary>
public static class RehearsalState
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes the totals; the file is whole or the old one stays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">What the totals are of.</param>
    /// <param name="totals">The totals.</param>
    public static void Save(string path, string key, RehearsalTotals totals)
    {
        var stored = new Stored(Version, key, totals.Families, totals.Weight, totals.Births,
            [.. totals.Tallies.Select(pair => new StoredTally(pair.Key, pair.Value))],
            [.. totals.Changes.Select(pair => new StoredChange(pair.Key, pair.Value.Stay, pair.Value.Undecided, pair.Value.Distribution.Width, [.. pair.Value.Distribution.Bins]))],
            [.. totals.Transitions.Select(pair => new StoredTransition(pair.Key, pair.Value))], totals.NewConflicts);
        var part = path + ".part";
        using (var file = File.Create(part))
        {
            JsonSerializer.Serialize(file, stored, Form);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>Reads the totals of a run of the same key.</summary>
    /// <exception cref="InvalidDataException">The file is of another run, of another version, or damaged.</exception>
    public static RehearsalTotals Load(string path, string key)
    {
        var stored = Read(path);
        if (stored.Key != key)
            throw new InvalidDataException($"{path} is of another run: pack, reform, population or options differ. Run without --resume, or with the same ones.");
        var totals = new RehearsalTotals { Families = stored.Families, Weight = stored.Weight, Births = stored.Births };
        foreach (var item in stored.Tallies)
            totals.Tallies.Add(item.Key, item.Tally);
        foreach (var item in stored.Changes)
            totals.Changes.Add(item.Key, new FamilyChanges { Stay = item.Stay, Undecided = item.Undecided, Distribution = ChangeDistribution.Restore(item.Width, item.Bins) });
        foreach (var item in stored.Transitions)
            totals.Transitions.Add(item.Key, item.Weight);
        totals.NewConflicts.AddRange(stored.Conflicts);
        return totals;
    }

    private static Stored Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Stored>(file, Form) is { Version: Version } stored
                ? stored : throw new InvalidDataException($"{path} was written by another version. Run without --resume.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is damaged ({exception.Message}). Run without --resume.");
        }
    }

    private sealed record Stored(
        int Version, string Key, long Families, long Weight, long[] Births, IReadOnlyList<StoredTally> Tallies, IReadOnlyList<StoredChange> Changes,
        IReadOnlyList<StoredTransition> Transitions, IReadOnlyList<NewConflict> Conflicts);

    private sealed record StoredTally(TallyKey Key, AnnualTally Tally);

    private sealed record StoredChange(MeasureKey Key, long Stay, long Undecided, long Width, IReadOnlyList<KeyValuePair<long, long>> Bins);

    private sealed record StoredTransition(TransitionKey Key, long Weight);
}
