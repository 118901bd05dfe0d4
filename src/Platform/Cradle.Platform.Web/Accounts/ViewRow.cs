using Cradle.Platform.Audit;

namespace Cradle.Platform.Web.Accounts;

/// <summary>One look at a person's data, in that person's words.</summary>
/// <param name="At">When, by the clock of China.</param>
/// <param name="Role">In which role, with place and unit; empty where it was no account.</param>
/// <param name="Name">Who, masked.</param>
/// <param name="Kind">What kind of record.</param>
/// <param name="Number">What the record is called; null where it is gone or has no number.</param>
/// <param name="Page">Where the person reads it.</param>
/// <param name="Seen">What of it was seen.</param>
/// <param name="Why">The reason that was given, or else the work in which it happened.</param>
public sealed record ViewRow(string At, string Role, string Name, string Kind, string? Number, string? Page, string Seen, string Why);

/// <summary>Puts the looks at somebody's data into words.</summary>
public sealed class ViewWords(AuditTerms terms, HeldRoleText roleText)
{
    public ViewRow Of(RecordedView view) => new(
        AuditWords.Time(view.Entry.At),
        string.Join(Wording.Say("、", ", "), view.Roles.Select(roleText.Of)),
        view.Name?.ToString() ?? AuditWords.Party(view.Entry),
        terms.Of(view.Subject.Type), view.Record?.Number, view.Record?.Page,
        Seen(view),
        view.Entry.Reason ?? Wording.Say($"办理：{terms.Of(view.Entry.Process)}", $"in the course of: {terms.Of(view.Entry.Process)}"));

    private string Seen(RecordedView view)
    {
        if (view.IsFile)
            return Wording.Say("交来的文件", "a file that was handed in");
        if (!view.IsWhole)
            return Wording.Say("内容，号码遮住", "the record, numbers masked");
        return AuditDetail.Of(view.Entry).Fields is { Count: > 0 } fields
            ? Wording.Say($"全文：{terms.Of(fields)}", $"whole: {terms.Of(fields)}")
            : Wording.Say("全文", "the whole of it");
    }
}
