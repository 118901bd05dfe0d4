using System.Globalization;
using System.Text.Json;
using Cradle.Primitives;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Facts;

/// <summary>Reads one JSON value as the type of its fact.</summary>
internal sealed class FactValueReader(DivisionCatalogue? divisions, FactProblems problems)
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
                problems.Error(path, "date", "日历上没有这一天，或写法不对。", "This is no day of the calendar, or not written as one.", "写成 2026-03-01 的样子。", "Write it as 2026-03-01.");
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
        if (!DivisionCode.TryParse(text, out var code))
        {
            problems.Error(path, "division", "不是行政区划代码。", "This is no division code.", "写2、4或6位数字，如 22、2201、220104。", "Write 2, 4 or 6 digits, e.g. 22, 2201, 220104.");
            return null;
        }

        if (divisions is null || divisions.Find(code) is not null)
            return AsWritten(code);
        var today = divisions.Today(code);
        if (today.Count == 1)
        {
            problems.Warning(path, "retiredDivision", $"代码{code}已停用，按{divisions.FullNameZh(today[0].Code)}（{today[0].Code}）计算。",
                $"Code {code} is retired; {divisions.FullNameEn(today[0].Code)} ({today[0].Code}) was used.", "请改用现行代码。", "Use the code of today.");
            return AsWritten(today[0].Code);
        }

        if (today.Count > 1)
        {
            problems.Error(path, "retiredDivision", $"代码{code}已停用，分成了{string.Join('、', today.Select(d => $"{d.NameZh}（{d.Code}）"))}。",
                $"Code {code} is retired and became {string.Join(", ", today.Select(d => $"{d.NameEn} ({d.Code})"))}.", "选其中一个。", "Choose one of them.");
            return null;
        }

        // below a province whose counties are not on file any code of that province is taken at its word
        if (code.Province is { } province && divisions.Find(province) is not null && !divisions.Children(province).Any())
            return AsWritten(code);
        problems.Error(path, "division", $"没有代码为{code}的行政区划。", $"There is no division {code}.", "在地区列表里查代码。", "Look the code up in the list of divisions.");
        return null;
    }

    private static long AsWritten(DivisionCode code) => long.Parse(code.ToString(), CultureInfo.InvariantCulture);

    private void Wrong(string path, string zh, string en, string remedyZh, string remedyEn) =>
        problems.Error(path, "type", $"这里应当是{zh}。", $"This must be {en}.", remedyZh, remedyEn);
}
