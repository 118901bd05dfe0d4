using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests.Cases;

/// <summary>A suite around one small case and the message it sends.</summary>
public abstract class CaseSuite(TestDatabase database) : PlatformSuite(database)
{
    protected const string Decide = "leave.decide";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await InDatabaseAsync(LeaveCaseMapping.CreateTablesAsync);
    }

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<HandlerFaults>();
        services.AddMessage<LeaveApproved>("tests.leave-approved.v1");
        services.AddMessageHandler<LeaveApproved, TallyHandler>("tests.tally");
        // the tests deliver by hand, one batch at a time
        services.Configure<OutboxOptions>(options => options.PollEvery = TimeSpan.FromDays(1000));
    }

    private protected Task<Guid> NewCaseAsync(int days = 5) => AsOfficerAsync("wang", async services =>
    {
        var database = services.GetRequiredService<PlatformDbContext>();
        var leave = new LeaveCase { Id = Guid.CreateVersion7(Time.GetUtcNow()), Days = days };
        database.Add(leave);
        services.GetRequiredService<AuditTrail>().Record("opened", leave.AuditSubject);
        await database.SaveChangesAsync(Stop);
        return leave.Id;
    });

    /// <summary>Makes a move at the case's own version, in a request of its own, and saves it.</summary>
    private protected Task<MoveError?> MoveAsync(Guid id, LeaveAction action, string officer = "wang", string? reason = null, int? version = null, params string[] permissions) =>
        AsOfficerAsync(officer, async services =>
        {
            var database = services.GetRequiredService<PlatformDbContext>();
            var leave = await database.Set<LeaveCase>().SingleAsync(leave => leave.Id == id, Stop);
            var error = services.GetRequiredService<LifecycleMover>().Move(LeaveCase.Lifecycle, leave, action, version ?? leave.Version, reason);
            await database.SaveChangesAsync(Stop);
            return error;
        }, permissions);

    private protected async Task<Guid> ApprovedCaseAsync(int days = 5)
    {
        var id = await NewCaseAsync(days);
        Assert.Null(await MoveAsync(id, LeaveAction.Submit));
        Assert.Null(await MoveAsync(id, LeaveAction.Review, "li", permissions: Decide));
        Assert.Null(await MoveAsync(id, LeaveAction.Approve, "zhao", permissions: Decide));
        return id;
    }

    private protected Task<LeaveCase> CaseAsync(Guid id) => InDatabaseAsync(database => database.Set<LeaveCase>().AsNoTracking().SingleAsync(leave => leave.Id == id, Stop));

    private protected Task<AuditVerification> VerifyAsync() => Running.InScopeAsync(services => services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop));

    private protected Task<int> DeliverAsync() => Running.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(Stop);

    private protected void LetHandlerFail(int times) => Running.Services.GetRequiredService<HandlerFaults>().Left = times;

    /// <summary>How often the handler of this node still fails.</summary>
    internal sealed class HandlerFaults
    {
        public int Left { get; set; }
    }

    /// <summary>Keeps one tally a case; told to fail as often as the test says.</summary>
    internal sealed class TallyHandler(PlatformDbContext database, HandlerFaults faults) : IMessageHandler<LeaveApproved>
    {
        public async Task HandleAsync(LeaveApproved message, CancellationToken cancellationToken)
        {
            var tally = await database.Set<LeaveTally>().FindAsync([message.Id], cancellationToken);
            if (tally is null)
            {
                database.Add(new LeaveTally { Id = message.Id, Days = message.Days });
            }
            else
            {
                tally.Days += message.Days;
            }

            if (faults.Left > 0)
            {
                faults.Left--;
                throw new InvalidOperationException("told to fail: 王小明");
            }
        }
    }
}
