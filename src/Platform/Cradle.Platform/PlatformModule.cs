using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Drafts;
using Cradle.Platform.Files;
using Cradle.Platform.Health;
using Cradle.Platform.Jobs;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Platform.Submissions;
using Cradle.Platform.Tables;
using Cradle.Platform.Telemetry;
using Cradle.Primitives;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform;

/// <summary>What modules share. A provider (Cradle.Platform.Sqlite or .PostgreSql) has to be added beside it.</summary>
public static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, Action<PlatformOptions> configure)
    {
        services.AddOptions<PlatformOptions>().Configure(configure).Validate(
            options => Path.IsPathRooted(options.State), "Cradle:State has to name a folder by its full path.").ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        AddKeys(services);
        services.AddSingleton<ProtectedText>();
        services.AddSingleton(StorageFault.OfDisk);
        services.AddSingleton(WriteCollision.OfVersion);
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobBoard>();
        services.AddMetrics();
        services.AddSingleton<Backlog>();
        services.AddSingleton<Measures>();
        services.AddJob<BacklogJob>("platform.backlog", BacklogJob.Every, atStart: true);
        services.AddSingleton<LookupIndex>();

        // First of all hosted services: nothing may ask a database that is not there yet.
        services.AddHostedService<DatabaseStartup>();

        services.AddOptions<DraftOptions>();
        services.AddScoped<DraftStore>();
        services.AddJob<DraftSweepJob, DraftOptions>("platform.draft-sweep", options => options.SweepEvery, atStart: true);
        services.AddOptions<FileStoreOptions>();
        services.AddSingleton<FileVault>();
        services.AddScoped<FileStore>();
        services.AddJob<FileSweepJob, FileStoreOptions>("platform.file-sweep", options => options.SweepEvery);
        AddProcesses(services);
        ConnectorRegistration.Add(services);
        AddAccounts(services);
        PlatformRecords.AddNames(services);
        return services;
    }

    // What a module needs to change anything: who acts, the audit log, the moves of a lifecycle, messages and receipts.
    private static void AddProcesses(IServiceCollection services)
    {
        services.AddScoped<ProcessScope>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditVerifier>();
        services.AddScoped<ViewLog>();
        services.AddScoped<RecordNames>();
        services.AddSingleton<FieldKeyRing>();
        services.AddScoped<FieldVault>();
        services.AddScoped<FieldRotation>();
        services.AddSingleton<AuditCheckpoints>();
        services.AddJob<AuditCheckpointJob>("platform.audit-checkpoint", AuditCheckpointJob.Every);
        services.AddSingleton(provider => WorkCalendar.Load(Path.Combine(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.Data, "calendar", "work-calendar.csv")));
        services.AddSingleton(provider => DivisionCatalogue.Load(Path.Combine(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.Data, "divisions")));
        services.AddScoped<LifecycleMover>();
        services.AddScoped<SubmitOnce>();
        services.AddScoped<ImportService>();
        services.AddScoped<TableExport>();
        services.AddScoped<PrintRegister>();
        services.AddOptions<DeadlineOptions>();
        services.AddSingleton<CalendarGap>();
        services.AddScoped<DeadlineWatch>();
        services.AddJob<DeadlineJob, DeadlineOptions>("platform.deadlines", options => options.LookEvery);
        services.AddScoped<Notifier>();
        services.TryAddSingleton<INoticeChannel, FileDropChannel>();
        services.AddMessage<NoticeGiven>("platform.notice-given.v1");
        services.AddMessageHandler<NoticeGiven, NoticeHandler>("platform.notice-channels");
        services.AddOptions<OutboxOptions>();
        services.AddSingleton(provider => new MessageCatalogue(provider.GetServices<MessageName>(), provider.GetServices<MessageRoute>()));
        services.AddSingleton<MessageIds>();
        services.AddScoped<Outbox>();
        services.AddScoped<DeadLetters>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<KeysHealth>("keys").AddCheck<MessagesHealth>("messages").AddCheck<CalendarHealth>("calendar");
        services.AddSingleton<OutboxDispatcher>();
        services.AddJob<OutboxJob, OutboxOptions>("platform.outbox", options => options.PollEvery, atStart: true);
    }

    // Who may do what: accounts, grants, and the permissions that modules declare.
    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
            identity.Password = new PasswordOptions { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };   // PasswordRules says more
            identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
        })
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddTokenProvider<TimeCodeProvider>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddPermissions(PlatformPermissions.All);
        services.AddSingleton(provider => new PermissionCatalogue(provider.GetServices<Permission>()));
        services.AddScoped<AccountAuthorities>();
        services.AddScoped<PermissionHolders>();
        services.AddScoped<AccountService>();
        services.AddScoped<GrantService>();
        services.AddScoped<CredentialResetService>();
        services.AddScoped<FirstAdministrators>();
        services.AddScoped<ContactService>();
        services.AddScoped<PhoneRegistration>();
        services.AddMessage<PhoneCodeAsked>("platform.phone-code-asked.v1");
        services.AddMessageHandler<PhoneCodeAsked, PhoneCodeSender>("platform.phone-code-sender");
        services.AddJob<PhoneProofSweepJob>("platform.phone-proof-sweep", PhoneProofSweepJob.Every);
    }

    // The keys stand in a folder and not in the database, so that a copy of the database alone opens nothing.
    // Several nodes share the folder.
    private static void AddKeys(IServiceCollection services)
    {
        var keys = services.AddDataProtection().SetApplicationName("Cradle");
        keys.Services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<PlatformOptions>, ILoggerFactory>((management, options, logging) => management.XmlRepository = new DataProtectionKeys(KeyFolder.Make(options.Value.KeysFolder), logging));
        // what guards the keys is their folder, which KeyFolderCheck looks at: the framework's warning that they are not encrypted a second time says nothing to do
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddHostedService<KeyFolderCheck>();
    }
}
