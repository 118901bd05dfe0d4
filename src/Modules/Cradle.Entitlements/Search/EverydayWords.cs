using System.Collections.Frozen;

namespace Cradle.Entitlements.Search;

/// <summary>What people say, and what the texts call it. A search for the first finds the second too.</summary>
internal static class EverydayWords
{
    private static readonly FrozenDictionary<string, string> Official = new Dictionary<string, string>
    {
        ["陪产假"] = "护理假",
        ["陪护假"] = "护理假",
        ["照料假"] = "照护假",
        ["二胎"] = "二孩",
        ["三胎"] = "三孩",
        ["托儿所"] = "托育",
        ["幼托"] = "托育",
        ["奶粉钱"] = "育儿补贴",
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
        ["daycare"] = "childcare",
        ["nursery"] = "childcare",
        ["ivf"] = "assisted reproduction",
        ["paternal"] = "paternity",
    }.ToFrozenDictionary();

    // What turns a word into a question says nothing about what is asked for.
    private static readonly string[] Questions =
        ["多少天", "多少钱", "有几天", "是几天", "几天", "多久", "多长", "怎么办理", "怎么申请", "怎么领取", "怎么办", "怎么领", "怎么算", "能领多少", "有多少", "有没有", "是什么", "标准", "吗", "呢"];

    /// <summary>The word itself, and the official one where there is one for all of it, else for a part of it.</summary>
    public static IReadOnlyList<string> Of(string word) => Official.TryGetValue(word, out var official)
        ? [word, official]
        : [word, .. Official.Where(pair => word.Contains(pair.Key, StringComparison.Ordinal)).OrderByDescending(pair => pair.Key.Length).Take(1).Select(pair => pair.Value)];

    /// <summary>A word without the question it was put as.</summary>
    public static string Asked(string word)
    {
        var question = Array.Find(Questions, tail => word.Length > tail.Length + 1 && word.EndsWith(tail, StringComparison.Ordinal));
        return question is null ? word : Asked(word[..^question.Length]);
    }
}
