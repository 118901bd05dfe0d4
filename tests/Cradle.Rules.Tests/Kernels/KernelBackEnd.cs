using Cradle.Rules.Evaluation;
using Cradle.Rules.Kernels;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Tests.Identity;

namespace Cradle.Rules.Tests.Kernels;

/// <summary>Compiled code of one variant, for each day or for all days on which the same rules are in force.</summary>
internal sealed class KernelBackEnd(KernelVariant variant, bool manyDays = false) : IBackEnd
{
    private Population? _population;
    private (CompiledPolicy? Policy, IReadOnlySet<string>? Quantities, KernelEngine? Engine) _last;

    public Task LoadAsync(Population population)
    {
        _population = population;
        return Task.CompletedTask;
    }

    public Task<AnswerTable> AnswerAsync(CompiledPolicy policy, DateOnly asOf, IReadOnlySet<string>? quantities)
    {
        var keys = OutcomeKey.AllOf(policy);
        var table = new AnswerTable(keys, _population!);
        foreach (var column in Run(policy, asOf, BatchRequest.Everything, quantities).Columns)
        {
            var key = keys.First(key => ReferenceEquals(key.Quantity, column.Key.Quantity) && key.Parent == column.Key.Parent && key.IsDraft == column.Key.IsDraft);
            for (var row = 0; row < column.Rows; row++)
                table[key, row] = new BatchAnswer(column.Code(row), column.Value(row), column.Rule(row));
        }

        return Task.FromResult(table);
    }

    public Task<Totals> TotalsAsync(CompiledPolicy policy, DateOnly asOf, FactDefinition? division) =>
        Task.FromResult(Run(policy, asOf, new BatchRequest(Division: division), null).Totals);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private BatchResult Run(CompiledPolicy policy, DateOnly asOf, BatchRequest request, IReadOnlySet<string>? quantities) =>
        EngineFor(policy, quantities).Run(_population!, asOf, request, TestContext.Current.CancellationToken);

    private KernelEngine EngineFor(CompiledPolicy policy, IReadOnlySet<string>? quantities)
    {
        if (_last.Engine is null || _last.Policy != policy || _last.Quantities != quantities)
            _last = (policy, quantities, new KernelEngine(policy, variant, threads: 2, quantities, manyDays));
        return _last.Engine;
    }
}
