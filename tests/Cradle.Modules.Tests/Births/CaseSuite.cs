using Cradle.Births;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Departments;
using Cradle.Entitlements.Newborns;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Connectors;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Processes;
using Cradle.Platform.Sqlite;
using Cradle.Platform.Tests;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Node = Cradle.Platform.Tests.Node;

namespace Cradle.Modules.Tests.Births;

/// <summary>Cases on one database, with a department that says what the test says and messages that are delivered when the test delivers them.</summary>
public abstract class CaseSuite(PostgreSqlServer? server) : IAsyncLifetime
{
    protected const string Family = "family-1";
    private const string PartnerName = "department";
    protected static readonly DivisionCode Changchun = DivisionCode.Parse("220104");
    protected static readonly DivisionCode Taiyuan = DivisionCode.Parse("140105");
    protected static readonly DivisionCode Lanzhou = DivisionCode.Parse("620102");

    // the packs are read once for all suites; they do not change
    private static readonly Lazy<PolicyLibrary> Policies = new(() => new PolicyLibrary(new PolicyOptions { Folder = Repository.PathOf("policies"), Data = Repository.PathOf("data") }, new MovedTime(Start)));

    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-births-");

    /// <summary>10 o'clock in Changchun on 2 March 2026.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private protected ManualTime Clock { get; } = new(Start);

    private protected ListeningDepartment Department { get; } = new();

    private protected Node Running { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (server is null)
            MigratedDatabase.PutInto(state.FullName);
        var connection = server is null ? null : await server.CreateMigratedDatabaseAsync();
        Running = await Node.StartAsync(
            services => _ = connection is null ? services.AddSqliteDatabase(InstalledModules.Mappings) : services.AddPostgreSqlDatabase(connection, InstalledModules.Mappings), state.FullName, Clock, more: services =>
            {
                services.AddBirths(new ConfigurationBuilder().Build());
                services.AddSingleton<INewbornPolicies>(new NewbornPolicies(Policies.Value));
                services.AddSingleton<IFeePolicies>(new FeePolicies(Policies.Value));
                services.Configure<OutboxOptions>(options => options.PollEvery = TimeSpan.FromDays(1000));
                services.Configure<ItemOptions>(options => (options.AskEvery, options.LookAtInsuranceEvery, options.LookAtPromisesEvery) = (TimeSpan.FromDays(1000), TimeSpan.FromDays(1000), TimeSpan.FromDays(1000)));
                services.Configure<ConnectorOptions>(options => options.Partners.Add(new Partner
                {
                    Name = PartnerName, Address = Department.Address, Keys = [new PartnerKey { Id = "births-1", Secret = new string('s', ConnectorOptions.SecretLength) }], Services = [.. ServiceGraph.All], Divisions = ["00"],
                }));
            });
    }

