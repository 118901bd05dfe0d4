using System.Diagnostics;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Syntax;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Review;

public sealed class RealPackReviewTests
{
    [Fact]
    public void The_policies_pass_review_without_an_error() =>
        Assert.Empty(PolicyReview.Check(RealPack.Pack, SyntheticPack.Today).Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.ToString()));

    [Fact]
    public void The_policies_are_reviewed_in_less_than_ten_seconds_and_twice_alike()
    {
        var watch = Stopwatch.StartNew();
        var pack = PackLoader.Load(Repository.PathOf("policies"));
        var first = PolicyReview.Check(pack, SyntheticPack.Today);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(Findings(first), Findings(PolicyReview.Check(pack, SyntheticPack.Today)));

        static IEnumerable<string> Findings(ReviewReport report) => report.Diagnostics.Select(finding => finding.ToString());
    }
}
