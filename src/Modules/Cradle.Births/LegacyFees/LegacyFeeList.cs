using Cradle.Births.Cases;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.LegacyFees;

/// <summary>A person whom a decision names.</summary>
public sealed record LegacyFeePerson(string Name, string IdNumber);

/// <summary>A row of the list as it is to be kept.</summary>
public sealed record LegacyFeeRow(string DecisionNumber, DateOnly DecidedOn, LegacyFeePerson Person, LegacyFeePerson? Other, int Birth, Money Decided, Money Collected, string? Enforcement);

/// <summary>The list of old cases as Excel or CSV: its columns, and which of its rows can be kept.</summary>
public static class LegacyFeeList
{
    /// <summary>What the import is called where rows are kept apart.</summary>
    public const string Kind = "births.legacy-fees";

    /// <summary>What a finding is about that tells of somebody trying to open what may not be opened any more.</summary>
    public const string NewCase = "立案";

    private const string Number = "决定书文号";
    private const string Day = "决定日期";
    private const string Person = "当事人姓名";
    private const string PersonId = "身份证号";
    private const string Other = "另一当事人";
    private const string OtherId = "另一当事人身份证号";
    private const string Birth = "决定书所写孩次";
    private const string Decided = "决定金额（元）";
    private const string Collected = "已收金额（元）";
    private const string Enforcement = "执行情况";

    // Nothing that a decision could say; beyond it the sums of a place would not hold.
    private static readonly Money Beyond = Money.FromYuan(1_000_000_000);

    /// <summary>The list of a place, by what its rule says of the end of the fee.</summary>
    public static ImportSpec<LegacyFeeRow> Of(DivisionCode division, FeeAbolition abolition) => new(Kind, "社会抚养费旧案",
    [
        new(Number, Required: true) { Note = "照决定书", Example = "长南计征〔2018〕12号" }, new(Day, Required: true) { Note = $"{Wording.Iso(abolition.On)} 以前", Example = "2018-05-02" },
        new(Person, Required: true) { Example = "样例当事人" }, new(PersonId, Required: true) { Note = "18 位" },
        new(Other) { Note = "决定书写了夫妻两人的，第二个人填这里", Example = "样例配偶" }, new(OtherId) { Note = "18 位；和另一当事人一起填，或者都空着" }, new(Birth, Required: true) { Note = "数字，照决定书", Example = "3" },
        new(Decided, Required: true) { Note = "数字", Example = "40000" }, new(Collected, Required: true) { Note = "没有收的写 0", Example = "25000" }, new(Enforcement) { Example = "未申请执行" },
    ], row => Read(row, abolition), row => [division.ToString(), row.DecisionNumber, Wording.Iso(row.DecidedOn), row.Person.Name, row.Person.IdNumber, $"{row.Birth}", $"{row.Decided}", $"{row.Collected}", row.Enforcement ?? "", .. row.Other is { } other ? [other.Name, other.IdNumber] : Array.Empty<string>()]);

    private static LegacyFeeRow? Read(ImportRow row, FeeAbolition abolition)
    {
        foreach (var column in new[] { Number, Person, Other, Enforcement }.Where(column => FreeText.Problem(column, row.Text(column)) is not null))
            row.Refuse(column, "这里写了证件号码或手机号：去掉。", "This holds an identity or mobile number: leave it out.");
        var (number, day, person, id, other, otherId) = (row.Text(Number, LegacyFeeCase.NumberLength), row.Day(Day), row.Text(Person), row.Id(PersonId), row.Text(Other), row.Id(OtherId));
        if (number is null || row.Text(Day) is null)
            row.Refuse(NewCase, $"没有立案或没有作出决定的不受理、不处理（{string.Join("、", abolition.Cites)}）：删去这一行。", $"What was never investigated or decided is not taken up ({string.Join(", ", abolition.Cites)}): delete the row.");
        else if (day >= abolition.On)
            row.Refuse(NewCase, $"{Wording.Iso(abolition.On)} 起不再征收，不能有之后的决定：删去这一行并查明来由。", $"Nothing is levied since {Wording.Iso(abolition.On)}; a later decision can't be: delete the row and find out how it came about.");
        if (other is null != row.Text(OtherId) is null)
            row.Refuse(other is null ? Other : OtherId, "另一当事人的姓名和身份证号要么都填，要么都空着。", "Enter both name and identity number of the other person, or neither.");
        else if (otherId is not null && otherId == id)
            row.Refuse(OtherId, "两个当事人是同一个身份证号：核对，只有一个人的空着。", "Both persons have one identity number: check it, and leave it empty where there is one person.");
        if (day <= id?.BirthDate || day <= otherId?.BirthDate)
            row.Refuse(Day, "决定日期在当事人出生之前：核对日期和身份证号。", "The decision is older than the person: check the day and the identity number.");
        var birth = row.Number(Birth);
        if (birth is < 1 or > 20)
            row.Refuse(Birth, "孩次写成数字，照决定书。", "Write the birth as a number, as the decision has it.");
        var (decided, collected) = (row.Yuan(Decided), row.Yuan(Collected));
        if (decided <= Money.Zero || collected < Money.Zero)
            row.Refuse(Decided, "金额写成数字，单位元，比如 40000。", "Write sums as numbers in yuan, such as 40000.");
        else if (decided >= Beyond || collected >= Beyond)
            row.Refuse(Decided, "金额太大，不会是一件的：核对位数，单位是元。", "It is too much for one case: check the digits; it is in yuan.");
        else if (collected > decided)
            row.Refuse(Collected, $"已收 {collected} 元多于决定 {decided} 元：核对票据。", $"Collected {collected} is more than the decided {decided} yuan: check the receipts.");
        return number is not null && day is { } decidedOn && person is not null && id is { } known && birth is { } order && decided is { } amount && collected is { } paid
            ? new(LegacyFeeCase.NumberOf(number), decidedOn, new(person, known.Number), other is not null && otherId is { } second ? new(other, second.Number) : null, (int)order, amount, paid, row.Text(Enforcement, LegacyFeeCase.TextLength)) : null;
    }
}
