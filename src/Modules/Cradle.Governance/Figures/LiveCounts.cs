using Cradle.Platform.Contracts.Figures;
using Cradle.Primitives;

namespace Cradle.Governance.Figures;

/// <summary>A figure of a place as it is now.</summary>
public sealed record LiveCount(LiveFigure Figure, decimal Value);

/// <summary>The figures that the modules of this installation give, by name.</summary>
public sealed class LiveCounts(IEnumerable<ILiveFigures> modules)
{
    public IReadOnlyList<LiveFigure> All => [.. modules.SelectMany(module => module.All)];

    /// <summary>A figure of a place and everything below it; null where no module gives it, or there is nothing to count from.</summary>
    public async Task<LiveCount?> FindAsync(string name, DivisionCode division, CancellationToken cancellationToken = default)
    {
        var module = modules.FirstOrDefault(module => module.All.Any(figure => figure.Name == name));
        return module is not null && await module.CountAsync(name, division, cancellationToken) is { } value ? new LiveCount(module.All.First(figure => figure.Name == name), value) : null;
    }
}
