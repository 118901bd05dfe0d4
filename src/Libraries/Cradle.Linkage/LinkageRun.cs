using Cradle.Linkage.Blocking;
using Cradle.Linkage.Clustering;
using Cradle.Linkage.Comparison;
using Cradle.Linkage.Evaluation;
using Cradle.Linkage.Models;
using Cradle.Linkage.Profiling;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Review;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage;

/// <summary>Links registers: reads them, trains a model where none is given, compares, scores and clusters. Writing the results is for <see cref="Reporting.LinkageFiles"/>.</summary>
/// <param name="options">What to link.</param>
/// <param name="progress">Told how far the run is; called from several threads.</param>
public sealed class LinkageRun(LinkageOptions options, Action<LinkageProgress>? progress = null)
{
    private readonly StageClock clock = new();

    /// <summary>Runs.</summary>
    /// <param name="cancel">Stops the run; what the finished passes found stays in the output folder for a run that resumes.</param>
    /// <exception cref="RegisterException">A register cannot be read.</exception>
    /// <exception cref="ModelException">The model cannot be used.</exception>
    public async Task<LinkageResult> RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Output);
        var work = new WorkFolder(options);
        var goesOn = work.TakeUp(options);
        var files = RegisterFile.Open(options.Inputs);
        var model = goesOn ? ModelFile.Read(work.ModelPath)
            : options.Model is { } path ? ModelFile.Read(path)
            : ModelProposal.Propose(files, options.IdColumn);
        if (options.UniqueSources.FirstOrDefault(unique => files.All(file => file.Source != unique)) is { } unknown)
        {
            throw new RegisterException($"There is no register {unknown} to hold each person once; there are {string.Join(", ", files.Select(file => file.Source))}.");
        }

        model = model with
        {
            Seed = options.Seed ?? model.Seed,
            UniqueSources = options.UniqueSources.Count > 0 ? options.UniqueSources : model.UniqueSources,
        };
        Done("profile");

        var layout = new RecordLayout(model);
        var reader = new RegisterReader(layout, count => Report("read", count, 0));
        var store = await reader.ReadAsync(files, cancel).ConfigureAwait(false);
        Done("read");

        model = model.Passes.Count > 0 ? model : model with { Passes = new PassPlanner(store, model.Seed).Plan() };
        Done("plan");
        var pairs = new CandidatePairs(store, model.Passes, cancel);
        Done("block");
        if (model.Parameters is null)
        {
            Report("train", 0, 0);
            model = model with { Parameters = Training.Run(store, pairs, model.Seed, options.Truth is { } known ? Truth.Read(known, store) : null, cancel) };
        }

        ModelFile.Write(work.ModelPath, model);
        Done("train");
        var found = Compare(store, pairs, new PairWeights(layout, model.Parameters, PairWeights.Frequencies(store)), model, work, cancel);
        Done("compare");

        var threshold = model.LinkAt is { } probability ? found.Histogram.At(WeightOf(probability)) : found.Histogram.Best();
        var links = Clusters.Sorted(found.Links);
        var refused = new List<RefusedLink>();
        var decisions = options.Decisions is { } file ? DecisionFile.Read(file, new RecordLookup(store)) : Decisions.None;
        var forest = Clusters.Of(store, links, threshold.Weight, model.UniqueSources, decisions, refused);
        var names = options.Previous is { } earlier ? ClusterNames.After(earlier, store, forest) : ClusterNames.Fresh(store, forest);
        Done("cluster");
        return new LinkageResult
        {
            Store = store,
            Model = model,
            Links = links,
            Forest = forest,
            Names = names,
            Refused = refused,
            Problems = reader.Problems,
            Oversized = [.. pairs.Oversized],
            Histogram = found.Histogram,
            Threshold = threshold,
            Excluded = found.Excluded,
            Clock = clock,
        };
    }

    private PassResult Compare(RecordStore store, CandidatePairs pairs, PairWeights weights, LinkageModel model, WorkFolder work, CancellationToken cancel)
    {
        var keepFrom = WeightOf(model.ReviewAt);
        for (var pass = 0; pass < pairs.Passes.Count; pass++)
        {
            Report("compare", pass, pairs.Passes.Count);
            if (!File.Exists(work.PassPath(pass)))
            {
                PassResult.Of(pairs.Visit(pass, 1, () => new PairScorer(store.Layout, weights, keepFrom), cancel)).Write(work.PassPath(pass));
            }
        }

        var all = new PassResult { Links = [], Histogram = new WeightHistogram(), Excluded = 0 };
        return Enumerable.Range(0, pairs.Passes.Count).Select(pass => PassResult.Read(work.PassPath(pass))).Aggregate(all, (sum, part) => sum.With(part));
    }

    private static double WeightOf(double probability) => Math.Log2(probability / (1 - probability));

    private void Report(string stage, long done, long of) => progress?.Invoke(new LinkageProgress(stage, done, of));

    private void Done(string stage) => clock.Done(stage);
}
