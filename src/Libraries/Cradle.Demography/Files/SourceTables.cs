namespace Cradle.Demography.Files;

/// <summary>What every layout is read into before a range of years is chosen.</summary>
internal sealed record SourceTables
{
    public required string Layout { get; init; }

    /// <summary>Where the figures come from, for the foot of a chart.</summary>
    public required string Source { get; init; }

    public required Grid Population { get; init; }

    public required Grid Survival { get; init; }

    public required Grid Fertility { get; init; }

    /// <summary>At age 0, without sex.</summary>
    public required Grid SexRatio { get; init; }

    /// <summary>Null where nobody migrates.</summary>
    public Grid? Migration { get; init; }

    public Uncertainty.IndicatorBounds? Bounds { get; init; }

    public IReadOnlyList<Move> Moves { get; init; } = [];

    /// <summary>Totals given beside the single ages, which have to agree with them.</summary>
    public IReadOnlyList<ControlTotal> Controls { get; init; } = [];
}

/// <summary>A total that a file gives beside the single ages: where the two differ, one of them is in another unit or of another revision.</summary>
internal sealed record ControlTotal(string File, int Line, int Year, string What, double Total, double Tolerance, Func<Projection.ProjectionInputs, int, double> Sum);

/// <summary>The share of the people of one division who move to another within a year.</summary>
internal sealed record Move(string From, string To, int Year, Primitives.Sex Sex, int Age, double Share, int Line);
