using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>What a rehearsal takes for granted, in words for every reader of its figures.</summary>
internal static class Assumptions
{
    public static IReadOnlyList<Bilingual> Of(RehearsalRun run)
    {
        List<Bilingual> list =
        [
            new("每月第一天有资格，就算这个月；按年计的每月算十二分之一；只付一次的，算在开始那天所在的月份。合计后才四舍五入一次。",
                "A month counts when it is due on its first day; a yearly amount counts a twelfth a month; what comes once counts in the month of its first day. Sums are rounded once, at the end."),
            new("没有写开始日的一次性金额，只在第一天算一次，以后年份不再算。", "An amount that comes once and names no first day is taken once, as it stands on the first day; later years do not take it again."),
            new("缺事实的不算零，也不进合计：单独列出最少和最多。规则互相冲突的也不进合计。", "What is unknown is not zero and in no sum: it stands apart with its least and most. What is in conflict is in no sum either."),
            new("人人都按规定领取；不估计不来领的人，也不估计人们因改革改变的做法。", "Everybody takes what is due; nobody is assumed to leave it, or to act otherwise because of the reform."),
        ];
        if (run.Options.ProjectBirths)
            list.Add(new("今后的出生按过去12个月的孩次水平不变推算，两种情形用同样的出生。", "Births to come follow the rates of the last twelve months by birth order, unchanged; both worlds have the same births."));
        else
            list.Add(new("不推算今后的出生，只算已写明的孩子。", "No birth to come is projected; only stated children count."));
        if (run.Calendar.Years > 1)
            list.Add(new("除孩子出生和日期推移外，各家情况多年不变。", "Apart from births and the passing of time, families stay as they are through the years."));
        if (run.Population.IsSynthetic)
            list.Add(new("这些家庭是合成的，不是真实的人；结果只能用来比较方案。", "These families are synthetic, no real people; the result serves to compare plans only."));
        return list;
    }
}
