using Cradle.Primitives;

namespace Cradle.Platform.Contracts.Figures;

/// <summary>Counts that a module gives of a place when asked: what proves a task, and what a clause has led to. Counts only, no person behind them.</summary>
public interface ILiveFigures
{
    /// <summary>What can be asked.</summary>
    IReadOnlyList<LiveFigure> All { get; }

    /// <summary>The figure of a place and everything below it, as it is now; null where there is nothing to count from.</summary>
    /// <exception cref="ArgumentException">The module has no figure of that name.</exception>
    Task<decimal?> CountAsync(string name, DivisionCode division, CancellationToken cancellationToken = default);
}

/// <summary>A figure that can be asked for.</summary>
/// <param name="Name">Its stable name; that of an indicator of <c>policies/coverage.yaml</c> where it is one.</param>
/// <param name="Zh">What it counts.</param>
/// <param name="En">The same in English.</param>
/// <param name="Unit">Its unit, as coverage writes it: <c>percent</c>, <c>case</c>, <c>item</c>.</param>
public sealed record LiveFigure(string Name, string Zh, string En, string Unit);
