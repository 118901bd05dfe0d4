using System.Collections;
using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Markets;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Cradle.Allocation.Tests.Matching;

public class DeferredAcceptanceTests
{
    [Fact]
    public void Of_all_stable_assignments_every_applicant_gets_the_best() => ForMarkets(market =>
    {
        var choices = DeferredAcceptance.Run(market, TestContext.Current.CancellationToken).Choices.ToArray();
        var stable = Markets.AllStable(market);
        stable.ShouldContain(other => other.SequenceEqual(choices));
        foreach (var other in stable)
            for (var applicant = 0; applicant < choices.Length; applicant++)
                Worth(choices[applicant]).ShouldBeLessThanOrEqualTo(Worth(other[applicant]));
    });

    [Fact]
    public void In_all_stable_assignments_the_same_applicants_are_placed_and_every_institution_takes_as_many() => ForMarkets(market =>
    {
        var ours = DeferredAcceptance.Run(market, TestContext.Current.CancellationToken);
        foreach (var other in Markets.AllStable(market).Select(choices => new Assignment(market, choices)))
        {
            other.Intakes().ShouldBe(ours.Intakes());
            for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
                (other.InstitutionOf(applicant) < 0).ShouldBe(ours.InstitutionOf(applicant) < 0);
        }
    });

    [Fact]
    public void No_other_list_gets_an_applicant_a_better_place() => ForMarkets(market =>
    {
        var honest = DeferredAcceptance.Run(market, TestContext.Current.CancellationToken);
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
            foreach (var list in Markets.Lists(market.Institutions.Count))
            {
                var got = DeferredAcceptance.Run(Markets.WithList(market, applicant, list)).InstitutionOf(applicant);
                var rank = got < 0 ? -1 : market.Preferences[applicant].IndexOf(got);
                Worth(honest.Choices[applicant]).ShouldBeLessThanOrEqualTo(Worth(rank));
            }
    });

    [Fact]
    public void The_check_agrees_with_looking_at_every_pair() => ForMarkets(market =>
    {
        var chance = new System.Random(market.Positions.Length);
        var choices = Enumerable.Range(0, market.Applicants.Count).Select(applicant => chance.Next(-1, market.Preferences[applicant].Length)).ToArray();
        StabilityCheck.Objections(market, new Assignment(market, choices)).Any().ShouldBe(!Markets.IsStable(market, choices));
        StabilityCheck.Objections(market, DeferredAcceptance.Run(market, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    });

    [Fact]
    public void After_a_withdrawal_the_chain_is_stable_and_moves_nobody_to_a_worse_place() => ForMarkets(market =>
    {
        var before = DeferredAcceptance.Run(market, TestContext.Current.CancellationToken);
        for (var leaving = 0; leaving < market.Applicants.Count; leaving++)
        {
            var after = Markets.WithList(market, leaving, []);
            var kept = before.Choices.ToArray();
            kept[leaving] = Assignment.None;
            var chained = VacancyChain.Run(after, new Assignment(after, kept));
            Markets.IsStable(after, chained.Choices.ToArray()).ShouldBeTrue();
            for (var applicant = 0; applicant < kept.Length; applicant++)
                Worth(chained.Choices[applicant]).ShouldBeLessThanOrEqualTo(Worth(kept[applicant]));
        }
    });

    [Fact]
    public void Reserves_leave_nobody_who_would_rightly_be_taken() => ForMarkets(market =>
    {
        var members = new BitArray(market.Applicants.Count);
        for (var applicant = 0; applicant < members.Length; applicant += 2)
            members[applicant] = true;
        var reserved = new Market
        {
            Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = market.Positions, Capacities = market.Capacities,
            Reserves = [.. market.Capacities.Select(capacity => (IReadOnlyList<Reserve>)[new Reserve("even", 1, members, capacity == 2)])],
        };
        StabilityCheck.Objections(reserved, DeferredAcceptance.Run(reserved, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    });

    [Fact]
    public void A_reserved_place_goes_to_the_member_before_an_earlier_applicant()
    {
        // one place, order A0 A1; reserved for A1
        var market = Markets.Of([[0], [0]], [[0, 1]], [1]);
        var reserved = new Market
        {
            Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = market.Positions, Capacities = market.Capacities,
            Reserves = [[new Reserve("second", 1, new BitArray([false, true]), false)]],
        };

        DeferredAcceptance.Run(reserved, TestContext.Current.CancellationToken).Choices.ToArray().ShouldBe([Assignment.None, 0]);
    }

    private static int Worth(int choice) => choice < 0 ? int.MaxValue : choice;

    private static void ForMarkets(Action<Market> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => check(Markets.Random(new System.Random(seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
