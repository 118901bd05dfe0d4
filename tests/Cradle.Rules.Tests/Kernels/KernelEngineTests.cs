using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Kernels;
using Cradle.Rules.Lowering;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Kernels;

public class KernelEngineTests
{
    [Fact]
    public void Every_column_of_the_real_packs_is_compiled_and_none_left_to_the_interpreter() =>
        Assert.All([DaySpan.Of(new DateOnly(2026, 3, 1)), new DaySpans(OutcomeKey.AllOf(RealPack.Policy)).Of(new DateOnly(2026, 3, 1))], days =>
            Assert.Empty(LoweredPolicy.Lower(RealPack.Policy, OutcomeKey.AllOf(RealPack.Policy), days, PopulationProfile.Anything).Left));

    [Fact]
    public void Ages_of_which_all_is_known_become_one_comparison_of_the_birth_date()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header("child", "flag"), "replace", "cn.a | when: \"months_old(child.birth_date, as_of) < 36 months\"");
        var population = PopulationOf(policy, """{"residence":"22","children":[{"birthDate":"2024-01-01"}]}""");
        var outcome = LoweredPolicy.Lower(policy, OutcomeKey.AllOf(policy), DaySpan.Of(new DateOnly(2026, 3, 1)), new PopulationProfile(population)).Outcomes.Single();
        // 36 months before 2026-03-01 is 2023-03-01: who was born later is younger
        var status = outcome.Status;
        Assert.Equal(OpKind.Select, status.Kind);
        Assert.Equal(OpKind.Less, status.First.Kind);
        Assert.Equal(OpKind.Column, status.First.First.Kind);
        Assert.Equal(new DateOnly(2023, 3, 2).DayNumber, status.First.Second.Constant);
    }

    [Fact]
    public void Code_for_many_days_compares_the_birth_date_with_a_threshold_of_the_day()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header("child", "flag"), "replace", "cn.a | when: \"months_old(child.birth_date, as_of) < 36 months\"");
        var population = PopulationOf(policy, """{"residence":"22","children":[{"birthDate":"2024-01-01"}]}""");
        var span = new DaySpans(OutcomeKey.AllOf(policy)).Of(new DateOnly(2026, 3, 1));

        var test = LoweredPolicy.Lower(policy, OutcomeKey.AllOf(policy), span, new PopulationProfile(population)).Outcomes.Single().Status.First;

        Assert.Equal((OpKind.Less, OpKind.Column, OpKind.Threshold), (test.Kind, test.First.Kind, test.Second.Kind));
        foreach (var (day, threshold) in new[] { (new DateOnly(2026, 3, 1), new DateOnly(2023, 3, 2)), (new DateOnly(2029, 12, 31), new DateOnly(2027, 1, 1)) })
            Assert.Equal(threshold.DayNumber, new FiguresOfDay(day.DayNumber)[test.Second]);
    }

    [Fact]
    public void Thresholds_that_differ_from_place_to_place_are_chosen_by_place()
    {
        var policy = SmallPack.CompileWith(
            SmallPack.Header("child", "flag", more: "window: {until: \"anniversary(child.birth_date, 7 months)\"}"), "replace", "cn.a |",
            ("22-jilin", "jl.a | replaces: [cn.a], window: {until: \"child.birth_date + 30 days\"}"));
        var population = PopulationOf(policy, """{"residence":"22","children":[{"birthDate":"2026-01-01"}]}""", """{"residence":"62","children":[{"birthDate":"2026-01-01"}]}""");
        var engine = new KernelEngine(policy, KernelVariant.Vector, manyDays: true);

        foreach (var (day, expected) in new[] { (new DateOnly(2026, 1, 31), OutcomeStatus.Entitled), (new DateOnly(2026, 2, 1), OutcomeStatus.Ended) })
        {
            var column = engine.Run(population, day, BatchRequest.Everything, TestContext.Current.CancellationToken).Columns.Single();
            Assert.Equal((expected, OutcomeStatus.Entitled), (column.Status(0), column.Status(1)));
        }
    }

    [Fact]
    public void A_span_ends_where_a_rule_or_a_parameter_changes()
    {
        var policy = ParameterTests.Compile("parameter(days)", "\n  - {from: 2026-03-15, value: 40 days, cites: [900/1]}");
        var spans = new DaySpans(OutcomeKey.AllOf(policy));

        Assert.Equal(new DateOnly(2026, 3, 14).DayNumber, spans.Of(new DateOnly(2026, 3, 1)).Until);
        Assert.Equal(new DateOnly(2026, 3, 15).DayNumber, spans.Of(new DateOnly(2028, 3, 1)).From);
        Assert.Equal(spans.Of(new DateOnly(2026, 3, 15)), spans.Of(new DateOnly(2030, 12, 31)));
    }

    [Fact]
    public void What_cannot_be_proven_to_fit_is_answered_by_the_interpreter_and_an_overflow_is_an_error()
    {
        const string Vocabulary = """
            facts:
              - {path: family.residence, type: division, label: {zh: 常住地, en: residence}}
              - {path: family.number, type: int, label: {zh: 数, en: number}}
            """;
        var policy = new CompiledPolicy(SmallPack.Load(
            ("vocabulary.yaml", Vocabulary),
            ("00-national/leave/thing.yaml", SmallPack.Quantity("replace", "cn.a | value: \"family.number * 1000\"", SmallPack.Header(unit: "item")))));
        var engine = new KernelEngine(policy, KernelVariant.Vector);
        var number = policy.Pack.Vocabulary.Find(EntityKind.Family, "number")!;
        Assert.Single(engine.Prepare(One(5), BenchmarkPack.Day, BatchRequest.TotalsOnly));
        Assert.Equal(5000, engine.Run(One(5), BenchmarkPack.Day, BatchRequest.Everything, TestContext.Current.CancellationToken).Columns[0].Value(0));
        Assert.Throws<OverflowException>(() => engine.Run(One(long.MaxValue), BenchmarkPack.Day, BatchRequest.TotalsOnly, TestContext.Current.CancellationToken));

        Population One(long value)
        {
            var facts = new FamilyFacts(policy.Pack.Vocabulary, BenchmarkPack.Day);
            facts.Family.Set(policy.Pack.Vocabulary.Find(EntityKind.Family, "residence")!.Slot, 22);
            facts.Family.Set(number.Slot, value);
            var builder = new PopulationBuilder(policy.Pack.Vocabulary);
            builder.Add(facts);
            return builder.Build();
        }
    }

    [Fact]
    public void Work_that_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var population = BenchmarkPack.PopulationOf([BenchmarkPack.Household(22, PopulationTests.Flags, 1, [(new DateOnly(2025, 1, 1), "none")])]);
        foreach (var variant in Enum.GetValues<KernelVariant>())
            Assert.ThrowsAny<OperationCanceledException>(() => new KernelEngine(BenchmarkPack.Policy, variant).Run(population, BenchmarkPack.Day, BatchRequest.TotalsOnly, cancelled.Token));
    }

    [Fact]
    public void A_result_that_is_written_over_answers_as_a_new_one()
    {
        var engine = new KernelEngine(BenchmarkPack.Policy, KernelVariant.Vector);
        var first = BenchmarkPack.PopulationOf(Enumerable.Range(0, 700).Select(number => BenchmarkPack.Household(22, PopulationTests.Flags, 1, [(new DateOnly(2025, 1, 1).AddDays(number % 300), "none")])));
        var second = BenchmarkPack.PopulationOf(Enumerable.Range(0, 700).Select(number => BenchmarkPack.Household(14, PopulationTests.Flags, 2, [(new DateOnly(2019, 1, 1).AddDays(number * 3), "public")])));
        var old = engine.Run(first, BenchmarkPack.Day, BatchRequest.Everything, TestContext.Current.CancellationToken);
        var fresh = engine.Run(second, BenchmarkPack.Day, BatchRequest.Everything, TestContext.Current.CancellationToken);
        var over = engine.Run(second, BenchmarkPack.Day, BatchRequest.Everything with { Reusing = old }, TestContext.Current.CancellationToken);
        foreach (var (expected, found) in fresh.Columns.Zip(over.Columns))
            for (var row = 0; row < expected.Rows; row++)
                Assert.Equal((expected.Code(row), expected.Rule(row), expected.Value(row)), (found.Code(row), found.Rule(row), found.Value(row)));
        Assert.Same(old.Columns[0], over.Columns[0]);
    }

    private static Population PopulationOf(CompiledPolicy policy, params ReadOnlySpan<string> families)
    {
        var builder = new PopulationBuilder(policy.Pack.Vocabulary);
        foreach (var json in families)
            builder.Add(SmallPack.Family(policy, json));
        return builder.Build();
    }
}
