using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Cradle.Allocation.Tests.Matching;

public class GroupTests
{
    [Fact]
    public void Twins_take_two_places_together_where_the_first_of_them_stands()
    {
        // order A0 A1 A2, two places; A0 and A2 are twins: best puts them before A1, worst after
        var market = Markets.Of([[0], [0], [0]], [[0, 1, 2]], [2]);

        Run(GroupOrder.Apply(market, [0, 1, 0], GroupPriority.Best)).ShouldBe([0, Assignment.None, 0]);
        Run(GroupOrder.Apply(market, [0, 1, 0], GroupPriority.Worst)).ShouldBe([Assignment.None, 0, Assignment.None]);
    }

    [Fact]
    public void A_place_too_few_for_twins_goes_to_the_next_who_fits()
    {
        // twins A1 A2 come second and need two of the one place that is left; A3 has it
        var market = GroupOrder.Apply(Markets.Of([[0], [0], [0], [0]], [[0, 1, 2, 3]], [2]), [0, 1, 1, 3], GroupPriority.Best);

        Run(market).ShouldBe([0, Assignment.None, Assignment.None, 0]);
    }

    [Fact]
    public void A_twin_in_a_reserve_takes_its_place_and_the_other_an_open_one()
    {
        // two places, order A0 A1 A2, one kept for A1, whose twin is A2: A0 comes first, but with it there is no open place for A2, so A0 or the twins.
        // by the order A0 has the open place and the reserved one goes to A1, so the twins do not fit; with three places they do
        Run(Twins(capacity: 2)).ShouldBe([0, Assignment.None, Assignment.None]);
        Run(Twins(capacity: 3)).ShouldBe([0, 0, 0]);

        static Market Twins(int capacity) => WithReserve(Markets.Of([[0], [0], [0]], [[0, 1, 2]], [capacity]), [false, true, false], isStrict: false, [0, 1, 1]);
    }

    [Fact]
    public void A_reserve_brings_a_group_in_before_an_earlier_applicant()
    {
        // two places kept for the twins A1 A2, who come after A0
        Run(WithReserve(Markets.Of([[0], [0], [0]], [[0, 1, 2]], [2]), [false, true, true], isStrict: false, [0, 1, 1], places: 2)).ShouldBe([Assignment.None, 0, 0]);
    }

    [Fact]
    public void A_quota_stays_empty_rather_than_take_the_other_twin()
    {
        // two places, one only for members: A0 is one, its twin A1 is not, and the open place is A2's, who comes first
        Run(WithReserve(Markets.Of([[0], [0], [0]], [[2, 0, 1]], [2]), [true, false, false], isStrict: true, [0, 0, 2])).ShouldBe([Assignment.None, Assignment.None, 0]);
    }

    [Fact]
    public void Somebody_in_a_place_of_a_quota_that_is_for_others_is_an_objection()
    {
        var market = WithReserve(Markets.Of([[0], [0]], [[0, 1]], [2]), [false, false], isStrict: true, [0, 1]);

        StabilityCheck.Objections(market, new Assignment(market, [0, 0])).ShouldHaveSingleItem().Reason.ShouldContain("quotas");
        StabilityCheck.Objections(market, new Assignment(market, [0, Assignment.None])).ShouldBeEmpty();
    }

    [Fact]
    public void An_institution_that_does_not_take_one_twin_takes_none()
    {
        var market = GroupOrder.Apply(Markets.Of([[0, 1], [0, 1]], [[0], [1, 0]], [2, 2]), [0, 0], GroupPriority.Best);

        Run(market).ShouldBe([1, 1]);
    }

