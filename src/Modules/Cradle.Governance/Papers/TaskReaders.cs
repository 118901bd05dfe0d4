using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Papers;

/// <summary>What one unit hands in for a task is read by all units of the task: they report jointly, and one that does not lead may check.</summary>
public sealed class TaskReaders(PlatformDbContext database, UnitService units, TimeProvider time) : IFileReaders
{
    public string SubjectType => KeyTask.SubjectType;

    public async Task<IReadOnlyCollection<string>> UnitsAsync(Guid subject, CancellationToken cancellationToken = default)
    {
        if (await database.Set<KeyTask>().AsNoTracking().Include(task => task.Assignments).SingleOrDefaultAsync(task => task.Id == subject, cancellationToken) is not { } task)
        {
            return [];
        }

        var directory = await units.DirectoryAsync(task.Division, cancellationToken);
        return [.. task.Assignments.SelectMany(assignment => directory.ActingFor(assignment.Unit, ChinaTime.Today(time)))];
    }
}
