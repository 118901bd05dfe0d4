namespace Cradle.Demography.Projection;

/// <summary>When in the year migrants are counted in or out.</summary>
public enum MigrationTiming
{
    /// <summary>On 31 December, after births and deaths, at the age reached then.</summary>
    EndOfYear,

    /// <summary>On 1 January, so that they have children and die in the year as everybody does.</summary>
    StartOfYear,

    /// <summary>One half on 1 January, the other on 31 December.</summary>
    HalfAndHalf,
}
