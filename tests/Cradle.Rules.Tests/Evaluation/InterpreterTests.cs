using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Evaluation;

public class InterpreterTests
{
    private const string Child = """{"asOf": "2027-02-28", "children": [{"birthDate": "2024-02-29"}]}""";

    [Theory]
    // 2.5, 3.5 and their negatives: half up goes away from zero, it does not seek the even number
    [InlineData("round(5 / 2, half_up)", 3)]
    [InlineData("round(7 / 2, half_up)", 4)]
    [InlineData("round(-5 / 2, half_up)", -3)]
    [InlineData("round(5 / 2, down)", 2)]
    [InlineData("round(-5 / 2, down)", -2)]
    [InlineData("round(4 / 3, up)", 2)]
    [InlineData("round(-4 / 3, up)", -2)]
    [InlineData("round(4 / 3, half_up)", 1)]
    [InlineData("round(4 / 2, up)", 2)]
    [InlineData("round(5 / -2, half_up)", -3)]
    // 100.01 yuan × 50 % = 50.005 yuan: 5000.5 fen, up to 5001; down 5000
    [InlineData("round(100.01 yuan * 50%, half_up)", 5001)]
    [InlineData("round(100.01 yuan * 50%, down)", 5000)]
    // a third of 100 yuan, three times: exact until the one rounding, so nothing is lost
    [InlineData("round(100 yuan / 3 * 3, half_up)", 10000)]
    [InlineData("round(100 yuan / 3 + 100 yuan / 3 + 100 yuan / 3, half_up)", 10000)]
    // 6000 yuan a month over 21.75 days is 275.862… a day; × 200 % × 5 days = 2758.62
    [InlineData("round(6000 yuan/month / 21.75 * 200% * 5, half_up)", 275862)]
    // a rate is in millionths: 0.5 % of 1,000,000 yuan
    [InlineData("round(1000000 yuan * 0.5%, half_up)", 500000)]
    // a rate of rates: 50 % × 50 % = 25 %
    [InlineData("round(50% * 50%, half_up)", 250000)]
    [InlineData("round(10 yuan / 4 yuan, half_up)", 2500000)]
    [InlineData("per_year(200 yuan/month)", 240000)]
    [InlineData("round(per_month(1000 yuan/year), half_up)", 8333)]
    [InlineData("2 weeks + 1 day", 15)]
    [InlineData("3 years - 1 month", 35)]
    [InlineData("max(3 days, 5 days) * 2", 10)]
    [InlineData("-3 days - 2 days", -5)]
    public void Arithmetic_is_exact_and_rounded_once_by_name(string text, long expected) => Assert.Equal(expected, Number(text, "{}"));

