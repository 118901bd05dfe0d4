using Cradle.Rules.Evaluation;
using Cradle.Rules.Kernels;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Tests.Identity;

namespace Cradle.Rules.Tests.Kernels;

/// <summary>Compiled code of one variant.</summary>
internal sealed class KernelBackEnd(KernelVariant variant) : IBackEnd
{
    private Population? _population;

    public Task LoadAsync(Population population)
    {
        _population = population;
        return Task.CompletedTask;
    }

    public Task<AnswerTable> AnswerAsync(CompiledPolicy policy, DateOnly asOf, IReadOnlySet<string>? quantities) =>
        Task.FromResult(AnswerTable.Of(Run(policy, asOf, BatchRequest.Everything), _population!));

    public Task<Totals> TotalsAsync(CompiledPolicy policy, DateOnly asOf, FactDefinition? division) =>
        Task.FromResult(Run(policy, asOf, new BatchRequest(Division: division)).Totals);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private BatchResult Run(CompiledPolicy policy, DateOnly asOf, BatchRequest request) =>
        new KernelEngine(policy, variant, threads: 2).Run(_population!, asOf, request, TestContext.Current.CancellationToken);
}
