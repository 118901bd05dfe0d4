using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Binding;

public class BinderTests
{
    private static readonly SourcePosition Start = new("a.yaml", 3, 1);

    [Theory]
    [InlineData("180 days", "days")]
    [InlineData("2 weeks + 1 day", "days")]
    [InlineData("3 years - 1 month", "months")]
    [InlineData("200 yuan/month * 3 months", "yuan")]
    [InlineData("3 months * 200 yuan/month", "yuan")]
    [InlineData("10 yuan/day * 5 days", "yuan")]
    [InlineData("200 yuan/month * 2", "yuan/month")]
    [InlineData("per_year(200 yuan/month)", "yuan/year")]
    [InlineData("once(200 yuan/month)", "yuan")]
    [InlineData("per_month(1200 yuan/year)", "quotient of yuan/month")]
    [InlineData("family.income * 50%", "quotient of yuan/month")]
    [InlineData("family.income / 30 days", "quotient of yuan/day")]
    [InlineData("1200 yuan / 3 months", "quotient of yuan/month")]
    [InlineData("family.income / 2", "quotient of yuan/month")]
    [InlineData("family.income / 200 yuan/month", "quotient of rate")]
    [InlineData("1200 yuan/year / 12 months", "quotient of yuan/month")]
    [InlineData("round(family.income / 30 days, half_up) * parent.unused_days", "yuan")]
    [InlineData("mother.birth_date - 15 days", "date")]
    [InlineData("as_of - mother.birth_date", "days")]
    [InlineData("anniversary(mother.birth_date, 3 years)", "date")]
    [InlineData("years_old(mother.birth_date, as_of)", "int")]
    [InlineData("months_old(mother.birth_date, as_of)", "months")]
    [InlineData("months_between(mother.birth_date, as_of)", "months")]
    [InlineData("min(3 days, 5 days)", "days")]
    [InlineData("- 3 days", "days")]
    [InlineData("if family.married then 3 days else 5 days", "days")]
    [InlineData("sum(c in children : c.birth_order)", "int")]
    [InlineData("max(c in children : c.birth_date)", "date")]
    [InlineData("count(c in mother.elders)", "int")]
    [InlineData("family.child_number", "int")]
    [InlineData("parent.employment = employed", "bool")]
    [InlineData("parent.employment in [employed, none]", "bool")]
    [InlineData("any(c in children where c.under_three)", "bool")]
    [InlineData("within(family.residence, @62)", "bool")]
    [InlineData("has(child.hardship, orphan) or empty(child.hardship)", "bool")]
    [InlineData("family.income between 1 yuan/month and 2 yuan/month", "bool")]
    public void An_expression_has_the_type_that_its_units_give(string text, string type)
    {
        var (node, diagnostics) = Bind(text);

        Assert.Empty(diagnostics);
        Assert.Equal(type, Binder.TypeOf(node!).ToString());
    }