    [Fact]
    public void A_market_without_any_stable_assignment_gets_one_where_nobody_alone_is_passed_over()
    {
        // I0 two places, order A0 | twins | A3; I1 one place, order A3 A0. A0 would rather have I1, A3 would rather have I0, the twins have I0 alone. Trying all shows there is no stable one:
        // with the twins in, A3 takes I1, A0 is put out and comes before the twins in I0; with A0 in I0, A3 fills it, frees I1, A0 goes there, and the twins come before A3
        var market = GroupOrder.Apply(Markets.Of([[1, 0], [0], [0], [0, 1]], [[0, 1, 2, 3], [3, 0]], [2, 1]), [0, 1, 1, 3], GroupPriority.Best);
        Markets.All(market).Where(choices => GroupMarkets.IsStable(market, choices)).ShouldBeEmpty();

        var assignment = DeferredAcceptance.Run(market, TestContext.Current.CancellationToken);

        StabilityCheck.Objections(market, assignment).ShouldBeEmpty();
        StabilityCheck.PassedOver(market, assignment).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_guarantee_holds_in_every_market_and_the_check_agrees_with_looking_at_everybody() => ForMarkets(market =>
    {
        var assignment = DeferredAcceptance.Run(market, TestContext.Current.CancellationToken);
        var choices = assignment.Choices.ToArray();
        StabilityCheck.Objections(market, assignment).ShouldBeEmpty();
        GroupMarkets.IsFair(market, choices).ShouldBeTrue();
        StabilityCheck.PassedOver(market, assignment).Any().ShouldBe(!GroupMarkets.IsStable(market, choices));
    });

    [Fact]
    public void The_check_judges_any_assignment_as_looking_at_everybody_does() => ForMarkets(market =>
    {
        foreach (var choices in Markets.All(market))
        {
            var assignment = new Assignment(market, choices);
            var isFair = !StabilityCheck.Objections(market, assignment).Any();
            isFair.ShouldBe(GroupMarkets.IsFair(market, choices));
            (isFair && !StabilityCheck.PassedOver(market, assignment).Any()).ShouldBe(GroupMarkets.IsStable(market, choices));
        }
    });

    [Fact]
    public void Where_a_stable_assignment_exists_it_is_nearly_always_found()
    {
        int exist = 0, found = 0;
        for (var seed = 0; seed < 1_000; seed++)
        {
            var market = GroupMarkets.Random(new System.Random(seed));
            if (!Markets.All(market).Any(choices => GroupMarkets.IsStable(market, choices)))
                continue;
            exist++;
            found += GroupMarkets.IsStable(market, Run(market)) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"stable assignments exist in {exist} of 1000 markets, found in {found}"));
        exist.ShouldBeInRange(900, 1_000);
        found.ShouldBeGreaterThanOrEqualTo(exist * 99 / 100);
    }

    [Fact]
    public void Groups_of_one_change_nothing() => ForMarkets(market =>
    {
        var alone = GroupOrder.Apply(market, [.. Enumerable.Range(0, market.Applicants.Count)], GroupPriority.Best);
        var without = new Market
        {
            Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = market.Positions, Capacities = market.Capacities,
            Reserves = market.Reserves,
        };

        Run(alone).ShouldBe(Run(without));
    });

    [Fact]
    public void Places_freed_by_a_withdrawal_are_passed_on_and_nobody_loses() => ForMarkets(market =>
    {
        var before = DeferredAcceptance.Run(market, TestContext.Current.CancellationToken).Choices.ToArray();
        foreach (var leaving in market.Leaders!.Distinct())
        {
            var after = GroupMarkets.Without(market, leaving);
            var kept = before.Select((choice, applicant) => market.Leaders![applicant] == leaving ? Assignment.None : choice).ToArray();
            var chained = VacancyChain.Run(after, new Assignment(after, kept));
            StabilityCheck.Objections(after, chained).ShouldBeEmpty();
            for (var applicant = 0; applicant < kept.Length; applicant++)
                (kept[applicant] < 0 || (chained.Choices[applicant] >= 0 && chained.Choices[applicant] <= kept[applicant])).ShouldBeTrue();
        }
    });

    [Fact]
    public void Places_freed_where_there_are_reserves_are_passed_on_and_the_end_is_stable() => ForSeeds(chance =>
    {
        var market = GroupMarkets.WithReserves(Markets.Random(chance), chance);
        var before = Run(market);
        GroupMarkets.IsStable(market, before).ShouldBeTrue();
        for (var leaving = 0; leaving < before.Length; leaving++)
        {
            var after = GroupMarkets.Without(market, leaving);
            var kept = before.Select((choice, applicant) => applicant == leaving ? Assignment.None : choice).ToArray();
            var chained = VacancyChain.Run(after, new Assignment(after, kept)).Choices.ToArray();
            GroupMarkets.IsStable(after, chained).ShouldBeTrue();
            for (var applicant = 0; applicant < kept.Length; applicant++)
                (kept[applicant] < 0 || (chained[applicant] >= 0 && chained[applicant] <= kept[applicant])).ShouldBeTrue();
        }
    });

    private static Market WithReserve(Market market, bool[] members, bool isStrict, int[] leaders, int places = 1) => GroupOrder.Apply(
        new Market
        {
            Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = market.Positions, Capacities = market.Capacities,
            Reserves = [[new Reserve("kept", places, new System.Collections.BitArray(members), isStrict)]],
        },
        leaders, GroupPriority.Best);

    private static int[] Run(Market market) => DeferredAcceptance.Run(market, TestContext.Current.CancellationToken).Choices.ToArray();

    private static void ForMarkets(Action<Market> check) => ForSeeds(chance => check(GroupMarkets.Random(chance)));

    private static void ForSeeds(Action<System.Random> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => check(new System.Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
