using System.Globalization;
using Cradle.Primitives;

namespace Cradle.Rules.Facts;

/// <summary>Reads a division code: one of today is taken, a retired one is followed to what it became and says so, any other is an error.</summary>
internal sealed class DivisionReader(DivisionCatalogue? divisions, FactProblems problems)
{
    public long? Read(string? text, string path)
    {
        if (!DivisionCode.TryParse(text, out var code))
        {
            problems.Error(path, "division", "不是行政区划代码。", "This is no division code.", "写2、4或6位数字，如 22、2201、220104。", "Write 2, 4 or 6 digits, e.g. 22, 2201, 220104.");
            return null;
        }

        if (code.HasLawOfItsOwn)
        {
            problems.Error(path, "division", "香港、澳门、台湾不适用这里的规定。", "The rules kept here do not apply in Hong Kong, Macao or Taiwan.", "写内地的地方；都不在内地就不用填这一项。", "Name a place on the mainland, or leave the member out.");
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
}
