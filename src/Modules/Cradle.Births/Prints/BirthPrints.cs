using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.LegacyFees;
using Cradle.Births.Promises;
using Cradle.Births.Registrations;
using Cradle.Platform.Prints;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Prints;

/// <summary>What the papers of newborn cases and registrations say. Their words are Chinese, as the law's are; a reader in English sees the same paper.</summary>
public sealed class BirthPrints(DivisionCatalogue divisions, ProtectedForms forms)
{
    public const string Receipt = "births.receipt";
    public const string Notice = "births.notice";
    public const string Promise = "births.promise";
    public const string Certificate = "births.certificate";
    public const string FeeNotice = "births.fee-notice";

    /// <summary>That a form was received.</summary>
    public PrintContent ReceiptOf(JointCase one) => new(Receipt, "出生一件事受理回执", "Receipt of a newborn's form", one.Id, one.Division, [.. Head(one), new("收到", "Received", Wording.Iso(ChinaTime.DayOf(one.Created)))]);

    /// <summary>What was sent back or refused, and why; null where nothing was.</summary>
    public PrintContent? NoticeOf(JointCase one, IReadOnlyList<CaseItem> items)
    {
        var turnedDown = items.Where(item => item.State is ItemState.Returned or ItemState.Refused).ToList();
        var isCorrection = one.State == CaseState.NeedsCorrection;
        if (!isCorrection && one.State != CaseState.Rejected && turnedDown.Count == 0)
            return null;
        var lines = Head(one).ToList();
        if (one.State is CaseState.NeedsCorrection or CaseState.Rejected && CaseWords.ReasonOf(one, forms.Read(one)) is { } reason)
            lines.Add(InWords("理由", "Reason", reason.Zh));
        foreach (var item in turnedDown)
        {
            var name = ServiceGraph.NameOf(item.Service);
            lines.Add(new(name.Zh, name.En, CaseWords.Of(item.State).Zh));
            lines.Add(InWords("理由和怎么办", "Reason and remedy", $"{item.Reason} {item.Remedy}".Trim()));
        }

        return isCorrection ? new(Notice, "一次告知书", "Notice of what is missing", one.Id, one.Division, lines)
            : turnedDown.TrueForAll(item => item.State == ItemState.Returned) && one.State != CaseState.Rejected ? new(Notice, "退回补正告知书", "Notice of return", one.Id, one.Division, lines)
            : new(Notice, "不予办理告知书", "Notice of refusal", one.Id, one.Division, lines);
    }

    /// <summary>That missing papers were promised, each by its day; null where none is awaited.</summary>
    public PrintContent? PromiseOf(JointCase one, IReadOnlyList<PaperPromise> promises)
    {
        var awaited = promises.Where(promise => promise.State is PromiseState.Made or PromiseState.Running).ToList();
        return awaited.Count == 0 ? null : new(Promise, "容缺受理承诺书", "Promise of a missing paper", one.Id, one.Division,
            [.. Head(one), .. awaited.SelectMany(promise => new PrintLine[] { new("暂缺材料", "Missing", CaseWords.Of(promise.Paper).Zh), new("承诺补交", "Promised by", Wording.Iso(promise.Until)) })]);
    }

    /// <summary>That a pregnancy or birth is registered.</summary>
    public PrintContent CertificateOf(ChildbearingRegistration one, RegistrationForm form)
    {
        var lines = new List<PrintLine>
        {
            new("登记编号", "Registration", one.Number), Named("姓名", "Name", form.Mother.Name), new("证件号", "Number of the paper", Masked.Of(FieldKind.IdNumber, form.Mother.IdNumber).ToString()),
        };
        if (form.OtherParent is { } other)
            lines.Add(Named("另一位家长", "Other parent", other.Name));
        lines.Add(form.BornOn is null ? new("预产期", "Expected", Wording.Iso(one.ChildDate)) : new("出生日期", "Born", Wording.Iso(one.ChildDate)));
        lines.Add(new("登记日期", "Registered on", Wording.Iso(ChinaTime.DayOf(one.Created))));
        lines.Add(new("归属地", "Belongs to", NameOf(one.Division)));
        lines.Add(new("办理地", "Filed at", NameOf(one.FiledAt)));
        return new(Certificate, "生育登记凭证", "Certificate of registration", one.Id, one.Division, lines);
    }

    /// <summary>What becomes of an old fee decision, for the persons concerned; null before that is settled.</summary>
    public PrintContent? FeeNoticeOf(LegacyFeeCase one, IReadOnlyList<(string Name, Masked IdNumber)> persons) => one is not { HasNotice: true, Disposal: { } disposal } ? null
        : new(FeeNotice, "社会抚养费旧案处理告知书", "Notice of what becomes of an old fee decision", one.Id, one.Division,
        [
            new("决定书文号", "Decision", one.DecisionNumber), new("决定日期", "Decided on", Wording.Iso(one.DecidedOn)),
            Named("当事人", "Person", persons[0].Name), new("证件号", "Number of the paper", persons[0].IdNumber.ToString()),
            .. persons.Skip(1).SelectMany(other => new[] { Named("另一当事人", "Other person", other.Name), new("另一当事人证件号", "Number of the other person's paper", other.IdNumber.ToString()) }),
            new("决定金额（元）", "Decided (yuan)", one.Decided.ToString()), new("已收金额（元），不退", "Collected (yuan), not refunded", one.Collected.ToString()), new("处理", "Disposal", LegacyFeeWords.Of(disposal).Zh), new("不再收（元）", "No longer collected (yuan)", one.Waived.ToString()),
            new("依据", "Basis", one.Basis ?? ""),
        ]);

    private IEnumerable<PrintLine> Head(JointCase one) =>
    [
        new("受理编号", "Case", one.Number), new("孩子", "Child", one.Babies > 1 ? $"{Wording.Iso(one.BirthDate)} 出生，第 {one.Order} 个" : $"{Wording.Iso(one.BirthDate)} 出生"),
        new("受理地", "Belongs to", NameOf(one.Division)),
    ];

    private static PrintLine Named(string zh, string en, string name) => new(zh, en, name) { Shown = Masked.OfName(name).ToString() };

    // Free words may name somebody; how many there are tells whether one was changed.
    private static PrintLine InWords(string zh, string en, string text) => new(zh, en, text) { Shown = $"（{text.Length} 字，见文书）" };

    private string NameOf(DivisionCode code) => divisions.FullNameZh(code) ?? code.ToString();
}
