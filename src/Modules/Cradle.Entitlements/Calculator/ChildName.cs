using System.Globalization;
using Cradle.Platform.Web;

namespace Cradle.Entitlements.Calculator;

/// <summary>How a page speaks of one of several children: by the birth date, which a parent knows; twins and the undated by number.</summary>
public static class ChildName
{
    public static string Of(int index, FamilyDraft draft)
    {
        var births = draft.Births;
        if (births.Count <= 1)
            return Wording.Say("孩子", "the child");
        var (date, expected) = index < births.Count ? births[index] : (null, false);
        var number = Wording.Say($"第{index + 1}个", $"number {(index + 1).ToString(CultureInfo.InvariantCulture)}");
        if (date is not { } day)
            return Wording.Say(number + "孩子", "child " + number);
        var shared = births.Count(birth => birth.Date == day) > 1;
        return expected
            ? Wording.Say($"快出生的孩子{(shared ? $"（{number}）" : "")}", $"the expected child{(shared ? $" ({number})" : "")}")
            : Wording.Say($"{Wording.Say(day)}出生的孩子{(shared ? $"（{number}）" : "")}", $"the child born on {Wording.Say(day)}{(shared ? $" ({number})" : "")}");
    }
}
