using System.Globalization;
using System.Text.Json;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Facts;

/// <summary>Reads one JSON value as the type of its fact.</summary>
internal sealed class FactValueReader(DivisionReader places, FactProblems problems)
{
    private static readonly DateOnly Earliest = FactDomain.EarliestDay;
    private static readonly DateOnly Latest = FactDomain.LatestDay;

    public long? Value(JsonElement element, FactDefinition fact, string path)
    {
        var value = fact.Type.Kind switch
        {
            ValueKind.Bool => Bool(element, path),
            ValueKind.Date => Date(element, path)?.DayNumber,
            ValueKind.Division => Division(element, path),
            ValueKind.Enum => Member(element, fact.Type.Enumeration!, path),
            ValueKind.Set => Set(element, fact.Type.Enumeration!, path),
            ValueKind.Money => Money(element, path),
            _ => Whole(element, path),
        };
        if (value < fact.Minimum || value > fact.Maximum)
        {
            var (low, high) = fact.Type.Kind == ValueKind.Money ? (fact.Minimum / 100, fact.Maximum / 100) : (fact.Minimum, fact.Maximum);
            problems.Error(path, "range", $"“{fact.Label.Zh}”超出了{low}到{high}的范围。", $"The {fact.Label.En} lies outside {low} to {high}.", "核对数值和单位。", "Check the figure and its unit.");
            return null;
        }

        return value;
    }

    public DateOnly? Date(JsonElement element, string path)
    {
        if (JsonText.Of(element) is { } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                var (reason, remedy) = DateText.Explain(text);
                problems.Error(path, "date", reason.Zh, reason.En, remedy.Zh, remedy.En);
            }
            else if (date < Earliest || date > Latest)
                problems.Error(path, "date", "年份不在1900到2100之间。", "The year is not between 1900 and 2100.", "核对年份。", "Check the year.");
            else
                return date;
            return null;
        }

        Wrong(path, "日期", "a date", "写成 \"2026-03-01\"。", "Write \"2026-03-01\".");
        return null;
    }

    private long? Bool(JsonElement element, string path)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean() ? 1 : 0;
        Wrong(path, "是或否", "true or false", "写 true 或 false。", "Write true or false.");
        return null;
    }

    private long? Whole(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number)
            || long.TryParse(JsonText.Of(element), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return number;
        Wrong(path, "整数", "a whole number", "只写数字。", "Write digits only.");
        return null;
    }

    private long? Money(JsonElement element, string path)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => JsonText.Of(element),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan)
            && Math.Abs(yuan) < 1_000_000_000_000m && yuan * 100 == decimal.Truncate(yuan * 100))
            return (long)(yuan * 100);
        Wrong(path, "金额（元，最多两位小数）", "an amount in yuan with at most two decimals", "写成 \"1200.00\"。", "Write \"1200.00\".");
        return null;
    }

    private long? Member(JsonElement element, Enumeration enumeration, string path)
    {
        var text = JsonText.Of(element);
        for (var index = 0; index < enumeration.Members.Count; index++)
            if (enumeration.JsonMembers[index] == text || enumeration.Members[index] == text)
                return index;
        var members = string.Join(", ", enumeration.JsonMembers);
        problems.Error(path, "choice", "没有这个选项。", "There is no such choice.", $"从中选一个：{members}。", $"Choose one of {members}.");
        return null;
    }

    private long? Set(JsonElement element, Enumeration enumeration, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Wrong(path, "列表", "a list", "写成 [ … ]，没有就写 []。", "Write [ … ], or [] for none.");
            return null;
        }

        var set = 0L;
        foreach (var item in element.EnumerateArray())
        {
            if (Member(item, enumeration, path) is not { } member)
                return null;
            set |= 1L << (int)member;
        }

        return set;
    }

    private long? Division(JsonElement element, string path)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => JsonText.Of(element),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
        return places.Read(text, path);
    }

    private void Wrong(string path, string zh, string en, string remedyZh, string remedyEn) =>
        problems.Error(path, "type", $"这里应当是{zh}。", $"This must be {en}.", remedyZh, remedyEn);
}
