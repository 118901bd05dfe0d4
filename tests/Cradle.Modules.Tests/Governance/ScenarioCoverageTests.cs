using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Cradle.Modules.Tests.Governance;

/// <summary>Every scenario of the systems that this module serves has a test whose name begins with it; those of the rules (S01.1–4) are shown by the packs' own tests.</summary>
public partial class ScenarioCoverageTests
{
    private static readonly Dictionary<string, int[]> Scenarios = new()
    {
        ["S01"] = [3, 5], ["S02"] = [1, 2, 3, 4], ["S61"] = [1, 2, 3], ["S69"] = [1, 2, 3], ["S70"] = [1, 2, 3, 4, 5], ["S71"] = [1, 2, 3, 4, 5], ["S72"] = [1, 2, 3, 4], ["S73"] = [1, 2, 3], ["S74"] = [1, 2, 3],
    };

    [Fact]
    public void Every_scenario_has_a_test_of_its_name_and_no_test_names_one_that_is_not_there()
    {
        var known = Scenarios.SelectMany(system => system.Value.Select(number => string.Create(CultureInfo.InvariantCulture, $"{system.Key}_{number}"))).Order(StringComparer.Ordinal);
        var named = typeof(ScenarioCoverageTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(ScenarioCoverageTests).Namespace).SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null).SelectMany(method => Of(method.Name)).Where(scenario => Scenarios.ContainsKey(scenario.Split('_')[0])).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(known, named);
    }

    private static IEnumerable<string> Of(string name) => Named().Match(name) is { Success: true } match ? match.Groups["number"].Captures.Select(number => $"{match.Groups["system"].Value}_{number.Value}") : [];

    [GeneratedRegex("^(?<system>S\\d\\d)_(?<number>\\d)(?:_and_(?<number>\\d))*_")]
    private static partial Regex Named();
}
