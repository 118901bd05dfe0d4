using System.Collections.Concurrent;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// Observes a population in both worlds: the pack as it stands, and the pack with a reform. Families are read in order, block by block; a block is shared
/// among threads, and the totals after it are the same whatever their number. A run that is stopped goes on from the totals of its last block.
/// </summary>
public sealed class RehearsalRun
{
    /// <summary>Code for the days of a year takes as long to make as the interpreter takes for some thousand families.</summary>
    private const int EnoughToCompile = 8_000;

    private readonly PopulationSource _population;
    private readonly CompiledPolicy _after;
    private readonly RehearsalEngine _nowEngine;
    private readonly RehearsalEngine _afterEngine;
    private readonly RehearsalCalendar _calendar;

    /// <summary>Prepares a run.</summary>
    /// <param name="now">The pack as it stands.</param>
    /// <param name="reformed">The reform laid over it, without errors.</param>
    /// <param name="population">The families.</param>
    /// <param name="options">Days, years, births.</param>
    /// <exception cref="Packs.PolicyPackException">The reformed pack has errors.</exception>
    public RehearsalRun(CompiledPolicy now, ReformedPack reformed, PopulationSource population, RehearsalOptions options)
    {
        _after = new CompiledPolicy(reformed.Pack);
        (Now, Reform, _population, Options) = (now, reformed.Reform!, population, options);
        _calendar = options.Calendar;
        Quantities = MeasuredQuantity.Of(now, _after, Reform);
        (_nowEngine, _afterEngine) = (new RehearsalEngine(now, Quantities, Side.Now), new RehearsalEngine(_after, Quantities, Side.After));
    }

    /// <summary>The pack as it stands.</summary>
    public CompiledPolicy Now { get; }

    /// <summary>The pack with the reform.</summary>
    public CompiledPolicy After => _after;

    /// <summary>The reform.</summary>
    public Reform Reform { get; }

    /// <summary>Days, years, births.</summary>
    public RehearsalOptions Options { get; }

    /// <summary>The years.</summary>
    public RehearsalCalendar Calendar => _calendar;

    /// <summary>Which population it is; a run goes on with the same one only.</summary>
    public string Fingerprint => _population.Fingerprint;

    /// <summary>What is said of the population.</summary>
    public PopulationHeader Population => _population.Header;

    /// <summary>The quantities that are followed.</summary>
    public IReadOnlyList<MeasuredQuantity> Quantities { get; }

    /// <summary>Observes all families.</summary>
    /// <param name="totals">What an earlier run had come to; empty to begin. It is added to after every block.</param>
    /// <param name="progress">Told after every block.</param>
    /// <param name="blockDone">Called after every block, when the totals are whole and can be kept.</param>
    /// <param name="cancellation">Stops within a block; the totals stay those of the last whole one.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Observe(RehearsalTotals totals, IProgress<RehearsalProgress>? progress = null, Action<RehearsalTotals>? blockDone = null, CancellationToken cancellation = default)
    {
        var vocabulary = Now.Pack.Vocabulary;
        BirthRates? rates = null;
        if (Options.ProjectBirths)
        {
            progress?.Report(new RehearsalProgress(totals.Families, _population.Count, true));
            rates = BirthRates.Of(_population.Read(vocabulary, cancellation), vocabulary, Options.AsOf, cancellation);
        }

        var projection = new BirthProjection(vocabulary, _calendar, rates, Options.Seed);
        var number = totals.Families;
        foreach (var block in _population.Read(vocabulary, cancellation).Skip(checked((int)number)).Chunk(Options.BlockSize))
        {
            foreach (var part in ObserveBlock(block, number, projection, cancellation))
                totals.Add(part);
            number += block.Length;
            blockDone?.Invoke(totals);
            progress?.Report(new RehearsalProgress(number, _population.Count, false));
        }
    }

    private List<RehearsalTotals> ObserveBlock(FamilyRecord[] block, long first, BirthProjection projection, CancellationToken cancellation)
    {
        var parts = new ConcurrentBag<RehearsalTotals>();
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Options.Threads > 0 ? Options.Threads : Environment.ProcessorCount };
        // of a population whose size is not known, a block that is full says that there are many
        var isCompiled = Options.IsCompiled ?? (_population.Count ?? block.Length) >= EnoughToCompile;
        var ranges = isCompiled ? Partitioner.Create(0, block.Length, (block.Length + options.MaxDegreeOfParallelism - 1) / options.MaxDegreeOfParallelism) : Partitioner.Create(0, block.Length);
        Parallel.ForEach(ranges, options, range =>
        {
            var totals = new RehearsalTotals();
            var records = new ArraySegment<FamilyRecord>(block, range.Item1, range.Item2 - range.Item1);
            if (isCompiled)
                new BlockObserver(_nowEngine, _afterEngine, Quantities, _calendar, projection, totals).Observe(first + range.Item1, records, cancellation);
            else
                Interpret(first + range.Item1, records, projection, totals, cancellation);
            parts.Add(totals);
        });
        return [.. parts];
    }

    private void Interpret(long first, ArraySegment<FamilyRecord> records, BirthProjection projection, RehearsalTotals totals, CancellationToken cancellation)
    {
        var observer = new FamilyObserver(_nowEngine.Evaluator, _afterEngine.Evaluator, Quantities, _calendar, projection, totals);
        foreach (var (index, record) in records.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            observer.Observe(first + index, record);
        }
    }
}
