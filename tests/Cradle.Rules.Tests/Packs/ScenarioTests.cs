using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Tests.Properties;

namespace Cradle.Rules.Tests.Packs;

/// <summary>
/// Scenarios of the catalogue that no single worked case can show: two places at once, a pack that must be refused, and figures that the texts
/// leave to a locality, computed here with the test values of the scenario.
/// </summary>
public class ScenarioTests
{
    [Fact]
    [Trait("Scenario", "S01.1")]
    public void Fathers_in_Changchun_and_Taiyuan_get_the_days_of_their_own_province_each_with_its_clause()
    {
        Assert.Equal((25L, "000"), Paternity("220104"));
        Assert.Equal((15L, "002"), Paternity("140105"));
    }

    [Fact]
    [Trait("Scenario", "S01.2")]
    public void A_leave_day_of_the_old_year_recalculated_later_keeps_the_value_of_its_day()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(anchor: "family.event_date"), "replace",
            "cn.a.2022 | value: 15 days, in-force: {from: 2022-01-01, until: 2023-12-31}\ncn.a.2024 | value: 20 days, in-force: {from: 2024-01-01}");

        Assert.Equal(15, Assert.Single(SmallPack.Evaluate(policy, """{"asOf": "2024-06-01", "residence": "22", "eventDate": "2023-12-31"}""")).Value);
    }

    [Fact]
    [Trait("Scenario", "S01.4")]
    public void A_city_that_sets_twelve_percent_is_refused_naming_the_bound_of_its_province()
    {
        var folder = Directory.CreateTempSubdirectory("cradle-pack-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf("policies"), "*.yaml", SearchOption.AllDirectories)
                         .Where(file => file.Contains("/documents/", StringComparison.Ordinal) || file.EndsWith("/vocabulary.yaml", StringComparison.Ordinal) || file.EndsWith("/tutoring-price-float.yaml", StringComparison.Ordinal)))
                CopyTo(folder, file);
            var city = Path.Combine(folder.FullName, "22-jilin", "2201-changchun", "education-fees", "tutoring-price-float.yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(city)!);
            File.WriteAllText(city, """
                quantity: tutoring-price-float
                rules:
                  - {id: cc.tutoring-price-float, replaces: [jl.tutoring-price-float], cites: [000/二（十五）], strength: must, value: 12%, when: "any(c in children where years_old(c.birth_date, as_of) between 6 and 16)"}
                """);

            var findings = PolicyReview.Check(PackLoader.Load(folder.FullName), new DateOnly(2026, 3, 1)).Diagnostics.Where(finding => finding.Code == "CR544").ToList();

            Assert.NotEmpty(findings);
            Assert.All(findings, finding => Assert.Contains("22-jilin/2201-changchun", finding.Position.File, StringComparison.Ordinal));
            Assert.Contains(findings, finding => finding.Message.Contains("cap of 10 percent that jl.tutoring-price-float", StringComparison.Ordinal) && finding.Remedy.Contains("000/二（十五）", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Scenario", "S13.5")]
    public void Of_the_leave_of_Jilin_the_days_beyond_the_national_ones_are_not_covered_by_the_allowance_of_the_nation()
    {
        const string Mother = """{"asOf": "2026-03-01", "mother": {"employment": "employed", "employerDivision": "220104"}, "children": [{"birthDate": "2025-08-15", "registered": true}]}""";
        const string Unregistered = """{"asOf": "2026-03-01", "mother": {"employment": "employed", "employerDivision": "220104"}, "children": [{"birthDate": "2025-08-15", "registered": false}]}""";

        var leave = Of("maternity-leave", Mother).Value;
        var national = Of("maternity-leave", Unregistered).Value;

        // 180 days of leave, 98 of the nation: 82 fall to the employer unless the fund of the place pays more
        Assert.Equal(82, leave - national);
    }

    [Fact]
    [Trait("Scenario", "S14.1")]
    public void A_half_share_of_sixty_days_at_two_hundred_is_six_thousand()
    {
        // 60 days × 200 yuan/day × 50 % = 6,000 yuan
        Assert.Equal(600000, Money("round(200 yuan/day * 60 days * 50%, half_up)"));
    }

    [Fact]
    [Trait("Scenario", "S15.3")]
    public void Night_work_stays_forbidden_whatever_else_is_stated_a_consent_included()
    {
        var policy = RealPack.Policy;
        var quantity = policy.Quantities.Single(item => item.Header.Id == "overtime-and-night-work-ban");
        Assert.DoesNotContain(RealPack.Vocabulary.Facts, fact => fact.Path.Contains("consent", StringComparison.Ordinal));
        for (var seed = 0; seed < 100; seed++)
        {
            var family = new FamilyGenerator(seed).Whole();
            Set(family, family.Mother, EntityKind.Parent, "employment", 0);
            Set(family, family.Mother, EntityKind.Parent, "pregnancy_weeks", 30);
            Set(family, family.Family, EntityKind.Family, "parents", 0);

            var outcome = Assert.Single(new Evaluator(policy).Evaluate(quantity, family), outcome => !outcome.IsDraft);

            Assert.Equal((OutcomeStatus.Entitled, Strength.Must), (outcome.Status, outcome.Rule!.Strength));
        }
    }

    [Theory]
    [Trait("Scenario", "S24.1")]
    [InlineData("2024-12-31", OutcomeStatus.NotEntitled)]
    [InlineData("2025-01-01", OutcomeStatus.Entitled)]
    public void A_delivery_is_settled_by_the_catalogue_of_its_day(string day, OutcomeStatus expected)
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(unit: "flag", anchor: "family.event_date"), "replace", "cn.a | in-force: {from: 2025-01-01}");

        Assert.Equal(expected, Assert.Single(SmallPack.Evaluate(policy, $$"""{"residence": "22", "eventDate": "{{day}}"}""")).Status);
    }

    [Fact]
    [Trait("Scenario", "S25.1")]
    public void A_county_scheme_pays_thirty_five_months_and_a_sum_once()
    {
        // child of 2024-05-20, paid from the month after birth to the month before the third birthday: 2024-06 … 2027-04 is 35 months × 300 = 10,500, and 5,000 once
        const string Value = "5000 yuan + 300 yuan/month * (months_between(child.birth_date, anniversary(child.birth_date, 3 years)) - 1 month)";
        var policy = SmallPack.CompileWith(SmallPack.Header("child", "CNY", "child.birth_date"), "add", $"cn.a | when: child.birth_order = 2, value: '{Value}'");

        var outcome = Assert.Single(SmallPack.Evaluate(policy, """{"residence": "62", "children": [{"birthDate": "2024-05-20", "birthOrder": 2}]}"""));

        Assert.Equal(1_550_000, outcome.Value);
    }

    [Theory]
    [Trait("Scenario", "S26.1")]
    [InlineData(2, 240000)]
    [InlineData(3, 400000)]
    public void A_reward_by_the_fee_standard_rises_with_the_order_of_birth(int order, long fen)
    {
        // 800 yuan/month × 10 months × 30 % = 2,400; × 50 % = 4,000
        const string Table = "cn.a | table: {hit: first, rows: [{when: child.birth_order = 2, value: 'round(800 yuan/month * 10 months * 30%, half_up)'}, {when: 'true', value: 'round(800 yuan/month * 10 months * 50%, half_up)'}]}";
        var policy = SmallPack.CompileWith(SmallPack.Header("child", "CNY"), "replace", Table);

        Assert.Equal(fen, Assert.Single(SmallPack.Evaluate(policy, $$"""{"residence": "22", "children": [{"birthOrder": {{order}}}]}""")).Value);
    }

    [Fact]
    [Trait("Scenario", "S28.3")]
    public void A_cut_by_order_of_birth_is_taken_off_the_base_rate_exactly()
    {
        // 4.80 % − 0.5 % = 4.30 %, in millionths
        var policy = SmallPack.CompileWith(SmallPack.Header("child", "percent"), "replace", "cn.a | when: child.birth_order = 2 and child.registered, value: 4.80% - 0.5%");

        var outcome = Assert.Single(SmallPack.Evaluate(policy, """{"residence": "22", "children": [{"birthOrder": 2, "registered": true}]}"""));

        Assert.Equal("4.3", ValueFormat.Text(outcome.Value!.Value, outcome.Header));
    }

    [Fact]
    [Trait("Scenario", "S30.3")]
    public void An_uplift_of_a_fifth_raises_a_loan_limit_of_five_hundred_thousand_to_six()
    {
        // 500,000 × (100 % + 20 %)
        Assert.Equal(60_000_000, Money("round(500000 yuan * (100% + 20%), half_up)"));
    }

    [Fact]
    [Trait("Scenario", "S25.3")]
    public void A_county_that_pays_five_and_ten_thousand_needs_two_million_seven_hundred_thousand_for_its_births()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header("child", unit: "CNY"), "replace",
            "cn.a | value: 'if child.birth_order = 2 then 5000 yuan else 10000 yuan', when: 'child.birth_order in [2, 3]'");

        // 420 × 5,000 + 60 × 10,000 = 2,100,000 + 600,000; first births get nothing
        Assert.Equal(270_000_000, 700 * Due(1) + 420 * Due(2) + 60 * Due(3));

        long Due(int order) =>
            Assert.Single(SmallPack.Evaluate(policy, $$"""{"residence": "62", "children": [{"birthDate": "2025-08-15", "birthOrder": {{order}}}]}""")).Value ?? 0;
    }

    [Theory]
    [Trait("Scenario", "S31.1")]
    [InlineData("2021-01-01 2018-01-01 2015-01-01", 115)]
    [InlineData("2021-01-01", 85)]
    [InlineData("2007-03-01 2021-01-01", 90)]
    public void A_queue_scores_five_a_member_and_ten_a_minor_above_sixty(string births, long expected)
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(unit: "item"), "replace",
            "cn.a | value: '60 + 5 * (2 + family.child_number) + 10 * count(c in children where years_old(c.birth_date, as_of) < 18)'");
        var children = string.Join(", ", births.Split(' ').Select(birth => $$"""{"birthDate": "{{birth}}"}"""));

        // 60 + 5 × 5 + 10 × 3 = 115; 60 + 5 × 3 + 10 × 1 = 85; of four members one is of age on the day: 60 + 20 + 10 = 90
        Assert.Equal(expected, Assert.Single(SmallPack.Evaluate(policy, $$"""{"asOf": "2026-03-01", "residence": "14", "children": [{{children}}]}""")).Value);
    }

    private static (long? Days, string Document) Paternity(string place)
    {
        var outcome = Of("paternity-leave", $$"""{"asOf": "2026-03-01", "father": {"employment": "employed", "employerDivision": "{{place}}"}, "children": [{"birthDate": "2026-01-15", "registered": true}]}""");
        return (outcome.Value, outcome.Rule!.Cites[0].Document);
    }

    private static Outcome Of(string quantity, string family)
    {
        var facts = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions).Read(family, new DateOnly(2026, 3, 1)).Facts!;
        return Assert.Single(new Evaluator(RealPack.Policy).Evaluate(RealPack.Policy.Quantities.Single(item => item.Header.Id == quantity), facts), outcome => !outcome.IsDraft);
    }

    private static long? Money(string value) =>
        Assert.Single(SmallPack.Evaluate(SmallPack.CompileWith(SmallPack.Header(unit: "CNY"), "replace", $"cn.a | value: '{value}'"), """{"residence": "22"}""")).Value;

    private static void Set(FamilyFacts family, EntityFacts entity, EntityKind kind, string path, long value) => entity.Set(family.Vocabulary.Find(kind, path)!.Slot, value);

    private static void CopyTo(DirectoryInfo folder, string file)
    {
        var target = Path.Combine(folder.FullName, Path.GetRelativePath(Repository.PathOf("policies"), file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}