    [Theory]
    [InlineData("0.5 days", "CR201", 1, "finer", "whole units")]
    [InlineData("1.005 yuan", "CR201", 1, "finer", "fen")]
    [InlineData("0.00001%", "CR201", 1, "finer", "millionths")]
    [InlineData("famly.married", "CR202", 1, "famly.married", "family.married")]
    [InlineData("nonsense", "CR202", 1, "nonsense", "vocabulary.yaml")]
    [InlineData("family.child_numbers", "CR202", 1, "child_numbers", "vocabulary.yaml")]
    [InlineData("value", "CR202", 1, "value", "period or window")]
    [InlineData("family.income / 2 > 3 yuan/month", "CR203", 19, "quotient", "round(")]
    [InlineData("min(family.income / 2, 3 yuan/month)", "CR203", 19, "quotient", "round(")]
    [InlineData("if family.married then family.income / 2 else family.income / 3", "CR203", 38, "quotient", "round(")]
    [InlineData("family.income / 2 in [3 yuan/month]", "CR203", 15, "quotient", "round(")]
    [InlineData("sum(c in children : family.income / 2)", "CR203", 35, "quotient", "round(")]
    [InlineData("not 3 days", "CR204", 5, "condition", "unit")]
    [InlineData("3 days = 3 months", "CR204", 10, "days is needed", "unit")]
    [InlineData("family.income > 200 yuan", "CR204", 17, "yuan/month is needed", "unit")]
    [InlineData("family.visits > 3 days", "CR204", 17, "int is needed", "unit")]
    [InlineData("family.visits = @62", "CR204", 17, "int is needed", "unit")]
    [InlineData("if family.married then 3 days else 3 months", "CR204", 36, "the other branch", "unit")]
    [InlineData("family.married in [employed]", "CR204", 1, "bool", "unit")]
    [InlineData("family.married between 1 and 2", "CR204", 1, "bool", "unit")]
    [InlineData("min(family.married, 3)", "CR204", 5, "bool", "unit")]
    [InlineData("round(family.married, half_up)", "CR204", 7, "bool", "unit")]
    [InlineData("round(as_of, half_up)", "CR204", 7, "date", "unit")]
    [InlineData("sum(c in children : c.birth_date)", "CR204", 21, "date", "unit")]
    [InlineData("sum(c in children : c.registered)", "CR204", 21, "bool", "unit")]
    [InlineData("family.married = true", "CR206", 16, "condition", "not")]
    [InlineData("parent.employment > none", "CR207", 19, "no order", "listing")]
    [InlineData("parent.employment between employed and none", "CR207", 19, "no order", "listing")]
    [InlineData("family.residence < @62", "CR207", 18, "no order", "Use =")]
    [InlineData("child.hardship >= child.hardship", "CR207", 16, "no order", "Use =")]
    [InlineData("min(family.residence, @62)", "CR207", 1, "no order", "Use =")]
    [InlineData("max(c in children : c.hardship)", "CR207", 21, "no order", "Use =")]
    [InlineData("parent.employment = retired", "CR208", 21, "retired", "employed, self_employed, none")]
    [InlineData("has(child.hardship, poor)", "CR208", 21, "poor", "orphan, disabled")]
    [InlineData("has(child.hardship, 3)", "CR208", 21, "hardship", "orphan, disabled")]
    [InlineData("family.visits in [1, family.visits]", "CR209", 22, "constants", "or")]
    [InlineData("within(family.residence, family.residence)", "CR209", 26, "constant division", "@62")]
    [InlineData("3 days + 200 yuan", "CR210", 8, "days + yuan", "units")]
    [InlineData("as_of + 3 months", "CR210", 7, "date + months", "anniversary(date, n) or anniversary_clamped(date, n)")]
    [InlineData("as_of - 3 years", "CR210", 7, "date - months", "anniversary(date, n) or anniversary_clamped(date, n)")]
    [InlineData("200 yuan/month + 200 yuan/year", "CR210", 16, "yuan/month + yuan/year", "per_year, per_month or once")]
    [InlineData("as_of + as_of", "CR210", 7, "date + date", "units")]
    [InlineData("as_of / 2", "CR210", 7, "date / int", "units")]
    [InlineData("as_of * 50%", "CR210", 7, "date * rate", "units")]
    [InlineData("as_of / as_of", "CR210", 7, "date / date", "units")]
    [InlineData("family.residence / 2", "CR210", 18, "division / int", "units")]
    [InlineData("200 yuan * 200 yuan", "CR210", 10, "yuan * yuan", "units")]
    [InlineData("family.married + 1", "CR210", 16, "bool + int", "units")]
    [InlineData("first_known(as_of, as_of)", "CR211", 1, "period or window", "unknown")]
    [InlineData("sqrt(3)", "CR212", 1, "sqrt", "policy-language.md")]
    [InlineData("has(family.visits, orphan)", "CR213", 5, "set", "set")]
    [InlineData("empty(family.visits)", "CR213", 7, "set", "set")]
    [InlineData("round(family.income / 2, nearest)", "CR214", 26, "rounding", "half_up")]
    [InlineData("round(family.income / 2, 3)", "CR214", 26, "rounding", "half_up")]
    [InlineData("per_year(3 days)", "CR215", 1, "money", "200 yuan/month")]
    [InlineData("per_year(family.income / 2)", "CR215", 1, "money", "200 yuan/month")]
    [InlineData("sum(c in children where c.registered)", "CR216", 1, "value", ": value")]
    [InlineData("count(c in elders)", "CR217", 12, "elders", "mother.elders")]
    [InlineData("anniversary(as_of)", "CR218", 1, "2 arguments, not 1", "policy-language.md")]
    [InlineData("year_of(as_of, as_of)", "CR218", 1, "1 argument, not 2", "policy-language.md")]
    [InlineData("min(3 days)", "CR218", 1, "2 arguments, not 1", "policy-language.md")]
    [InlineData("any(a in children where any(b in children where any(c in children where any(d in children where any(e in children where e.registered)))))", "CR219", 97, "4 deep", "definition")]
    public void A_mistake_is_named_once_with_its_place_and_remedy(string text, string code, int column, string message, string remedy)
    {
        var (node, diagnostics) = Bind(text);

        Assert.Null(node);
        var finding = Assert.Single(diagnostics);
        Assert.Equal((code, Severity.Error, 3, column), (finding.Code, finding.Severity, finding.Position.Line, finding.Position.Column));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("child.registered", InstanceKind.Family, "any(c in children where …)")]
    [InlineData("parent.employment = employed", InstanceKind.Child, "mother or father")]
    [InlineData("spouse.employment = employed", InstanceKind.Family, "mother or father")]
    public void A_name_of_another_instance_is_CR202_and_the_remedy_says_what_to_write(string text, InstanceKind instance, string remedy)
    {
        var (node, diagnostics) = Bind(text, BindingScope.Of(instance));

        Assert.Null(node);
        Assert.Contains(remedy, Assert.Single(diagnostics, finding => finding.Code == "CR202").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_leads_back_to_itself_is_CR205_at_its_own_place()
    {
        var pack = SmallPack.Load(("vocabulary.yaml", SmallPack.Vocabulary.Replace(
            "  - {name: family.child_number", "  - {name: child.a, value: child.b, label: {zh: 甲, en: a}}\n  - {name: child.b, value: not child.a, label: {zh: 乙, en: b}}\n  - {name: family.child_number", StringComparison.Ordinal)));
        var diagnostics = new DiagnosticBag();

        new Binder(pack.Vocabulary, diagnostics).Bind(ExpressionParser.Parse("child.a", Start, diagnostics)!, BindingScope.Of(InstanceKind.Child));

        var finding = Assert.Single(diagnostics);
        Assert.Equal(("CR205", "vocabulary.yaml"), (finding.Code, finding.Position.File));
    }

    [Fact]
    public void In_a_window_the_value_and_a_first_known_date_may_stand()
    {
        var scope = BindingScope.Of(InstanceKind.Child) with { Value = RuleType.Days };

        var (node, diagnostics) = Bind("first_known(mother.birth_date, child.birth_date) + value - 1 day", scope);

        Assert.Empty(diagnostics);
        Assert.Equal(RuleType.Date, Binder.TypeOf(node!));
    }

    [Fact]
    public void A_loop_variable_hides_nothing_and_ends_with_its_loop()
    {
        Assert.Empty(Bind("any(c in children where any(d in children where d.birth_order > c.birth_order))").Diagnostics);
        Assert.Equal("CR202", Assert.Single(Bind("any(c in children where c.registered) and c.registered").Diagnostics).Code);
    }

    private static (Node? Node, DiagnosticBag Diagnostics) Bind(string text, BindingScope? scope = null)
    {
        var diagnostics = new DiagnosticBag();
        var expression = ExpressionParser.Parse(text, Start, diagnostics);
        Assert.NotNull(expression);
        var whole = scope ?? BindingScope.Of(InstanceKind.Child) with { HasParent = true };
        return (new Binder(SmallPack.WithoutQuantities.Vocabulary, diagnostics).Bind(expression, whole), diagnostics);
    }
}
