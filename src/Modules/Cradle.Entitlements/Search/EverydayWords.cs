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
        ["daycare"] = "childcare",
        ["nursery"] = "childcare",
        ["ivf"] = "assisted reproduction",
        ["paternal"] = "paternity",
    }.ToFrozenDictionary();

    /// <summary>The word itself, and the official one where there is one.</summary>
    public static IReadOnlyList<string> Of(string word) => Official.TryGetValue(word, out var official) ? [word, official] : [word];
}
