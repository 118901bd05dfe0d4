using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Files;

/// <summary>What a folder asks to be projected.</summary>
public sealed record ProjectionCase
{
    /// <summary>The layout found: <c>un</c>, <c>long</c> or <c>tidy</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>Where the figures come from, to stand below a chart.</summary>
    public required string Source { get; init; }

    /// <summary>The divisions in the order of their names; one without a name where the files know no divisions.</summary>
    public required IReadOnlyList<DivisionInputs> Divisions { get; init; }

    /// <summary>Moves between divisions; null where none are given.</summary>
    public MoveTable? Moves { get; init; }

    /// <summary>How uncertain the inputs are; null where the folder does not say.</summary>
    public IndicatorBounds? Bounds { get; init; }

    /// <summary>What is no error but should be told, for example years that are left out because one file ends early.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The first year projected.</summary>
    public int From => Divisions[0].Inputs.FirstYear;

    /// <summary>The last year projected.</summary>
    public int To => Divisions[0].Inputs.LastYear;
}
