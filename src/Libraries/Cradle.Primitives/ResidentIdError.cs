using System.Globalization;

namespace Cradle.Primitives;

/// <summary>Which part of a citizen identity number is wrong.</summary>
public enum ResidentIdPart
{
    /// <summary>It has neither 18 nor 15 characters.</summary>
    Length,

    /// <summary>A character that may not stand there.</summary>
    Character,

    /// <summary>The first two digits are no province.</summary>
    Division,

    /// <summary>The birth date does not exist.</summary>
    Date,

    /// <summary>The last character does not follow from the others.</summary>
    CheckDigit,
}

/// <summary>Why a text is not a citizen identity number. It never repeats the number, so it may be logged.</summary>
/// <param name="Part">The part that is wrong.</param>
/// <param name="Position">Where it begins, counted from 1; for a wrong length the number of characters found.</param>
/// <param name="Expected">For a wrong check digit the right one, else null.</param>
public readonly record struct ResidentIdError(ResidentIdPart Part, int Position, char? Expected = null)
{
    /// <summary>The error in Chinese, with the remedy.</summary>
    public string ToChinese() => Part switch
    {
        ResidentIdPart.Length => Text($"身份证号码应为18位（旧号15位），现在是{Position}位，请核对。"),
        ResidentIdPart.Character => Text($"第{Position}位不能是这个字符：号码只用数字，末位可以是X。"),
        ResidentIdPart.Division => "前两位不是省级地区代码，请核对开头几位。",
        ResidentIdPart.Date => Text($"从第{Position}位起的出生日期不存在，请核对年月日。"),
        _ => Text($"末位校验码不符，按前17位应为{Expected}，请核对整个号码。"),
    };

    /// <summary>The error in English, with the remedy.</summary>
    public override string ToString() => Part switch
    {
        ResidentIdPart.Length => Text($"An identity number has 18 characters (an old one 15), this has {Position}; compare it with the card."),
        ResidentIdPart.Character => Text($"Character {Position} may not stand there: use digits only, and X at most as the last."),
        ResidentIdPart.Division => "The first two digits are no province; check how the number begins.",
        ResidentIdPart.Date => Text($"The birth date from character {Position} does not exist; check year, month and day."),
        _ => Text($"The check digit does not fit: the first 17 digits call for {Expected}; compare the whole number."),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
