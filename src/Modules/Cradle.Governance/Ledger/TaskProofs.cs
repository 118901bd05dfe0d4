using Cradle.Governance.Figures;
using Cradle.Governance.Papers;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Primitives;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Ledger;

/// <summary>A proof that a unit hands in.</summary>
public sealed record ProofInput(string Unit, string Label, string Source)
{
    public IReadOnlyList<Upload> Files { get; init; } = [];
}

/// <summary>Adds proofs to a task, with the next save: files, documents by their number, figures of the system.</summary>
public sealed class TaskProofs(PlatformDbContext database, LiveCounts counts, PaperService papers, TimeProvider time)
{
    /// <summary>That no proof is taken any more: what a checker has seen whole stays whole.</summary>
    public static LedgerError? Closed(KeyTask task) => task.State is KeyTaskState.EvidenceChecked or KeyTaskState.ClosedOut
        ? new LedgerError.Invalid("Papers", Say("佐证已经核查完，要先退回或重新打开。", "The proofs were checked; the task has to be sent back or opened again first."))
        : null;

    /// <summary>Files.</summary>
    public async Task KeepAsync(KeyTask task, string unit, string label, IReadOnlyList<Upload>? files, CancellationToken cancellationToken, string source = "")
    {
        foreach (var file in await papers.KeepAsync(task.AuditSubject, task.Division, unit, files, cancellationToken))
        {
            Add(task, unit, EvidenceKind.File, label, source, file.Id);
        }
    }

    /// <summary>A document, named by its number or address.</summary>
    public void Refer(KeyTask task, string unit, string label, string source) => Add(task, unit, EvidenceKind.Reference, label, source);

    /// <summary>A figure that a module gives: its value now, with name and day.</summary>
    public async Task<LedgerError?> CountAsync(KeyTask task, string unit, string figure, CancellationToken cancellationToken)
    {
        if (await counts.FindAsync(figure, task.Division, cancellationToken) is not { } count)
        {
            return new LedgerError.Invalid("Figure", Say("现在没有这个数可取，请换一个或交文件。", "There is no such figure to take now; choose another or hand in a paper."));
        }

        Add(task, unit, EvidenceKind.LiveCount, $"{count.Figure.Zh}（{ChinaTime.Today(time):yyyy-MM-dd}）", count.Figure.Name, value: count.Value);
        return null;
    }

    // added to the context, not to the task: its key is set, and an unknown key found through a tracked entity is taken for a stored one
    private void Add(KeyTask task, string unit, EvidenceKind kind, string label, string source, Guid? file = null, decimal? value = null) => database.Add(new Evidence
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), TaskId = task.Id, Unit = unit, Kind = kind, Label = label, Source = source, Value = value, FileId = file, At = time.GetUtcNow(),
    });
}
