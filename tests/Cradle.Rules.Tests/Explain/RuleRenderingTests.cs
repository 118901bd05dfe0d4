using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Explain;

public sealed class RuleRenderingTests(RenderingPack pack) : IClassFixture<RenderingPack>
{
    private const string Value = "\nwhen: mother.employment = employed and child.registered\nvalue: 180 days";

    [Theory]
    [InlineData("leave", "mother", "must", "妈妈在单位上班，且孩子已办生育登记时，妈妈享受产假180天。", "If the mother is employed and the birth is registered, the mother has maternity leave of 180 days.")]
    [InlineData("leave", "mother", "may", "妈妈在单位上班，且孩子已办生育登记时，妈妈可以享受产假180天。", "If the mother is employed and the birth is registered, the mother may have: maternity leave, 180 days.")]
    [InlineData("leave", "mother", "encouraged", "妈妈在单位上班，且孩子已办生育登记时，鼓励和支持为妈妈提供产假180天。", "If the mother is employed and the birth is registered, it is encouraged to give the mother: maternity leave, 180 days.")]
    [InlineData("leave", "mother", "programme", "妈妈在单位上班，且孩子已办生育登记时，面向妈妈推进产假180天。", "If the mother is employed and the birth is registered, a programme for the mother promotes: maternity leave, 180 days.")]
    [InlineData("duty", "employer", "must", "妈妈在单位上班，且孩子已办生育登记时，用人单位应当落实产假180天。", "If the mother is employed and the birth is registered, the employer must carry out: maternity leave, 180 days.")]
    [InlineData("duty", "employer", "may", "妈妈在单位上班，且孩子已办生育登记时，用人单位可以实行产假180天。", "If the mother is employed and the birth is registered, the employer may carry out: maternity leave, 180 days.")]
    [InlineData("duty", "government", "programme", "妈妈在单位上班，且孩子已办生育登记时，政府推进产假180天。", "If the mother is employed and the birth is registered, the government promotes: maternity leave, 180 days.")]
    [InlineData("duty", "mother", "must", "妈妈在单位上班，且孩子已办生育登记时，应当为妈妈落实产假180天。", "If the mother is employed and the birth is registered, the mother must be given: maternity leave, 180 days.")]
    [InlineData("support", "family", "must", "妈妈在单位上班，且孩子已办生育登记时，家庭享受产假180天。", "If the mother is employed and the birth is registered, the family is entitled to: maternity leave, 180 days.")]
    public void The_verb_carries_the_strength_of_the_text(string kind, string beneficiary, string strength, string zh, string en) =>
        Assert.Equal((zh, en), Say(kind, beneficiary, "day", $"strength: {strength}{Value}"));

    [Fact]
    public void A_rule_without_a_condition_says_only_what_it_gives() =>
        Assert.Equal(("孩子享受产假。", "The child is entitled to: maternity leave."), Say("service", "child", "flag", "strength: must"));

    [Fact]
    public void A_figure_that_is_not_set_says_who_sets_it() =>
        Assert.Equal(
            ("妈妈享受产假，天数由省规定，本平台尚未录入。", "The mother has maternity leave; left to the province and not on file here yet: number of days."),
            Say("leave", "mother", "day", "strength: must\nnot-set: {by: {zh: 省, en: the province}, what: {zh: 天数, en: number of days}}"));

    [Fact]
    public void A_cap_says_that_it_is_one() =>
        Assert.Equal(("机构享受产假，不超过10%。", "The institution is entitled to: maternity leave, at most 10%."), Say("support", "institution", "percent", "strength: must\nvalue: 10%", "cap"));

    [Fact]
    public void A_calculation_is_said_in_full() =>
        Assert.Equal(
            ("妈妈享受产假，数额为妈妈的单位月平均工资 × 50%（四舍五入到分）。", "The mother has maternity leave, which is the mother's employer's average monthly pay × 50% (rounded to the nearest fen)."),
            Say("payment", "mother", "CNY/month", "strength: must\nvalue: \"round(mother.average_wage * 50%, half_up)\""));

    [Fact]
    public void A_unique_table_lists_its_rows() =>
        Assert.Equal(
            ("孩子享受产假：孩子的幼儿园所在地区是城市的，每年2000元；孩子的幼儿园所在地区是镇或农村的，每年1500元。",
             "The child is entitled to: maternity leave: 2,000 yuan a year if the child's area of the kindergarten is city; 1,500 yuan a year if the child's area of the kindergarten is town or rural."),
            Say("education", "child", "CNY/year", """
                strength: must
                table:
                  hit: unique
                  rows:
                    - {when: child.area = city, value: 2000 yuan/year}
                    - {when: "child.area in [town, rural]", value: 1500 yuan/year}
                """));

    [Fact]
    public void A_first_hit_table_says_that_order_counts() =>
        Assert.Equal(
            ("孩子享受产假：按顺序取第一个符合的：孩子已办生育登记的，2项；其余情形1项。", "The child is entitled to: maternity leave: the first that fits of: 2 items if the birth is registered; otherwise 1 item."),
            Say("service", "child", "item", """
                strength: must
                table:
                  hit: first
                  rows:
                    - {when: child.registered, value: 2}
                    - {when: "true", value: 1}
                """));

    [Fact]
    public void A_draft_says_that_it_only_proposes() =>
        Assert.Equal(("征求意见稿拟规定：妈妈享受产假。", "A draft for comment proposes: the mother is entitled to: maternity leave."), Say("service", "mother", "flag", "strength: must", standing: "draft"));

    private (string Zh, string En) Say(string kind, string beneficiary, string unit, string text, string merge = "floor", string standing = "in_force")
    {
        var (rule, header) = pack.Rule(kind, beneficiary, unit, text, merge, standing);
        return (pack.Chinese.Rule(rule, header), pack.English.Rule(rule, header));
    }
}
