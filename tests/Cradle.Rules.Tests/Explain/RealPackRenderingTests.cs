using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Explain;

public sealed class RealPackRenderingTests
{
    [Fact]
    public void What_a_government_or_an_institution_has_to_do_it_does_not_enjoy()
    {
        var (zh, en) = (new RuleRenderer(RealPack.Vocabulary, Language.Chinese), new RuleRenderer(RealPack.Vocabulary, Language.English));
        var duties = RealPack.Policy.Quantities.Where(quantity => quantity.Header.IsOwedByBeneficiary).SelectMany(quantity => quantity.Quantity.Rules.Select(rule => (rule, quantity.Header))).ToList();
        Assert.Contains(duties, duty => duty.Header.Id == "assisted-reproduction-rules");
        Assert.All(duties, duty => Assert.DoesNotContain("享受", zh.Rule(duty.rule, duty.Header), StringComparison.Ordinal));
        Assert.All(duties, duty => Assert.DoesNotContain("entitled", en.Rule(duty.rule, duty.Header), StringComparison.Ordinal));
        var helped = RealPack.Policy.Quantities.Single(quantity => quantity.Header.Id == "childcare-operating-subsidy");
        Assert.False(helped.Header.IsOwedByBeneficiary);   // money for an institution
    }

    [Fact]
    public void Every_rule_and_window_of_the_policies_reads_as_a_whole_sentence_in_both_languages()
    {
        var pack = RealPack.Pack;
        var (zh, en) = (new RuleRenderer(pack.Vocabulary, Language.Chinese), new RuleRenderer(pack.Vocabulary, Language.English));
        Assert.NotEmpty(pack.Quantities);
        foreach (var quantity in pack.Quantities)
        {
            foreach (var rule in quantity.Rules)
            {
                var (chinese, english) = (zh.Rule(rule, quantity.Header), en.Rule(rule, quantity.Header));
                Assert.EndsWith("。", chinese, StringComparison.Ordinal);
                Assert.EndsWith(".", english, StringComparison.Ordinal);
                Assert.True(Balanced(chinese, '（', '）') && Balanced(english, '(', ')'), $"{rule.Id}: {chinese} / {english}");
                Assert.False(english.Any(letter => letter is >= '一' and <= '鿿'), english);   // no label lacks its English
            }

            foreach (var window in new[] { quantity.Header.Window, quantity.Header.Period }.OfType<BoundWindow>())
                Assert.All([zh.Window(window), en.Window(window)], text => Assert.NotEqual("", text));
        }
    }

    private static bool Balanced(string text, char open, char close) => text.Count(letter => letter == open) == text.Count(letter => letter == close);
}
