namespace Cradle.Rules.Populations;

/// <summary>Answers every quantity of a policy for every family of a population. Engines give the same answers and differ in speed only.</summary>
public interface IBatchEngine
{
    /// <summary>The columns of answers it gives.</summary>
    IReadOnlyList<OutcomeKey> Keys { get; }

    /// <summary>Answers a population.</summary>
    /// <param name="population">The families.</param>
    /// <param name="asOf">The day of the question, one for all.</param>
    /// <param name="request">What to keep besides totals.</param>
    /// <param name="cancellation">Stops the work between families.</param>
    /// <exception cref="OverflowException">A figure does not fit 64 bits: never a wrong one instead.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    BatchResult Run(Population population, DateOnly asOf, BatchRequest request, CancellationToken cancellation = default);
}
