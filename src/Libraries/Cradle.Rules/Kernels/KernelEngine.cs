using System.Collections.Concurrent;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>
/// Answers populations by compiled code, in parallel over ranges of families. Code is made once for a day, or for a span of days, and for what populations know, and kept.
/// </summary>
public sealed class KernelEngine : IBatchEngine
{
    private const int BlocksAtOnce = 32;
    private readonly CompiledPolicy _policy;
    private readonly int _threads;
    private readonly ConcurrentDictionary<(DaySpan, PopulationProfile, KernelWrites), Lazy<KernelProgram>> _programs = [];
    private readonly DaySpans? _spans;
    private PopulationProfile? _profile;

    /// <summary>An engine for a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="variant">The implementation; by default what <see cref="KernelChoice.Current"/> says.</param>
    /// <param name="threads">Threads; by default one a processor.</param>
    /// <param name="quantities">Quantities to answer, by id; null for all.</param>
    /// <param name="manyDays">Whether many days will be asked for: code is then made for all days on which the same rules are in force, which costs a little at each of them.</param>
    public KernelEngine(CompiledPolicy policy, KernelVariant? variant = null, int? threads = null, IReadOnlySet<string>? quantities = null, bool manyDays = false)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (_policy, Variant, _threads) = (policy, variant ?? KernelChoice.Current, threads ?? Environment.ProcessorCount);
        Keys = OutcomeKey.AllOf(policy, quantities);
        _spans = manyDays ? new DaySpans(Keys) : null;
    }

    /// <summary>The implementation in use.</summary>
    public KernelVariant Variant { get; }

    /// <inheritdoc/>
    public IReadOnlyList<OutcomeKey> Keys { get; }

    /// <summary>Makes the code for a population, so that the first run does not wait for it. Gives the columns that the interpreter has to answer, with the reason.</summary>
    public IReadOnlyDictionary<OutcomeKey, string> Prepare(Population population, DateOnly asOf, BatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(request);
        return Variant == KernelVariant.Reference ? Keys.ToDictionary(key => key, _ => "The interpreter was asked for.") : Program(population, asOf, request).Policy.Left;
    }

    /// <inheritdoc/>
    public BatchResult Run(Population population, DateOnly asOf, BatchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(request);
        if (Variant == KernelVariant.Reference)
            return new ReferenceEngine(_policy, Keys, null).Run(population, asOf, request, cancellation);

        var program = Program(population, asOf, request);
        var totals = new Totals(Keys);
        var answers = KernelAnswers.For(program, Keys, population, request);
        foreach (var worker in Work(program, new KernelBinding(population, asOf), request, answers, cancellation))
            worker.AddTo(totals);
        if (program.Policy.Left.Count > 0)
            new ReferenceEngine(_policy, Keys, [.. program.Policy.Left.Keys]).Fill(population, asOf, request, totals, answers.Columns, cancellation);
        return new BatchResult(asOf, totals, answers.Columns) { Memory = answers };
    }

    private IReadOnlyList<KernelWorker> Work(
        KernelProgram program, KernelBinding binding, BatchRequest request, KernelAnswers answers, CancellationToken cancellation)
    {
        var population = binding.Population;
        var step = KernelProgram.BlockFamilies * BlocksAtOnce;
        var threads = Math.Clamp((population.Count + step - 1) / step, 1, _threads);
        var workers = new KernelWorker[threads];
        var next = 0;
        void Run(int thread)
        {
            var worker = workers[thread] = new KernelWorker(program, binding, request, answers);
            for (var start = Interlocked.Add(ref next, step) - step; start < population.Count; start = Interlocked.Add(ref next, step) - step)
            {
                var end = Math.Min(start + step, population.Count);
                for (var first = start; first < end; first += KernelProgram.BlockFamilies)
                {
                    cancellation.ThrowIfCancellationRequested();
                    worker.Run(first, Math.Min(first + KernelProgram.BlockFamilies, end));
                }
            }
        }

        if (threads == 1)
            Run(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, Run);
        GC.KeepAlive(binding);
        return workers;
    }

    private KernelProgram Program(Population population, DateOnly asOf, BatchRequest request)
    {
        var writes = (request.KeepsRows ? KernelWrites.Answers : KernelWrites.Nothing)
            | (request.Values ? KernelWrites.Values : KernelWrites.Nothing)
            | (request.Division is not null ? KernelWrites.Statuses | KernelWrites.Values : KernelWrites.Nothing);
        return _programs.GetOrAdd((_spans?.Of(asOf) ?? DaySpan.Of(asOf), ProfileFor(population), writes), key => new Lazy<KernelProgram>(() => Compile(key.Item1, key.Item2, key.Item3))).Value;
    }

    private KernelProgram Compile(DaySpan days, PopulationProfile profile, KernelWrites writes)
    {
        var lanes = Variant == KernelVariant.Vector ? LaneSet.Vector : LaneSet.Scalar;
        KernelWarmUp.Begin(Keys, _policy.Pack.Vocabulary, lanes, writes);
        return KernelProgram.Compile(LoweredPolicy.Lower(_policy, Keys, days, profile), lanes, writes);
    }

    /// <summary>A profile that this population fits, and all before it: ranges of one population that differ a little are answered by the same code.</summary>
    private PopulationProfile ProfileFor(Population population)
    {
        var own = new PopulationProfile(population);
        lock (_programs)
            return _profile = _profile?.Join(own) ?? own;
    }
}
