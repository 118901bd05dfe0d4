using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Governance.Papers;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Research;

/// <summary>A study as it is proposed.</summary>
/// <param name="Title">What is studied.</param>
/// <param name="Institute">Who studies it.</param>
/// <param name="DataAsked">The data asked for, one column a line.</param>
/// <param name="Due">The day by which the contract wants the report.</param>
public sealed record TopicInput(string Title, string Institute, IReadOnlyList<string> DataAsked, DateOnly? Due = null);

/// <summary>Studies, the data they are given, and what became of them.</summary>
public sealed class ResearchService(PlatformDbContext database, MoveService moves, PaperService papers, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    /// <summary>Proposes a study. One that asks for data about persons is refused.</summary>
    public async Task<(Guid Topic, LedgerError? Error)> ProposeAsync(DivisionCode division, TopicInput input, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (new[] { ("Title", input.Title), ("Institute", input.Institute) }.FirstOrDefault(field => string.IsNullOrWhiteSpace(field.Item2) || field.Item2.Length > TrackedMapping.NameLength) is { Item1: { } field })
        {
            return (Guid.Empty, new LedgerError.Invalid(field, Say($"请填写，1 到 {TrackedMapping.NameLength} 字。", $"Fill this in, in 1 to {TrackedMapping.NameLength} characters.")));
        }

        if (input.Due < ChinaTime.Today(time))
        {
            return (Guid.Empty, new LedgerError.Invalid("DueOn", Say($"合同期限 {input.Due:yyyy-MM-dd} 已经过了，请填今天或以后的日期。", $"The contract's day {input.Due:yyyy-MM-dd} is over; name today or a later day.")));
        }

        if (DataRelease.PersonalColumns(input.DataAsked) is { Count: > 0 } personal)
        {
            return (Guid.Empty, new LedgerError.Invalid("DataAsked", Say($"研究只能要汇总数据，请去掉：{string.Join('、', personal)}", $"A study is given totals; leave out: {string.Join(", ", personal)}")));
        }

        var topic = new ResearchTopic
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Title = input.Title.Trim(), Institute = input.Institute.Trim(), DataAsked = string.Join('\n', input.DataAsked), Due = input.Due, LastMovedBy = process.Current.Actor.Id,
        };
        database.Add(topic);
        audit.Record("proposed", topic.AuditSubject);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (topic.Id, null);
    }

    /// <summary>Gives data to a study; a table that names persons is refused, small counts are put out of sight. What was given is kept with the study, what it was made from is not.</summary>
    public async Task<(Table? Table, LedgerError? Error)> ReleaseAsync(Guid id, Table table, int smallest, CancellationToken cancellationToken = default)
    {
        if (smallest < 1)
        {
            return (null, new LedgerError.Invalid("Smallest", Say("请填能公开的最小数，从1起。", "Enter the smallest count that may be told, from 1.")));
        }

        if (DataRelease.PersonalColumns(table) is { Count: > 0 } personal)
        {
            return (null, new LedgerError.Invalid("Papers", Say($"请去掉含个人信息的栏：{string.Join('、', personal)}", $"Leave out the columns that name persons: {string.Join(", ", personal)}")));
        }

        var given = DataRelease.Suppress(table, smallest);
        var headings = Enumerable.Range(0, given.Columns).Select(column => given[0, column]).ToList();
        var sheet = new Sheet("数据", headings, [.. Enumerable.Range(1, given.Rows - 1).Select(row => (IReadOnlyList<object?>)[.. Enumerable.Range(0, given.Columns).Select(column => given[row, column])])]);
        var (upload, wrong) = UploadRule.Tables.Check($"数据-{ChinaTime.Today(time):yyyyMMdd}.xlsx", Workbook.Write(sheet));
        if (upload is null)
        {
            throw new InvalidOperationException($"The table that was written is refused: {wrong}.");
        }

        var error = await MoveAsync(id, TopicAction.GiveData, topic => topic.Released = string.Join('\n', headings), [upload], cancellationToken);
        return error is null ? (given, null) : (null, error);
    }

    /// <summary>Any step; the change names the report, or the rule it led to.</summary>
    public async Task<LedgerError?> MoveAsync(Guid id, TopicAction action, Action<ResearchTopic>? change = null, IReadOnlyList<Upload>? files = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<ResearchTopic>().SingleOrDefaultAsync(topic => topic.Id == id, cancellationToken) is not { } topic)
        {
            return new LedgerError.Missing();
        }

        // the contract's day stands until the report is there
        var limit = topic.Due is { } due && action is TopicAction.Approve or TopicAction.GiveData ? new TimeLimit.LastDay(due) : null;
        change?.Invoke(topic);
        await papers.KeepAsync(topic.AuditSubject, topic.Division, null, files, cancellationToken);
        return await moves.MoveAsync(ResearchTopicLifecycle.Table, topic, action, topic.Version, null, limit, cancellationToken);
    }
}
