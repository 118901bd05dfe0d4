using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;
using Cradle.Rules.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Rules.Tests.Binding;

/// <summary>What holds of every text, sensible or not: a rule must never be silently lost or silently without its condition.</summary>
public class BinderLawTests
{
    private static readonly string[] Words =
    [
        "family.married", "family.residence", "family.event_date", "family.visits", "family.income", "parent.employment", "parent.unused_days", "child.birth_date", "child.hardship",
        "child.registered", "child.under_three", "family.child_number", "as_of", "value", "employed", "orphan", "half_up", "true", "3", "2.5", "3 days", "1 month", "200 yuan", "10 yuan/month", "50%",
        "2026-03-01", "@62", "and", "or", "not", "=", "!=", "<", "+", "-", "*", "/", "(", ")", "[", "]", ",", "in", "between", "if", "then", "else", "where", ":", "c", "children",
        "count(", "sum(", "min(", "max(", "any(", "anniversary(", "months_old(", "round(", "has(", "empty(", "within(", "first_known(", "per_year(", "once(", "c in children where", "c.birth_order",
    ];

    private static readonly Arbitrary<string> WordSoup =
        Gen.Elements(Words).ArrayOf().Select(words => string.Join(' ', words)).ToArbitrary();

    /// <summary>Sentences of the grammar without regard to types, so that the binder is reached far more often than by chance.</summary>
    private static readonly Arbitrary<string> Sentences = Gen.Sized(size => Sentence(Math.Min(size / 12, 4))).ToArbitrary();

    [Fact]
    public void Text_that_cannot_be_used_always_comes_with_a_finding() => Prop.ForAll(WordSoup, IsBoundOrReported).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void A_sentence_that_has_no_meaning_always_comes_with_a_finding() => Prop.ForAll(Sentences, IsBoundOrReported).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static bool IsBoundOrReported(string text)
    {
        var diagnostics = new DiagnosticBag();
        var expression = ExpressionParser.Parse(text, new SourcePosition("a.yaml", 1, 1), diagnostics);
        var scope = BindingScope.Of(InstanceKind.Child) with { HasParent = true };
        var node = expression is null ? null : new Binder(SmallPack.WithoutQuantities.Vocabulary, diagnostics).Bind(expression, scope);
        return node is null == diagnostics.HasErrors && diagnostics.All(finding => finding.Message.Length > 0 && finding.Remedy.Length > 0);
    }

    private static Gen<string> Sentence(int depth)
    {
        var leaf = Gen.Elements(
            "family.married", "family.residence", "family.event_date", "family.visits", "family.income", "parent.employment", "parent.unused_days", "child.birth_date", "child.hardship",
            "child.under_three", "family.child_number", "as_of", "employed", "orphan", "half_up", "true", "3", "2.5", "3 days", "1 month", "200 yuan", "10 yuan/month", "50%", "2026-03-01", "@62");
        if (depth == 0)
            return leaf;
        var inner = Sentence(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Elements("and", "or", "=", "!=", "<", ">=", "+", "-", "*", "/").SelectMany(_ => inner, (op, left) => (op, left)).SelectMany(_ => inner, (pair, right) => $"({pair.left} {pair.op} {right})"),
            inner.Select(operand => $"not ({operand})"),
            inner.Select(operand => $"-({operand})"),
            inner.SelectMany(_ => inner, (operand, item) => $"({operand} in [{item}])"),
            inner.SelectMany(_ => inner, (operand, bound) => $"({operand} between {bound} and {bound})"),
            inner.SelectMany(_ => inner, (test, then) => (test, then)).SelectMany(_ => inner, (pair, other) => $"(if {pair.test} then {pair.then} else {other})"),
            Gen.Elements("anniversary", "months_old", "days_between", "min", "max", "within", "has", "round", "first_known").SelectMany(_ => inner, (name, first) => (name, first))
                .SelectMany(_ => inner, (pair, second) => $"{pair.name}({pair.first}, {second})"),
            Gen.Elements("year_of", "year_end", "empty", "per_year", "per_month", "once").SelectMany(_ => inner, (name, only) => $"{name}({only})"),
            Gen.Elements("count", "any", "all").SelectMany(_ => inner, (name, filter) => $"{name}(c in children where {filter})"),
            Gen.Elements("sum", "min", "max").SelectMany(_ => inner, (name, value) => $"{name}(c in mother.elders : {value})"));
    }
}
