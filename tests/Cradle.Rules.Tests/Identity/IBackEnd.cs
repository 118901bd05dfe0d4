using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Tests.Identity;

/// <summary>Anything that answers batches and must agree with the interpreter.</summary>
internal interface IBackEnd : IAsyncDisposable
{
    /// <summary>Takes a population; it stays until the next.</summary>
    Task LoadAsync(Population population);

    /// <summary>Answers the quantities wanted, all where none is named, for the population; other answers may stay empty.</summary>
    Task<AnswerTable> AnswerAsync(CompiledPolicy policy, DateOnly asOf, IReadOnlySet<string>? quantities = null);

    /// <summary>Adds everything up.</summary>
    Task<Totals> TotalsAsync(CompiledPolicy policy, DateOnly asOf, FactDefinition? division);
}
