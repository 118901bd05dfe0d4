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

    [Theory]
    [InlineData("cn.childcare-filing-receipt", "政府应当落实")]   // the health department gives the receipt
    [InlineData("gs.childcare-registration-filing", "政府推进")]
    [InlineData("gs.childcare-staff-training", "政府应当落实")]
    [InlineData("gs.affordable-childcare-certification", "政府推进")]
    [InlineData("sx.population-service-pay", "政府应当落实")]
    [InlineData("jl.childcare-support-policies", "政府")]
    [InlineData("gs.childcare-utility-connection", "机构享受")]   // the utilities keep the limit
    [InlineData("gs.nursery-class-status", "机构享受")]           // nobody may change it
    [InlineData("gs.childcare-health-contract", "机构应当落实")]
    public void Who_owes_is_who_the_clause_binds(string id, string said)
    {
        var (header, rule) = RealPack.Policy.Quantities.SelectMany(quantity => quantity.Quantity.Rules.Select(rule => (quantity.Header, rule))).Single(pair => pair.rule.Id == id);

        Assert.StartsWith(said, new RuleRenderer(RealPack.Vocabulary, Language.Chinese).Rule(rule, header), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_begins_with_a_verb_is_said_with_it()
    {
        var (header, rule) = RealPack.Policy.Quantities.SelectMany(quantity => quantity.Quantity.Rules.Select(rule => (quantity.Header, rule))).Single(pair => pair.rule.Id == "sx.free-prepregnancy-exam");

        Assert.Contains("the family plans a pregnancy", new RuleRenderer(RealPack.Vocabulary, Language.English).Rule(rule, header), StringComparison.Ordinal);
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
