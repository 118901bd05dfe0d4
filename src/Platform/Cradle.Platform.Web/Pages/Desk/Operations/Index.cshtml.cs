using System.Globalization;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Cradle.Platform.Telemetry;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.Desk.Operations;

/// <summary>How this node and what it shares with others are doing: first what is wrong, then folded what waits, requests, moves, deliveries, jobs. It shows no case and no person.</summary>
[RequirePermission(PlatformPermissions.Operations)]
public sealed class IndexModel(PlatformDbContext database, Backlog backlog, Measures measures, JobBoard jobs) : PageModel
{
    private const int MostRoutes = 40;
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(5);

    public Backlog.Reading Waiting { get; private set; } = null!;

    /// <summary>How long the oldest message has waited.</summary>
    public TimeSpan? WaitingFor => Waiting.At - Waiting.Oldest;

    /// <summary>Jobs, those that failed here first.</summary>
    public IReadOnlyList<JobBoard.Standing> Jobs { get; private set; } = [];

    public IReadOnlyList<JobBoard.Node> Nodes { get; private set; } = [];

    public MeasuredSeries? Evaluations => Of("cradle.evaluation.duration").SingleOrDefault();

    /// <summary>Requests by route, method and status; what failed here stands first.</summary>
    public MeasuredTable Requests => Table(Wording.Say("请求", "Requests"), "cradle.request.duration", isTimed: true, series => IsServerError(series.Tags[2]),
        Wording.Say("路径", "Route"), Wording.Say("方法", "Method"), Wording.Say("状态", "Status"));

    /// <summary>Moves by lifecycle, action and outcome.</summary>
    public MeasuredTable Moves => Table(Wording.Say("流转", "Moves"), "cradle.lifecycle.moves", isTimed: false, _ => false,
        Wording.Say("状态机", "Lifecycle"), Wording.Say("动作", "Action"), Wording.Say("结果", "Outcome"));

    /// <summary>Deliveries by message and outcome.</summary>
    public MeasuredTable Deliveries => Table(Wording.Say("消息送达", "Deliveries"), "cradle.outbox.delay", isTimed: true, series => series.Tags[1] != "delivered", Wording.Say("消息", "Message"), Wording.Say("结果", "Outcome"));

    /// <summary>Requests to partners by name and status; without an answer the status is 0.</summary>
    public MeasuredTable Partners => Table(Wording.Say("对其他部门系统的请求", "Requests to other systems"), "cradle.connector.duration", isTimed: true, series => series.Tags[1] == "0" || IsServerError(series.Tags[1]),
        Wording.Say("对方", "Partner"), Wording.Say("状态", "Status"));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await backlog.ReadAsync(database, cancellationToken);
        Jobs = [.. (await jobs.ReadAsync(cancellationToken)).OrderByDescending(job => Runs(job.Name, "failed") > 0)];
        Nodes = await jobs.NodesAsync(cancellationToken);
    }

    /// <summary>Runs of a job on this node that ended so.</summary>
    public long Runs(string job, string outcome) => Of("cradle.job.duration").Where(one => one.Tags[0] == job && one.Tags[1] == outcome).Sum(one => one.Count);

    /// <summary>What somebody should look at, with where to.</summary>
    public IEnumerable<(string Text, string? Href)> Problems()
    {
        if (Waiting.Dead > 0)
            yield return (Wording.Say($"{Waiting.Dead} 条消息没送到，等人处理", $"{Waiting.Dead} messages were given up and wait for a person"), "~/desk/messages");
        if (WaitingFor > LongWait)
            yield return (Wording.Say($"最早的消息等了 {OperationsWords.Span(WaitingFor.Value)}", $"the oldest message has waited for {OperationsWords.Span(WaitingFor.Value)}"), null);
        foreach (var node in Nodes.Where(node => !node.IsAlive))
            yield return (Wording.Say($"节点 {node.Name} 没有回应", $"the node {node.Name} is silent"), "#nodes");
        foreach (var job in Jobs.Where(job => Runs(job.Name, "failed") > 0))
            yield return (Wording.Say($"{job.Name} 在本节点失败 {Runs(job.Name, "failed")} 次", $"{job.Name} failed {Runs(job.Name, "failed")} times on this node"), "#jobs");
        foreach (var table in new[] { Requests, Deliveries, Partners }.Where(table => table.Faults > 0))
            yield return (Wording.Say($"{table.Caption}：{table.Faults} 次有错", $"{table.Caption}: {table.Faults} with errors"), $"#{table.Id}");
    }

    private static bool IsServerError(string status) => int.Parse(status, CultureInfo.InvariantCulture) >= StatusCodes.Status500InternalServerError;

    private MeasuredTable Table(string caption, string instrument, bool isTimed, Func<MeasuredSeries, bool> isFault, params IReadOnlyList<string> columns)
    {
        var rows = Of(instrument);
        return new MeasuredTable(instrument.Split('.')[1], caption, columns, [.. rows.OrderByDescending(isFault).Take(MostRoutes)], isTimed, rows.Where(isFault).Sum(series => series.Count));
    }

    private IReadOnlyList<MeasuredSeries> Of(string instrument) => measures.Tally.Of(instrument);
}
