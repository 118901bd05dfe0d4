namespace Cradle.Primitives;

/// <summary>The level of an administrative division, from the widest down.</summary>
public enum DivisionLevel
{
    /// <summary>No division: the default value of <see cref="DivisionCode"/>.</summary>
    None,

    /// <summary>The whole country.</summary>
    Nation,

    /// <summary>Province, autonomous region, municipality or special administrative region (two digits).</summary>
    Province,

    /// <summary>Prefecture-level city, prefecture, autonomous prefecture or league (four digits).</summary>
    Prefecture,

    /// <summary>County, district, county-level city or banner (six digits).</summary>
    County,
}
