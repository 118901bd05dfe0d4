using System.Globalization;
using System.Text;
using Cradle.Platform.Web;
using Cradle.Rules.Facts;

namespace Cradle.Entitlements.Calculator;

/// <summary>What a family types, read kindly, and what is wrong with it, said in the words of the page rather than those of the JSON contract.</summary>
public static class AnswerText
{
    /// <summary>A number as people write it: full-width digits, thousands separators and a trailing unit are taken.</summary>
    public static string Number(string typed) =>
        typed.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('元', '天', '周', '个').TrimStart('¥', '￥');

    /// <summary>Why an answer was not taken and what to do.</summary>
    public static string Error(FactProblem problem, QuestionForm form) => (problem.Code, form.Kind) switch
    {
        ("future", QuestionKind.Birth) => Wording.Say("这一天还没有到。还没出生的，请选“还没有”，这里填预产期", "That day is still to come. If the child is not born yet, choose “Not yet” and give the due date"),
        ("past", QuestionKind.Birth) => Wording.Say("预产期已经过去。已经出生的，请选“已经出生”，填出生日期", "The due date is past. If the child is born, choose “Yes” and give the birth date"),
        ("type" or "shape" or "json", QuestionKind.Number) => Wording.Say("请只填数字", "Enter digits only"),
        ("range", QuestionKind.Number) when form.Path.Fact is { Minimum: { } least, Maximum: { } most } =>
            Wording.Say($"请填 {Bound(least, form)} 到 {Bound(most, form)} 之间的数", $"Enter a number from {Bound(least, form)} to {Bound(most, form)}"),
        ("type" or "shape" or "json" or "choice" or "division" or "retiredDivision", _) => NotListed,
        _ => Wording.Say(problem.Reason.Zh, problem.Reason.En).TrimEnd('。', '.') + Wording.Say("，请核对", "; please check"),
    };

    /// <summary>An answer that the page did not offer.</summary>
    public static string NotListed => Wording.Say("请从列出的选项里选", "Choose from the answers listed");

    private static string Bound(long value, QuestionForm form) =>
        (form.Path.Fact!.Type.Kind == Rules.Binding.ValueKind.Money ? value / 100 : value).ToString(CultureInfo.InvariantCulture);
}
