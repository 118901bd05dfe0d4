using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Cradle.Modules.Tests.Births;

/// <summary>Every scenario of the systems that this module carries has a test that names it.</summary>
public partial class ScenarioNameTests
{
    private static readonly Dictionary<string, int> Scenarios = new() { ["S02"] = 4, ["S03"] = 5, ["S04"] = 5, ["S05"] = 5, ["S10"] = 3, ["S23"] = 6 };

    [Fact]
    public void Every_scenario_has_a_test_that_names_it()
    {
        var all = Scenarios.SelectMany(system => Enumerable.Range(1, system.Value).Select(number => string.Create(CultureInfo.InvariantCulture, $"{system.Key}_{number}"))).ToList();
        var shown = typeof(ScenarioNameTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttributes<FactAttribute>().Any()).SelectMany(method => Named(method.Name)).ToHashSet();
        Assert.Empty(all.Except(shown));
        Assert.Empty(shown.Where(name => Scenarios.ContainsKey(name[..3])).Except(all));
    }

    [Theory]
    [InlineData("S02_1_and_3_a_form_that_asks", "S02_1 S02_3")]
    [InlineData("S05_4_Twins", "S05_4")]
    [InlineData("A_test_without", "")]
    public void A_name_is_read_with_all_its_scenarios(string method, string expected) => Assert.Equal(expected, string.Join(' ', Named(method)));

    private static IEnumerable<string> Named(string method) =>
        Name().Match(method) is { Success: true } match ? match.Groups["number"].Captures.Select(number => $"{match.Groups["system"].Value}_{number.Value}") : [];

    [GeneratedRegex("^(?<system>S[0-9]{2})_(?<number>[0-9]+)(_and_(?<number>[0-9]+))*_")]
    private static partial Regex Name();
}
