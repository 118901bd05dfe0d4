using System.Globalization;
using System.Reflection;

namespace Cradle.Rules.Tests.Packs;

/// <summary>Every scenario of the systems that are about entitlements and deadlines is shown by a case or a test, or stands in the list of those carried elsewhere.</summary>
public class ScenarioCoverageTests
{
    /// <summary>How many scenarios the catalogue has for each system.</summary>
    private static readonly Dictionary<string, int> Scenarios = new()
    {
        ["S01"] = 5, ["S02"] = 4, ["S10"] = 3, ["S11"] = 7, ["S12"] = 5, ["S13"] = 6, ["S14"] = 4, ["S15"] = 5, ["S22"] = 6, ["S23"] = 6, ["S24"] = 3,
        ["S25"] = 5, ["S26"] = 4, ["S27"] = 5, ["S28"] = 4, ["S29"] = 3, ["S30"] = 6, ["S31"] = 6, ["S32"] = 5, ["S33"] = 5,
    };

    private static HashSet<string> Known { get; } =
        [.. Scenarios.SelectMany(system => Enumerable.Range(1, system.Value).Select(number => string.Create(CultureInfo.InvariantCulture, $"{system.Key}.{number}")))];

    private static HashSet<string> Shown { get; } =
        [.. RealPack.Pack.Cases.Select(@case => @case.Scenario).OfType<string>().Concat(OfTests()).Where(scenario => Scenarios.ContainsKey(scenario.Split('.')[0]))];

    [Fact]
    public void Every_scenario_is_shown_or_carried_elsewhere() => Assert.Empty(Known.Except(Shown).Except(ScenariosElsewhere.All.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public void No_scenario_is_both_shown_and_carried_elsewhere() => Assert.Empty(Shown.Intersect(ScenariosElsewhere.All.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public void No_case_test_or_entry_names_a_scenario_that_is_not_there() => Assert.Empty(Shown.Union(ScenariosElsewhere.All.Keys).Except(Known).Order(StringComparer.Ordinal));

    private static IEnumerable<string> OfTests() =>
        typeof(ScenarioCoverageTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Scenario").Select(trait => trait.Value);
}
