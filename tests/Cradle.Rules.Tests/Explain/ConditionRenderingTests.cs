using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Explain;

public sealed class ConditionRenderingTests(RenderingPack pack) : IClassFixture<RenderingPack>
{
    [Theory]
    [InlineData("child.registered", "孩子已办生育登记", "the birth is registered")]
    [InlineData("not child.registered", "孩子未办生育登记", "the birth is not registered")]
    [InlineData("child.difficult_birth", "孩子是难产", "it is a difficult birth")]
    [InlineData("not child.difficult_birth", "孩子不是难产", "it is not a difficult birth")]
    [InlineData("family.special_family", "家庭是计划生育特殊家庭", "the family is a special family")]
    [InlineData("not family.wants_rental", "家庭不想申请公租房", "the family does not want public rental housing")]
    [InlineData("not mother.nursing", "妈妈没有哺乳", "the mother is not nursing")]
    [InlineData("not father.owns_home", "爸爸在缴存城市没有自有住房", "the father does not own a home in the deposit city")]
    [InlineData("mother.only_child", "妈妈是独生子女", "the mother is an only child")]
    [InlineData("not mother.only_child", "妈妈不是独生子女", "the mother is not an only child")]
    [InlineData("child.under_three", "孩子未满3周岁", "the child is under three")]
    [InlineData("not child.under_three", "孩子已满3周岁", "the child is not under three")]
    public void A_yes_or_no_fact_becomes_a_clause(string text, string zh, string en) => Assert.Equal((zh, en), pack.Condition(text));

    [Theory]
    [InlineData("mother.employment = employed", "妈妈在单位上班", "the mother is employed")]
    [InlineData("mother.employment != employed", "妈妈不是在单位上班", "the mother is not employed")]
    [InlineData("father.employment in [flexible, student]", "爸爸灵活就业或在校学生", "the father is flexibly employed or a student")]
    [InlineData("not (father.employment in [flexible, student])", "爸爸的就业情况不属于灵活就业、在校学生中的任何一种", "the father's employment is none of flexibly employed, a student")]
    [InlineData("mother.medical_insurance = employee", "妈妈参加职工医保", "the mother's medical insurance is employee medical insurance")]
    [InlineData("mother.medical_insurance = none", "妈妈没有参保", "the mother is not insured")]
    [InlineData("child.area = city", "孩子的幼儿园所在地区是城市", "the child's area of the kindergarten is city")]
    [InlineData("child.area in [town, rural]", "孩子的幼儿园所在地区是镇或农村", "the child's area of the kindergarten is town or rural")]
    [InlineData("has(child.hardship, orphan)", "孩子的困难类别包括孤儿", "the child's hardship groups include orphan")]
    [InlineData("not empty(child.hardship)", "孩子的困难类别至少有一项", "at least one of the child's hardship groups applies")]
    [InlineData("within(family.residence, @62)", "家庭常住地在区划62", "the family's usual residence is in division 62")]
    public void An_enumerated_fact_is_said_by_its_labels(string text, string zh, string en) => Assert.Equal((zh, en), pack.Condition(text));

    [Theory]
    [InlineData("child.birth_date >= 2025-01-01", "孩子的出生日期不早于2025年1月1日", "the child's birth date is not before 1 January 2025")]
    [InlineData("not (child.birth_date >= 2025-01-01)", "孩子的出生日期早于2025年1月1日", "the child's birth date is before 1 January 2025")]
    [InlineData("child.birth_order in [2, 3]", "孩子的孩次是2或3", "the child's birth order is 2 or 3")]
    [InlineData("child.birth_order between 2 and 4", "孩子的孩次在2到4之间（含两端）", "the child's birth order is between 2 and 4 (both included)")]
    [InlineData("mother.average_wage > 200 yuan/month", "妈妈的单位月平均工资大于每月200元", "the mother's employer's average monthly pay is more than 200 yuan a month")]
    [InlineData("child.age_months < 36 months", "孩子的月龄小于36个月", "the child's age in months is less than 36 months")]
    [InlineData("as_of < anniversary(child.birth_date, 36 months)", "查询当天早于孩子出生满3周年之日", "the day asked for is before the day 3 years after the child's birth date")]
    public void A_comparison_is_said_in_the_words_of_its_type(string text, string zh, string en) => Assert.Equal((zh, en), pack.Condition(text));

    [Theory]
    [InlineData("mother.employment = employed and child.registered", "妈妈在单位上班，且孩子已办生育登记", "the mother is employed and the birth is registered")]
    [InlineData("mother.nursing or child.registered and child.difficult_birth", "妈妈正在哺乳，或者（孩子已办生育登记，且孩子是难产）", "the mother is nursing or (the birth is registered and it is a difficult birth)")]
    [InlineData("(mother.nursing or child.registered) and child.difficult_birth", "（妈妈正在哺乳，或者孩子已办生育登记），且孩子是难产", "(the mother is nursing or the birth is registered) and it is a difficult birth")]
    [InlineData("mother.employment in [employed, flexible] and child.registered", "妈妈在单位上班或灵活就业，且孩子已办生育登记", "(the mother is employed or flexibly employed) and the birth is registered")]
    [InlineData("not (mother.nursing and child.registered)", "并非（妈妈正在哺乳，且孩子已办生育登记）", "it is not so that (the mother is nursing and the birth is registered)")]
    public void Nested_conditions_stay_unambiguous(string text, string zh, string en) => Assert.Equal((zh, en), pack.Condition(text));

    [Theory]
    [InlineData("any(c in children where c.registered)", "某个孩子已办生育登记", "some child's birth is registered")]
    [InlineData("all(c in children where c.registered)", "每个孩子已办生育登记", "every child's birth is registered")]
    [InlineData("not any(c in children where c.registered)", "没有一个孩子符合（该孩子已办生育登记）", "for no child (that child's birth is registered)")]
    [InlineData("any(c in children where c.registered and c.birth_order >= 2)", "至少有一个孩子符合（该孩子已办生育登记，且该孩子的孩次不少于2）", "for at least one child (that child's birth is registered and that child's birth order is at least 2)")]
    [InlineData("count(c in children where c.registered) >= 2", "符合（该孩子已办生育登记）的孩子的人数不少于2", "the number of children for whom (that child's birth is registered) is at least 2")]
    public void Loops_over_children_name_the_child_meant(string text, string zh, string en) => Assert.Equal((zh, en), pack.Condition(text));

    [Fact]
    public void An_elder_in_hospital_is_named_as_such()
    {
        var (zh, en) = pack.Condition("any(e in parent.elders where years_old(e.birth_date, as_of) >= 60)", InstanceKind.Parent);
        Assert.Equal(("住院的老人的周岁不少于60", "an elder in hospital's age in years is at least 60"), (zh, en));
    }

    [Fact]
    public void Parent_and_spouse_are_told_apart()
    {
        var (zh, en) = pack.Condition("parent.nursing or spouse.nursing", InstanceKind.Parent);
        Assert.Equal(("本人正在哺乳，或者配偶正在哺乳", "the parent is nursing or the spouse is nursing"), (zh, en));
    }
}
