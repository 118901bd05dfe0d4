using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Explain;

public class ClauseNumberTests
{
    [Theory]
    [InlineData("000/二（十二）", "二（十二）", "2 (12)")]
    [InlineData("004/（二十六）", "（二十六）", "(26)")]
    [InlineData("003/（二十）", "（二十）", "(20)")]
    [InlineData("001/22", "22", "22")]
    [InlineData("002/一-2", "一-2", "1-2")]
    [InlineData("003/结尾段", "结尾段", "closing paragraph")]
    [InlineData("norms/female-workers-2012/7", "第7条", "art. 7")]
    [InlineData("norms/fee-abolition-2021", "", "")]
    public void A_number_is_said_in_both_languages(string cite, string zh, string en) =>
        Assert.Equal((zh, en), (ClauseNumber.In(Citation.Parse(cite), Language.Chinese), ClauseNumber.In(Citation.Parse(cite), Language.English)));
}
