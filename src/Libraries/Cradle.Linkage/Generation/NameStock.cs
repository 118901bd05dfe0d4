using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Generation;

/// <summary>Surnames and characters of given names, the frequent ones first, from which invented persons are named.</summary>
internal sealed class NameStock(Random random)
{
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

    private const string Male =
        "伟强磊军勇涛明超杰鹏辉斌浩宇轩泽子文博志建国华平海波刚亮峰飞龙东林俊凯翔宏毅晨旭睿瑞嘉天祥云山川永德成康安宁生光武新立家庆福贵春荣学义仁忠诚信良善友江河松柏阳昊然铭皓霖琛诺言熙恒远航景和正清";

    private const string Female =
        "芳娜敏静丽艳娟霞秀英玉兰梅红燕玲桂凤洁琳雪慧莉婷颖佳欣怡悦梦琪雨涵诗思语嘉宁雅文静月莹晶晓萍华珍云莲春花香淑惠兰芝琴瑶璐薇菲媛彤妍萱若熙馨蕊可心依诺然桐一晨子芸灵巧爱清素秋冬曼青露";

    private static readonly string[] Compound = ["欧阳", "司马", "上官", "诸葛", "慕容", "东方", "皇甫"];
    private static readonly string[] MinorityGiven = ["阿依古丽", "买买提", "古丽娜尔", "艾力江", "卓玛", "扎西次仁", "巴特尔", "其其格", "热依汗", "阿不都拉"];
    private static readonly string[] MinorityFamily = ["吐尔逊", "艾合买提", "玉素甫", "哈斯木", "达瓦", "苏和", "亚森", "托合提"];
    private static readonly ILookup<int, char> BySound = (Surnames + Male + Female).Distinct().Concat("薇微威围卫宏洪虹鸿俊骏珺晓小筱雯文纹婧静敬钰玉郁".Distinct()).Distinct().ToLookup(Pinyin.Code);

    public string Surname() => random.Next(400) == 0 ? Compound[random.Next(Compound.Length)] : Pick(Surnames).ToString();

    /// <summary>A given name of one or two characters; <paramref name="shared"/> is the first one that siblings share, or 0.</summary>
    public string Given(bool isMale, int birthYear, char shared = '\0')
    {
        var stock = isMale ? Male : Female;
        // Names of one character were the fashion of the eighties and nineties.
        var isSingle = shared == '\0' && random.NextDouble() < (birthYear is > 1975 and < 2000 ? 0.35 : 0.08);
        var first = shared == '\0' ? Pick(stock) : shared;
        return isSingle ? first.ToString() : $"{first}{Pick(stock)}";
    }

    public string Minority() => $"{MinorityGiven[random.Next(MinorityGiven.Length)]}·{MinorityFamily[random.Next(MinorityFamily.Length)]}";

    /// <summary>Another character of the same sound, or the character itself where there is none.</summary>
    public char Homophone(char c)
    {
        var alike = BySound[Pinyin.Code(c)].Where(other => other != c).ToArray();
        return alike.Length == 0 ? c : alike[random.Next(alike.Length)];
    }

    public char AnyCharacter() => Pick(random.Next(2) == 0 ? Male : Female);

    // The first are the more frequent, as surnames and names are.
    private char Pick(string stock) => stock[(int)(Math.Pow(random.NextDouble(), 1.8) * stock.Length)];
}
