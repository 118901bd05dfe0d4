using System.Text.RegularExpressions;

namespace Cradle.Rules.Tests.Review;

public sealed partial class DiagnosticCodesTests
{
    [Fact]
    public void Every_code_of_the_library_is_listed_once_with_its_severity_and_none_that_is_not_there()
    {
        var raised = Directory.EnumerateFiles(Repository.PathOf("src", "Libraries", "Cradle.Rules"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Raised().Matches(File.ReadAllText(file)))
            .Select(match => $"{match.Groups["code"].Value} {match.Groups["severity"].Value.ToLowerInvariant()}").Distinct().Order();
        var listed = Listed().Matches(File.ReadAllText(Repository.PathOf("docs", "policy-diagnostics.md")))
            .Select(match => $"{match.Groups["code"].Value} {match.Groups["severity"].Value}").Order();
        Assert.Equal(raised, listed);
    }

    [GeneratedRegex("""\.(?<severity>Error|Warning)\("(?<code>CR\d{3})""")]
    private static partial Regex Raised();

    [GeneratedRegex(@"^\| (?<code>CR\d{3}) \| (?<severity>error|warning) \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