    [Theory]
    [InlineData("anniversary(child.birth_date, 3 years)", "2027-03-01")]
    [InlineData("anniversary_clamped(child.birth_date, 3 years)", "2027-02-28")]
    [InlineData("anniversary(child.birth_date, 4 years)", "2028-02-29")]
    [InlineData("anniversary(child.birth_date, 1 month)", "2024-03-29")]
    [InlineData("anniversary(2024-01-31, 1 month)", "2024-03-01")]
    [InlineData("anniversary_clamped(2024-01-31, 1 month)", "2024-02-29")]
    [InlineData("anniversary(2024-03-31, -1 month)", "2024-03-01")]
    [InlineData("anniversary(child.birth_date, 3 years) - 1 day", "2027-02-28")]
    [InlineData("month_start(as_of)", "2027-02-01")]
    [InlineData("year_start(as_of)", "2027-01-01")]
    [InlineData("year_end(as_of)", "2027-12-31")]
    public void A_child_of_29_February_has_both_readings_by_name(string text, string expected) =>
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber, Number(text, Child));

    [Theory]
    [InlineData("months_old(child.birth_date, 2027-02-28)", 35)]
    [InlineData("months_old(child.birth_date, 2027-03-01)", 36)]
    [InlineData("months_old_clamped(child.birth_date, 2027-02-27)", 35)]
    [InlineData("months_old_clamped(child.birth_date, 2027-02-28)", 36)]
    [InlineData("years_old(child.birth_date, 2027-02-28)", 2)]
    [InlineData("years_old(child.birth_date, 2027-03-01)", 3)]
    [InlineData("years_old(child.birth_date, 2024-02-28)", -1)]
    [InlineData("days_between(2024-02-28, 2024-03-01)", 2)]
    [InlineData("days_between(2024-03-01, 2024-02-28)", -2)]
    [InlineData("2024-03-01 - 2024-02-28", 2)]
    // the example of the documentation: June 2024 to May 2027
    [InlineData("months_between(2024-06-30, 2027-05-01)", 35)]
    [InlineData("year_of(as_of)", 2027)]
    [InlineData("month_of(as_of)", 2)]
    public void Ages_and_spans_count_what_is_completed(string text, long expected) => Assert.Equal(expected, Number(text, Child));

    [Theory]
    [InlineData("round(200 yuan / 0, half_up)")]
    [InlineData("round(family.income / (family.visits - family.visits), half_up)")]
    [InlineData("round(0 / 0, up)")]
    public void Division_by_zero_is_unknown_and_no_crash(string text) =>
        Assert.Null(Number(text, """{"income": "100.00", "visits": 3}"""));

    [Theory]
    [InlineData("999999999999 * 999999999999")]
    [InlineData("999999999999 yuan * 999999999 * 9")]
    [InlineData("round(999999999999 * 100% * 999999999999, half_up)")]
    public void Overflow_is_never_wrapped_into_a_wrong_figure(string text) => Assert.Throws<OverflowException>(() => Number(text, "{}"));

    [Theory]
    [InlineData("true and true", Kleene.True)]
    [InlineData("true and family.married", Kleene.Unknown)]
    [InlineData("family.married and not true", Kleene.False)]
    [InlineData("not true and family.married", Kleene.False)]
    [InlineData("family.married or true", Kleene.True)]
    [InlineData("family.married or not true", Kleene.Unknown)]
    [InlineData("not family.married", Kleene.Unknown)]
    [InlineData("family.married or not family.married", Kleene.Unknown)]
    [InlineData("if family.married then true else true", Kleene.True)]
    [InlineData("if family.married then true else not true", Kleene.Unknown)]
    [InlineData("if true then family.married else true", Kleene.Unknown)]
    [InlineData("family.visits > 3", Kleene.Unknown)]
    [InlineData("family.visits in [1, 2]", Kleene.Unknown)]
    [InlineData("mother.employment = employed", Kleene.Unknown)]
    [InlineData("within(family.residence, @62)", Kleene.Unknown)]
    [InlineData("any(c in children where c.registered)", Kleene.Unknown)]
    [InlineData("all(c in children where c.registered)", Kleene.Unknown)]
    [InlineData("count(c in children) > 0", Kleene.Unknown)]
    public void What_is_not_stated_is_neither_false_nor_zero(string text, Kleene expected) => Assert.Equal(expected, Test(text, "{}"));

    [Theory]
    [InlineData("""{"children": []}""", "any(c in children where c.registered)", Kleene.False)]
    [InlineData("""{"children": []}""", "all(c in children where c.registered)", Kleene.True)]
    [InlineData("""{"children": []}""", "count(c in children) = 0", Kleene.True)]
    [InlineData("""{"children": []}""", "sum(c in children : c.birth_order) = 0", Kleene.True)]
    [InlineData("""{"children": []}""", "max(c in children : c.birth_order) = 0", Kleene.Unknown)]
    [InlineData("""{"children": [{"registered": true}, {}]}""", "any(c in children where c.registered)", Kleene.True)]
    [InlineData("""{"children": [{"registered": true}, {}]}""", "all(c in children where c.registered)", Kleene.Unknown)]
    [InlineData("""{"children": [{"registered": false}, {}]}""", "all(c in children where c.registered)", Kleene.False)]
    [InlineData("""{"children": [{"registered": true}, {}]}""", "count(c in children where c.registered) >= 1", Kleene.Unknown)]
    [InlineData("""{"children": [{"registered": true}, {"registered": true}]}""", "count(c in children where c.registered) = 2", Kleene.True)]
    [InlineData("""{"children": [{"birthOrder": 1}, {"birthOrder": 2}]}""", "any(c in children where any(d in children where d.birth_order > c.birth_order))", Kleene.True)]
    [InlineData("""{"children": [{"hardship": []}]}""", "any(c in children where empty(c.hardship))", Kleene.True)]
    [InlineData("""{"children": [{"hardship": ["orphan"]}]}""", "any(c in children where has(c.hardship, disabled))", Kleene.False)]
    [InlineData("""{"children": [{}]}""", "any(c in children where has(c.hardship, disabled))", Kleene.Unknown)]
    [InlineData("""{"mother": {"parentsInHospital": []}}""", "any(e in mother.elders where e.birth_date < 1960-01-01)", Kleene.False)]
    [InlineData("""{"mother": {}}""", "any(e in mother.elders where e.birth_date < 1960-01-01)", Kleene.Unknown)]
    public void A_list_that_is_given_is_whole_and_one_that_is_not_is_unknown(string family, string text, Kleene expected) =>
        Assert.Equal(expected, Test(text, family));

    [Theory]
    [InlineData("62", true)]
    [InlineData("6210", true)]
    [InlineData("621002", true)]
    [InlineData("22", false)]
    [InlineData("2262", false)]
    public void A_division_lies_in_itself_and_in_those_above(string division, bool expected) =>
        Assert.Equal(expected ? Kleene.True : Kleene.False, Test("within(family.residence, @62)", $$"""{"residence": "{{division}}"}"""));

    [Fact]
    public void A_province_does_not_lie_in_one_of_its_cities() =>
        Assert.Equal(Kleene.False, Test("within(family.residence, @6210)", """{"residence": "62"}"""));

    private static Kleene Test(string text, string family)
    {
        var (node, facts) = Bind(text, family);
        return Interpreter.Test(Assert.IsType<Condition>(node, exactMatch: false), new Frame(facts) { ChildIndex = 0 });
    }

    private static long? Number(string text, string family)
    {
        var (node, facts) = Bind(text, family);
        return Interpreter.TryNumber(Assert.IsType<Number>(node, exactMatch: false), new Frame(facts) { ChildIndex = 0 }, out var value) ? value : null;
    }

    private static (Node Node, FamilyFacts Facts) Bind(string text, string family)
    {
        var vocabulary = SmallPack.WithoutQuantities.Vocabulary;
        var diagnostics = new DiagnosticBag();
        var node = new Binder(vocabulary, diagnostics).Bind(ExpressionParser.Parse(text, new SourcePosition("a.yaml", 1, 1), diagnostics)!, BindingScope.Of(InstanceKind.Child));
        Assert.Empty(diagnostics);
        return (node!, new FamilyReader(vocabulary, null).Read(family, new DateOnly(2026, 3, 1)).Facts!);
    }
}
