using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Blocking;

/// <summary>Receives pairs of records from one thread.</summary>
internal interface IPairVisitor
{
    void Visit(int a, int b, ReadOnlySpan<int> rowA, ReadOnlySpan<int> rowB);
}

/// <summary>
/// The pairs that the passes of a model bring together. They are streamed and never kept; a pair that an earlier pass had is
/// not visited again. The order, and so every result, does not depend on the number of threads.
/// </summary>
internal sealed class CandidatePairs
{
    private const int RecordsPerTask = 1 << 16;
    private const int MostInPlace = 8;

    private readonly RecordStore store;
    private readonly List<PassIndex> passes = [];

    // For each record its block in each pass, −1 where it is in none: two records met in an earlier pass if they share a block there.
    private readonly int[] blocks;

    public CandidatePairs(RecordStore store, IReadOnlyList<BlockingPass> plan, CancellationToken cancel, Action<int, ulong[], int[]>? keyed = null)
    {
        this.store = store;
        blocks = new int[(long)store.Count * plan.Count];
        Array.Fill(blocks, -1);
        var built = new PassIndex[plan.Count];
        Parallel.For(0, plan.Count, new ParallelOptions { CancellationToken = cancel }, pass =>
        {
            var index = PassIndex.Build(store, plan[pass], keyed is null ? null : (keys, records) => keyed(pass, keys, records));
            built[pass] = index;
            for (var block = 0; block < index.Blocks; block++)
            {
                foreach (var record in index.Records.AsSpan(index.Starts[block]..index.Starts[block + 1]))
                {
                    blocks[(long)record * plan.Count + pass] = block;
                }
            }
        });
        passes.AddRange(built);
    }

    public IReadOnlyList<PassIndex> Passes => passes;

    public IEnumerable<OversizedBlock> Oversized => passes.SelectMany(pass => pass.Oversized);

    /// <summary>Visits the pairs of one pass.</summary>
    /// <param name="pass">Number of the pass.</param>
    /// <param name="every">Only every so-manieth block, chosen by hash; 1 for all.</param>
    /// <param name="create">Makes a visitor for one part of the work.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <returns>The visitors in the order of the blocks.</returns>
    public TVisitor[] Visit<TVisitor>(int pass, uint every, Func<TVisitor> create, CancellationToken cancel) where TVisitor : IPairVisitor
    {
        var index = passes[pass];
        var cuts = Cuts(index);
        var visitors = new TVisitor[cuts.Count - 1];
        Parallel.For(0, visitors.Length, new ParallelOptions { CancellationToken = cancel }, part =>
        {
            visitors[part] = create();
            var rows = new int[PassIndex.MostInBlock * store.Layout.Stride];
            for (var block = cuts[part]; block < cuts[part + 1]; block++)
            {
                if (every == 1 || Hashing.Of((ulong)block) % every == 0)
                {
                    Visit(index.Records.AsSpan(index.Starts[block]..index.Starts[block + 1]), pass, rows, ref visitors[part]);
                }
            }
        });
        return visitors;
    }

    private void Visit<TVisitor>(ReadOnlySpan<int> block, int pass, Span<int> rows, ref TVisitor visitor) where TVisitor : IPairVisitor
    {
        if (block.Length <= MostInPlace)
        {
            VisitInPlace(block, pass, ref visitor);
            return;
        }

        // The rows of a block are brought together once, so that comparing its pairs stays in the nearest cache.
        var stride = store.Layout.Stride;
        for (var i = 0; i < block.Length; i++)
        {
            store.Row(block[i]).CopyTo(rows[(i * stride)..]);
        }

        for (var i = 0; i < block.Length; i++)
        {
            var rowA = rows.Slice(i * stride, stride);
            for (var j = i + 1; j < block.Length; j++)
            {
                if (!HaveMet(block[i], block[j], pass))
                {
                    visitor.Visit(block[i], block[j], rowA, rows.Slice(j * stride, stride));
                }
            }
        }
    }

    // In small blocks most pairs have met in an earlier pass, so that most rows are never looked at.
    private void VisitInPlace<TVisitor>(ReadOnlySpan<int> block, int pass, ref TVisitor visitor) where TVisitor : IPairVisitor
    {
        for (var i = 0; i < block.Length; i++)
        {
            for (var j = i + 1; j < block.Length; j++)
            {
                if (!HaveMet(block[i], block[j], pass))
                {
                    visitor.Visit(block[i], block[j], store.Row(block[i]), store.Row(block[j]));
                }
            }
        }
    }

    private bool HaveMet(int a, int b, int pass)
    {
        var atA = (long)a * passes.Count;
        var atB = (long)b * passes.Count;
        for (var earlier = 0; earlier < pass; earlier++)
        {
            if (blocks[atA + earlier] == blocks[atB + earlier] && blocks[atA + earlier] >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static List<int> Cuts(PassIndex index)
    {
        var cuts = new List<int> { 0 };
        for (var block = 1; block < index.Blocks; block++)
        {
            if (index.Starts[block] - index.Starts[cuts[^1]] >= RecordsPerTask)
            {
                cuts.Add(block);
            }
        }

        cuts.Add(index.Blocks);
        return cuts;
    }
}
