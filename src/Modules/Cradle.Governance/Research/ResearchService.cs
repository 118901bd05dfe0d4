using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Research;

/// <summary>Studies, the data they are given, and what became of them.</summary>
public sealed class ResearchService(PlatformDbContext database, MoveService moves, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    public async Task<Guid> ProposeAsync(DivisionCode division, string title, string institute, CancellationToken cancellationToken = default)
    {
        var topic = new ResearchTopic { Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Title = title, Institute = institute, LastMovedBy = process.Current.Actor.Id };
        database.Add(topic);
        audit.Record("proposed", topic.AuditSubject);
        await database.SaveChangesAsync(cancellationToken);
        return topic.Id;
    }

    /// <summary>Gives data to a study; a table that names persons is refused, small counts are put out of sight.</summary>
    public async Task<(Table? Table, LedgerError? Error)> ReleaseAsync(Guid id, Table table, int smallest, CancellationToken cancellationToken = default)
    {
        if (DataRelease.PersonalColumns(table) is { Count: > 0 } personal)
        {
            return (null, new LedgerError.Invalid("file", Say($"请去掉含个人信息的栏：{string.Join('、', personal)}", $"Leave out the columns that name persons: {string.Join(", ", personal)}")));
        }

        var error = await MoveAsync(id, TopicAction.GiveData, topic => topic.Released = string.Join('\n', Enumerable.Range(0, table.Columns).Select(column => table[0, column])), cancellationToken);
        return error is null ? (DataRelease.Suppress(table, smallest), null) : (null, error);
    }

    /// <summary>Any step; the change names the report, or the rule it led to.</summary>
    public async Task<LedgerError?> MoveAsync(Guid id, TopicAction action, Action<ResearchTopic>? change = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<ResearchTopic>().SingleOrDefaultAsync(topic => topic.Id == id, cancellationToken) is not { } topic)
        {
            return new LedgerError.Missing();
        }

        change?.Invoke(topic);
        return await moves.MoveAsync(ResearchTopicLifecycle.Table, topic, action, topic.Version, null, cancellationToken);
    }
}
