using Cradle.Governance.Ledger;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Papers;

/// <summary>What one unit hands in for a task is read by all units of the task: they report jointly, and one that does not lead may check.</summary>
public sealed class TaskReaders(PlatformDbContext database) : IFileReaders
{
    public string SubjectType => KeyTask.SubjectType;

    public async Task<IReadOnlyCollection<string>> UnitsAsync(Guid subject, CancellationToken cancellationToken = default) =>
        await database.Set<Assignment>().Where(assignment => assignment.TaskId == subject).Select(assignment => assignment.Unit).ToListAsync(cancellationToken);
}
