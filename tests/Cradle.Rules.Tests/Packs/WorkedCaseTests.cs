using Cradle.Rules.Packs;
using Cradle.Rules.Review;

namespace Cradle.Rules.Tests.Packs;

/// <summary>Every worked case of the packs, run as families get their answers.</summary>
public class WorkedCaseTests
{
    private static readonly Lazy<CaseRunner> Runner = new(() => new CaseRunner(RealPack.Policy, RealPack.Divisions));

    private static readonly Lazy<Dictionary<string, WorkedCase>> Cases =
        new(() => RealPack.Pack.Cases.ToDictionary(NameOf));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Worked_case_comes_to_what_it_says(string name)
    {
        var result = Runner.Value.Run(Cases.Value[name]);

        Assert.True(result.Passed, $"{result.Case.Position}: {string.Join(Environment.NewLine, result.Differences)}");
    }

    [Fact]
    public void Every_pack_file_reads_without_a_finding() => Assert.Empty(RealPack.Pack.Diagnostics);

    // Quantity and case name; the line where the same quantity holds two of one name.
    private static string NameOf(WorkedCase @case) =>
        RealPack.Pack.Cases.Count(other => other.Quantity == @case.Quantity && other.Name == @case.Name) == 1
            ? $"{@case.Quantity}: {@case.Name}"
            : $"{@case.Quantity}: {@case.Name} ({@case.Position})";
}
