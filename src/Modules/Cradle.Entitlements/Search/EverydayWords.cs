using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cradle.Entitlements.Search;

/// <summary>What people say, and what the texts call it. A search for the first finds the second too.</summary>
internal static partial class EverydayWords
{
    private static readonly FrozenDictionary<string, string> Official = new Dictionary<string, string>
    {
        ["陪产假"] = "护理假",
        ["陪产"] = "护理假",
        ["陪护假"] = "护理假",
        ["照料假"] = "照护假",
        ["二胎"] = "二孩",
        ["三胎"] = "三孩",
        ["托儿所"] = "托育",
        ["幼托"] = "托育",
        ["奶粉"] = "育儿补贴",
        ["生孩子"] = "产假、育儿补贴、生育登记",
        ["月子"] = "产假",
        ["疫苗"] = "接种、出生一件事",
        ["试管"] = "辅助生殖",
        ["单亲"] = "生育登记、育儿补贴",
        ["补课"] = "学科类校外培训、培训",
        ["学费"] = "免保育教育费、两免一补、培训",
        ["生娃"] = "生育",
        ["准生证"] = "生育登记",
        ["上户口"] = "出生一件事",
        ["落户"] = "户",
        ["无痛"] = "分娩镇痛",
        ["试管婴儿"] = "辅助生殖",
        ["失独"] = "特殊家庭",
        ["喂奶"] = "哺乳",
        ["补习"] = "培训",
        ["婚检"] = "婚前",
        ["孕检"] = "孕前",
        ["产检"] = "孕产妇健康管理",
        ["双胞胎"] = "产假增加天数",
        ["多胞胎"] = "产假增加天数",
        ["难产"] = "产假增加天数",
        ["剖腹产"] = "产假增加天数",
        ["剖宫产"] = "产假增加天数",
        ["刨腹产"] = "产假增加天数",
        ["新生儿医保"] = "新生儿参保",
        ["宝宝医保"] = "新生儿参保",
        ["生育金"] = "生育津贴",
        ["生育补贴"] = "育儿补贴",
        ["生育补助"] = "育儿补贴",
        ["幼儿园免费"] = "学前一年免保育教育费",
        ["免费幼儿园"] = "学前一年免保育教育费",
        ["个税"] = "个税扣除",
        ["廉租房"] = "公租房",
        ["独生子女护理假"] = "独生子女父母照料假",
        ["护理老人"] = "照料假",
        ["夜班"] = "不上夜班",
        ["罚款"] = "社会抚养费",
        // of a question the dictionary gets who asks and what for: 生孩子 and 假 of 生孩子能休几天
        ["生孩子假"] = "产假",
        ["生产假"] = "产假",
        ["怀孕假"] = "产假",
        ["坐月子假"] = "产假",
        ["老婆生孩子假"] = "护理假",
        ["妻子生孩子假"] = "护理假",
        ["媳妇生孩子假"] = "护理假",
        ["爸爸假"] = "护理假",
        ["丈夫假"] = "护理假",
        ["老公假"] = "护理假",
        ["陪产假假"] = "护理假",
        ["带孩子假"] = "育儿假",
        ["照顾孩子假"] = "育儿假",
        ["看孩子假"] = "育儿假",
        ["结婚假"] = "婚假",
        ["喂奶假"] = "哺乳",
        ["老人住院假"] = "照料假",
        ["父母住院假"] = "照料假",
        ["照顾老人假"] = "照料假",
        ["生孩子钱"] = "育儿补贴",
        ["养孩子钱"] = "育儿补贴",
        ["带孩子钱"] = "育儿补贴",
        ["产假钱"] = "生育津贴",
        ["生孩子报销"] = "生育医疗",
        ["住院生孩子报销"] = "生育医疗",
        ["产检报销"] = "生育医疗",
        ["daycare"] = "childcare",
        ["nursery"] = "childcare",
        ["twins"] = "extra maternity leave",
        ["caesarean"] = "extra maternity leave",
        ["cesarean"] = "extra maternity leave",
        ["mortgage"] = "provident fund loan",
        ["ivf"] = "assisted reproduction",
        ["paternal"] = "paternity",
    }.ToFrozenDictionary();

    // What turns a word into a question says nothing about what is asked for.
    private static readonly string[] Questions =
        ["多少天", "多少钱", "有几天", "是几天", "几天", "多久", "多长", "怎么办理", "怎么申请", "怎么领取", "怎么办", "怎么领", "怎么算", "能领多少", "有多少", "有没有", "是什么", "标准", "吗", "呢"];

    /// <summary>The word itself, and the official ones where there are some for all of it, else for a part of it; the likeliest first.</summary>
    public static IReadOnlyList<string> Of(string word) => Official.TryGetValue(word, out var official)
        ? [word, .. official.Split('、')]
        : [word, .. Official.Where(pair => word.Contains(pair.Key, StringComparison.Ordinal)).OrderByDescending(pair => pair.Key.Length).Take(1).SelectMany(pair => pair.Value.Split('、'))];

    // A question that has no noun: how long somebody stays away from work, what is paid, what comes back.
    private static readonly (string Noun, Regex Shape)[] Shapes = [("假", Days()), ("钱", Money()), ("报销", Refund())];

    /// <summary>A word without the question it was put as.</summary>
    public static string Asked(string word)
    {
        foreach (var (noun, shape) in Shapes)
            if (shape.Match(word) is { Success: true } match && Children().Replace(match.Groups["what"].Value, "生孩子") + noun is var asked && Official.Keys.Any(key => asked.EndsWith(key, StringComparison.Ordinal)))
                return asked;
        var question = Array.Find(Questions, tail => word.Length > tail.Length + 1 && word.EndsWith(tail, StringComparison.Ordinal));
        return question is null ? word : Asked(word[..^question.Length]);
    }

    [GeneratedRegex("^(?<what>.+?)(以后|之后|后|时|我|我们)?(能|可以|可|要|该|有|给)*(休|放|请|歇|休息|待|有|给)(几天|多少天|多久|多长时间|几个月)的?假?[吗呢啊]?$")]
    private static partial Regex Days();

    [GeneratedRegex("^(?<what>.+?)(能|可以|可|国家|政府|有|会)*(领|拿|得|发|给|补|补贴|补助|奖励|奖)(多少钱?|几千|钱|什么)[吗呢啊]?$")]
    private static partial Regex Money();

    [GeneratedRegex("^(?<what>.+?)(费用|的钱|花的钱)?(能|可以|可|怎么|有)*报销?(多少钱?|吗|么)?[吗呢啊]?$")]
    private static partial Regex Refund();

    [GeneratedRegex("生(二胎|三胎|二孩|三孩|娃|小孩|宝宝|小宝宝|双胞胎)")]
    private static partial Regex Children();
}
