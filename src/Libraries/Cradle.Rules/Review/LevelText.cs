using System.Globalization;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>Levels of government and places, by division code as written.</summary>
internal static class LevelText
{
    /// <summary>The level that a code's digits name.</summary>
    public static GovernmentLevel Level(int division) => division switch
    {
        0 => GovernmentLevel.Nation,
        < 100 => GovernmentLevel.Province,
        < 10000 => GovernmentLevel.City,
        _ => GovernmentLevel.County,
    };

    /// <summary>A place in a message.</summary>
    public static string Place(int division) =>
        division == 0 ? "the nation" : string.Create(CultureInfo.InvariantCulture, $"{Name(Level(division))} {division}");

    /// <summary>A level as the header writes it.</summary>
    public static string Name(GovernmentLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>The clauses of a rule in a message.</summary>
    public static string Cites(Rule rule) => string.Join(", ", rule.Cites);
}