    public async ValueTask DisposeAsync()
    {
        if (Running is not null)
            await Running.DisposeAsync();
        Department.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        state.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A form as a family in Changchun fills it in, with one child born on 20 February 2026.</summary>
    protected static NewbornForm Form(DivisionCode? residence = null) => new()
    {
        Residence = residence ?? Changchun, Household = residence ?? Changchun, Birthplace = residence ?? Changchun, Hospital = "样例妇产医院", BirthDate = new DateOnly(2026, 2, 20),
        Mother = new Person("样例母亲", "220104199503040024", Changchun), Father = new Person("样例父亲", "220104199311200011", Changchun), Phone = "13800000000",
        Children = [new Newborn("样例宝宝", Sex.Female, "A260000001")],
    };

    /// <summary>The same for a child born in Japan, whose foreign certificate is still to come.</summary>
    protected static NewbornForm Abroad() => Form() with { Birthplace = null, Hospital = null, Country = "日本", ForeignPlace = "东京", Children = [new Newborn("样例宝宝", Sex.Female, null)] };

    /// <summary>The same for an adopted child, whose registration of the adoption is still to come.</summary>
    protected static NewbornForm Adopted() => Form() with { IsAdopted = true, Hospital = null, Children = [new Newborn("样例宝宝", Sex.Female, null)] };

    private protected async Task<T> AsAsync<T>(ActorKind kind, string who, string place, string[] permissions, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Running.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = new Actor(kind, who), Process = "tests.births", Correlation = Guid.CreateVersion7(Clock.GetUtcNow()),
            Division = kind == ActorKind.Citizen ? default : DivisionCode.Parse(place), Authority = Authority.Over(DivisionCode.Parse(place), permissions),
        });
        return await act(scope.ServiceProvider);
    }

    private protected Task<T> AsFamilyAsync<T>(Func<IServiceProvider, Task<T>> act, string who = Family) => AsAsync(ActorKind.Citizen, who, "00", [BirthsModule.Apply], act);

    private protected Task<T> AsOfficerAsync<T>(Func<IServiceProvider, Task<T>> act, string who = "officer-1", string place = "2201") =>
        AsAsync(ActorKind.Officer, who, place, [BirthsModule.Read, BirthsModule.Decide, BirthsModule.Supervise], act);

    private protected Task<(IReadOnlyList<JointCase> Cases, CaseError? Error)> TrySubmitAsync(NewbornForm form, Guid? key = null, string who = Family) =>
        AsFamilyAsync(services => services.GetRequiredService<CaseIntake>().SubmitAsync(key ?? Guid.NewGuid(), form, Stop), who);

    private protected async Task<JointCase> SubmitAsync(NewbornForm form, string who = Family)
    {
        var (cases, error) = await TrySubmitAsync(form, who: who);
        Assert.Null(error);
        return Assert.Single(cases);
    }

    private protected Task<JointCase> CaseAsync(Guid id) => InDatabaseAsync(database => database.Set<JointCase>().AsNoTracking().SingleAsync(one => one.Id == id, Stop));

    private protected async Task<CaseItem> ItemAsync(Guid caseId, string service) => (await ItemsAsync(caseId)).Single(item => item.Service == service);

    private protected Task<List<CaseItem>> ItemsAsync(Guid caseId) =>
        InDatabaseAsync(database => database.Set<CaseItem>().AsNoTracking().Where(item => item.CaseId == caseId).OrderBy(item => item.Place).ToListAsync(Stop));

    private protected async Task<string> StatesAsync(Guid caseId) => string.Join(' ', (await ItemsAsync(caseId)).Select(item => $"{item.Service}:{item.State}"));

    private protected async Task DeliverAsync()
    {
        while (await Running.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(Stop) > 0)
        {
            // until nothing is due
        }
    }

    /// <summary>An answer as it comes from the department, once its signature was found good.</summary>
    private protected Task<ConnectorReply> AnswerAsync(DepartmentAnswer answer, string? key = null) => AsAsync(ActorKind.Department, PartnerName, "00", [], async services =>
    {
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer, ConnectorJson.Options);
        var caller = new ConnectorCaller(PartnerName, key ?? $"{answer.Request:N}-{answer.Sequence}", SignedRequest.DigestOf(body));
        var (taken, error) = await services.GetRequiredService<ConnectorInbox>().TakeAsync(caller, async stop =>
            await services.GetRequiredService<ItemService>().ApplyAsync(PartnerName, answer, stop) is { } applied ? (200, new AnswerReceipt(applied)) : (400, (object)"malformed"), Stop);
        return taken is null ? new ConnectorReply(409, $"{error}") : new ConnectorReply(taken.Status, taken.Answer);
    });

    private protected DepartmentAnswer Answer(CaseItem item, int sequence, RequestState state) => new(
        item.Request, sequence, state, state == RequestState.Done ? $"NO-{item.Service}" : null, state is RequestState.Returned or RequestState.Refused ? "姓名与证明不一致" : null,
        state is RequestState.Returned or RequestState.Refused ? "改成证明上的姓名" : null, Clock.GetUtcNow());

    /// <summary>Lets a service be done, and what waited for it go out.</summary>
    private protected async Task DoneAsync(Guid caseId, params string[] services)
    {
        foreach (var service in services)
        {
            await DeliverAsync();
            var reply = await AnswerAsync(Answer(await ItemAsync(caseId, service), 9, RequestState.Done));
            Assert.True(reply.Succeeded && reply.Read<AnswerReceipt>().Applied, $"{service}: {reply.Status} {reply.Body}");
        }

        await DeliverAsync();
    }

    /// <summary>An account, as the name of its actor.</summary>
    private protected async Task<string> AccountAsync(string name) => $"{(await AsOfficerAsync(services => services.GetRequiredService<AccountService>().CreateAsync(name, name))).Account!.Id:N}";

    /// <summary>An account that holds a role in a place.</summary>
    private protected async Task<Guid> GrantedAsync(string name, Role role, string place)
    {
        var id = Guid.ParseExact(await AccountAsync(name), "N");
        await AsOfficerAsync(async services =>
        {
            var grant = new RoleGrant { Id = Guid.CreateVersion7(Clock.GetUtcNow()), AccountId = id, Role = role, Division = DivisionCode.Parse(place), State = GrantState.Active };
            services.GetRequiredService<PlatformDbContext>().Add(grant);
            services.GetRequiredService<AuditTrail>().Record("tests", grant.AuditSubject);
            return await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
        });
        return id;
    }

    private protected async Task<T> InDatabaseAsync<T>(Func<PlatformDbContext, Task<T>> act)
    {
        await using var scope = Running.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }

    private protected async Task<bool> AuditHoldsAsync()
    {
        await using var scope = Running.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop)).Holds;
    }
}
