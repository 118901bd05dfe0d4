using Cradle.Births.Cases;
using Cradle.Platform.Tables;
using Cradle.Primitives;

namespace Cradle.Births.Registrations;

/// <summary>Declarations of several families in one table, as a worker brings them back from visits.</summary>
public static class RegistrationList
{
    private const string Mother = "姓名";
    private const string MotherId = "身份证号";
    private const string Household = "户籍地代码";
    private const string DueOn = "预产期";
    private const string BornOn = "出生日期";
    private const string Residence = "常住地代码";
    private const string Phone = "手机号";
    private const string Other = "另一位家长姓名";
    private const string OtherId = "另一位家长身份证号";
    private const string Consent = "本人同意代办";
    private static readonly string[] Yes = ["是", "同意", "yes"];

    /// <summary>The list, with a row checked as the form at a counter is.</summary>
    public static ImportSpec<RegistrationForm> On(DateOnly today) => new("births.registrations", "生育登记批量代办",
    [
        new(Mother, Required: true) { Note = "怀孕或生孩子的人", Example = "样例母亲" }, new(MotherId, Required: true) { Note = "18 位；护照、通行证的逐份登记" }, new(Household) { Note = "六位，可不填", Example = "220104" },
        new(DueOn) { Note = "还没出生的填", Example = "2026-09-20" }, new(BornOn) { Note = "已经出生、补办的填", Example = "2026-02-20" }, new(Residence, Required: true) { Note = "六位", Example = "220104" },
        new(Phone, Required: true) { Note = "11 位" }, new(Other) { Note = "可不填，不影响登记" }, new(OtherId), new(Consent, Required: true) { Note = "问过本人，写 是", Example = "是" },
    ], row => Read(row, today), form => [form.Mother.IdNumber, $"{form.ChildDate:yyyyMMdd}"]);

    private static RegistrationForm? Read(ImportRow row, DateOnly today)
    {
        var (mother, id, residence, phone) = (row.Text(Mother), NumberIn(row, MotherId), row.Division(Residence), NumberIn(row, Phone));
        var (due, born, household, other, otherId) = (row.Day(DueOn), row.Day(BornOn), row.Division(Household), row.Text(Other), NumberIn(row, OtherId));
        var form = new RegistrationForm
        {
            Residence = residence ?? DivisionCode.Nation, Mother = new Person(mother ?? "", id ?? "", household), OtherParent = other is null && otherId is null ? null : new Person(other ?? "", otherId ?? "", null),
            Phone = phone ?? "", DueOn = due, BornOn = born, HasConsent = row.Text(Consent) is { } said && Yes.Contains(said),
        };
        // that a column is empty which has to be filled in is told of the table itself
        foreach (var problem in RegistrationCheck.Problems(form, today, isAtCounter: true).Where(problem => !IsRequired(ColumnOf(problem.Field)) || row.Text(ColumnOf(problem.Field)) is not null))
            row.Refuse(ColumnOf(problem.Field), $"{problem.Reason.Zh}{problem.Remedy.Zh}", $"{problem.Reason.En} {problem.Remedy.En}");
        return mother is null || id is null || residence is null || phone is null ? null : form;
    }

    private static string? NumberIn(ImportRow row, string column) => row.Text(column) is { } typed ? PlainText.Key(typed).ToUpperInvariant() : null;

    private static bool IsRequired(string column) => column is Mother or MotherId or Residence or Phone or Consent;

    private static string ColumnOf(string field) => field switch
    {
        "mother.name" => Mother,
        "mother.idNumber" => MotherId,
        "otherParent.name" => Other,
        "otherParent.idNumber" => OtherId,
        "phone" => Phone,
        "bornOn" => BornOn,
        "hasConsent" => Consent,
        _ => DueOn,
    };
}
