using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Cradle.Platform.Telemetry;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.Desk.Operations;

/// <summary>How this node and what it shares with others are doing: what waits, requests, moves, deliveries, jobs. It shows no case and no person.</summary>
[RequirePermission(PlatformPermissions.Operations)]
public sealed class IndexModel(PlatformDbContext database, Backlog backlog, Measures measures, JobBoard jobs) : PageModel
{
    private const int MostRoutes = 40;

    public Backlog.Reading Waiting { get; private set; } = null!;

    public IReadOnlyList<JobBoard.Standing> Jobs { get; private set; } = [];

    public IReadOnlyList<JobBoard.Node> Nodes { get; private set; } = [];

    /// <summary>Requests by route, method and status.</summary>
    public IReadOnlyList<MeasuredSeries> Requests => [.. Of("cradle.request.duration").Take(MostRoutes)];

    public MeasuredSeries? Evaluations => Of("cradle.evaluation.duration").SingleOrDefault();

    /// <summary>Moves by lifecycle, action and outcome.</summary>
    public IReadOnlyList<MeasuredSeries> Moves => Of("cradle.lifecycle.moves");

    /// <summary>Deliveries by message and outcome.</summary>
    public IReadOnlyList<MeasuredSeries> Deliveries => Of("cradle.outbox.delay");

    /// <summary>Requests to partners by name and status.</summary>
    public IReadOnlyList<MeasuredSeries> Partners => Of("cradle.connector.duration");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await backlog.ReadAsync(database, cancellationToken);
        Jobs = await jobs.ReadAsync(cancellationToken);
        Nodes = await jobs.NodesAsync(cancellationToken);
    }

    /// <summary>Runs of a job on this node that ended so.</summary>
    public long Runs(string job, string outcome) => Of("cradle.job.duration").Where(one => one.Tags[0] == job && one.Tags[1] == outcome).Sum(one => one.Count);

    private IReadOnlyList<MeasuredSeries> Of(string instrument) => measures.Tally.Of(instrument);
}
