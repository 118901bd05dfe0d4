using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Blocking;

/// <summary>
/// Plans the passes of blocking from the data: every value or sound that is rare enough alone is a pass; those that are not are
/// joined by twos. What "enough" means is a number of pairs that grows with the number of records.
/// </summary>
internal sealed class PassPlanner(RecordStore store, int seed)
{
    private const int MostSampled = 100_000;
    private const long LeastBudget = 200_000;
    private const int PairsPerRecord = 2;
    private const int MostJoined = 4;
    private const int MostJoinedPerField = 3;

    private readonly long budget = Math.Max(LeastBudget, (long)store.Count * PairsPerRecord);

    public IReadOnlyList<BlockingPass> Plan()
    {
        var sample = Sample();
        var costs = store.Layout.Comparers.SelectMany(Parts).AsParallel().AsOrdered()
            .Select(part => (Pass: new BlockingPass([part]), Cost: EstimatedPairs(new BlockingPass([part]), sample))).ToList();
        var single = costs.Where(item => item.Cost <= budget).Select(item => item.Pass).ToList();
        var common = costs.Where(item => item.Cost > budget).Select(item => item.Pass.Parts[0]).ToList();

        // A value that is rare enough needs no pass of its own where its sound is one already.
        var alone = single.Where(pass => !(pass.Parts[0].Form == KeyForm.Value
            && single.Exists(other => other.Parts[0].Field == pass.Parts[0].Field && other.Parts[0].Form == KeyForm.Sound))).ToList();
        var joined = common.Where(part => !alone.Exists(pass => pass.Parts[0].Field == part.Field)).ToList();
        return [.. alone, .. Join(joined, [.. alone.Select(pass => pass.Parts[0])], sample)];
    }

    private List<BlockingPass> Join(List<KeyPart> parts, List<KeyPart> alone, int[] sample)
    {
        var pairs = from i in Enumerable.Range(0, parts.Count).AsParallel().AsOrdered()
                    from j in Enumerable.Range(i + 1, parts.Count - i - 1)
                    where parts[i].Field != parts[j].Field
                    let pass = new BlockingPass([parts[i], parts[j]])
                    let cost = EstimatedPairs(pass, sample)
                    where cost <= budget
                    orderby cost descending
                    select pass;
        var chosen = new List<BlockingPass>();
        foreach (var pass in pairs)
        {
            var isNew = pass.Parts.All(part => chosen.Count(other => other.Parts.Any(p => p.Field == part.Field)) < MostJoinedPerField)
                && !chosen.Exists(other => pass.Parts.All(part => other.Parts.Any(p => p.Field == part.Field)));
            if (chosen.Count < MostJoined && isNew)
            {
                chosen.Add(pass);
            }
        }

        return chosen.Count + alone.Count > 0 ? chosen
            : throw new ModelException("No field or pair of fields is rare enough to block by; give a model with passes.");
    }

    private static IEnumerable<KeyPart> Parts(FieldComparer comparer)
    {
        var field = comparer.Field;
        // A parent's name brings together what home, phone and the parent's number bring together too, and many namesakes besides.
        if (field.Kind is FieldKind.Sex or FieldKind.Category or FieldKind.Ordinal or FieldKind.ParentName)
        {
            return [];
        }

        return field.Kind switch
        {
            FieldKind.PersonName or FieldKind.GivenName or FieldKind.Surname => [new KeyPart(field.Name, KeyForm.Sound), new KeyPart(field.Name)],
            FieldKind.Address => [new KeyPart(field.Name), new KeyPart(field.Name, KeyForm.Start)],
            _ => [new KeyPart(field.Name)],
        };
    }

    private double EstimatedPairs(BlockingPass pass, int[] sample)
    {
        var keys = new PassKeys(store.Layout, pass.Parts);
        var hashes = sample.Select(record => keys.Of(store.Row(record))).Where(key => key != 0).ToArray();
        Array.Sort(hashes);
        double pairs = 0;
        for (var start = 0; start < hashes.Length;)
        {
            var end = start + 1;
            while (end < hashes.Length && hashes[end] == hashes[start])
            {
                end++;
            }

            pairs += (double)(end - start) * (end - start - 1) / 2;
            start = end;
        }

        var scale = (double)store.Count / sample.Length;
        return pairs * scale * scale;
    }

    private int[] Sample()
    {
        if (store.Count <= MostSampled)
        {
            return [.. Enumerable.Range(0, store.Count)];
        }

        var random = new Random(seed);
        return [.. Enumerable.Range(0, MostSampled).Select(_ => random.Next(store.Count)).Distinct()];
    }
}
