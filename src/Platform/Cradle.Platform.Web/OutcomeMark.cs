using System.Collections.Frozen;

namespace Cradle.Platform.Web;

/// <summary>How the outcome of a rule looks: a shape, a word, and colour third.</summary>
/// <param name="Tone">Ending of the style class: st-yes, st-ask …</param>
/// <param name="Icon">Name of the drawing in the sprite.</param>
public sealed record OutcomeMark(string Tone, string Icon, Words Word)
{
    private static readonly FrozenDictionary<string, OutcomeMark> ByStatus = new Dictionary<string, OutcomeMark>
    {
        ["entitled"] = new("yes", "yes", new("可享受", "Entitled")),
        ["owed"] = new("owed", "half", new("应当做到", "Owed by law")),
        ["unknown"] = new("ask", "ask", new("还差信息", "More needed")),
        ["advisory"] = new("draft", "draft", new("草案提示", "Draft only")),
        ["draft"] = new("draft", "draft", new("草案提示", "Draft only")),
        ["notSet"] = new("unset", "unset", new("本地未定", "Not set here")),
        ["programme"] = new("prog", "prog", new("支持项目", "Programme")),
        ["notEntitled"] = new("no", "no", new("不适用", "Does not apply")),
        ["ended"] = new("end", "end", new("已结束", "Ended")),
        ["notYet"] = new("early", "early", new("还没开始", "Not yet")),
        ["conflict"] = new("split", "split", new("规定不一致", "Texts differ")),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Statuses => ByStatus.Keys;

    /// <summary>The mark of a status as the answers of the rules spell it, in any case: <c>entitled</c>, <c>NotSet</c>, <c>not-set</c>.</summary>
    public static OutcomeMark Of(string status) =>
        ByStatus.GetValueOrDefault(status.Replace("-", "", StringComparison.Ordinal))
        ?? throw new ArgumentException($"No outcome is called '{status}'. Known: {string.Join(", ", ByStatus.Keys.Order(StringComparer.Ordinal))}.", nameof(status));
}
