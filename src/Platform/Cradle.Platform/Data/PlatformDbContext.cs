using System.Reflection;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Drafts;
using Cradle.Platform.Messages;
using Cradle.Platform.Submissions;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Data;

/// <summary>
/// The database of the platform and of its modules. One model; migrations stand in an assembly for each provider.
/// A save writes changes, audit entries and messages in one transaction, and refuses a change that no entry speaks of.
/// </summary>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : DbContext(options)
{
    private readonly List<AuditRecord> records = [];

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<RoleGrant> Grants => Set<RoleGrant>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<Submission> Submissions => Set<Submission>();

    private WriterGate? Gate => (WriterGate?)this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService(typeof(WriterGate));

    /// <summary>Sets what does not depend on the provider; once for all contexts, since each request has one.</summary>
    /// <param name="options">The options of the provider.</param>
    /// <param name="modules">Assemblies whose mappings are part of the model beside the platform's own.</param>
    public static void Configure(DbContextOptionsBuilder options, IReadOnlyList<Assembly> modules)
    {
        // Who catches what a save threw knows whether it is a fault; the database's own line would show a lost race, which is made again, as an error with its stack.
        options.ConfigureWarnings(warnings => warnings.Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug)));
        ModuleMappings.AddTo(options, modules);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseUnrecordedChanges();
        if (records.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (Database.CurrentTransaction is not null)
        {
            return await SaveRecordedAsync(acceptAllChangesOnSuccess, null, cancellationToken);   // what has begun waits for nobody who waits for it
        }

        using var turn = Gate is { } gate ? await gate.EnterAsync(cancellationToken) : null;
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        try
        {
            // A transaction of its own is kept whole or not at all: savepoints would be four more trips to the server, two of them while all other writers wait.
            Database.AutoSavepointsEnabled = false;
            return await SaveRecordedAsync(acceptAllChangesOnSuccess, transaction, cancellationToken);
        }
        finally
        {
            Database.AutoSavepointsEnabled = true;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseUnrecordedChanges();
        return records.Count == 0
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new InvalidOperationException("What the audit log speaks of is saved by SaveChangesAsync.");
    }

    /// <summary>Forgets all that was to be saved, as after a save that failed.</summary>
    public void Forget()
    {
        records.Clear();
        ChangeTracker.Clear();
    }

    internal void Append(AuditRecord record) => records.Add(record);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<DivisionCode>().HaveConversion<DivisionConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlatformDbContext).Assembly);
        foreach (var module in this.GetService<IDbContextOptions>().FindExtension<ModuleMappings>()?.Assemblies ?? [])
        {
            modelBuilder.ApplyConfigurationsFromAssembly(module);
        }

        SnakeCase.Apply(modelBuilder.Model);
    }

    private async Task<int> SaveRecordedAsync(bool acceptAllChangesOnSuccess, IDbContextTransaction? own, CancellationToken cancellationToken)
    {
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        try
        {
            await AppendRecordsAsync(cancellationToken);
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }
        }
        catch
        {
            Forget();   // it counts as saved here and is not: nobody may save what is left of it
            throw;
        }

        records.Clear();
        return saved;
    }

    // Last, because the chain is what all writers share.
    private async Task AppendRecordsAsync(CancellationToken cancellationToken)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;   // the chain says itself what is to be saved, and all other writers wait meanwhile
        try
        {
            await AuditChain.AppendAsync(this, records, cancellationToken);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
            foreach (var entry in ChangeTracker.Entries().Where(entry => entry.Entity is AuditEntry or AuditHead).ToList())
            {
                entry.State = EntityState.Detached;
            }
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private void RefuseUnrecordedChanges()
    {
        foreach (var entry in ChangeTracker.Entries<IAudited>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !records.Exists(record => record.Subject == entry.Entity.AuditSubject))
            {
                throw new InvalidOperationException(
                    $"A change of {entry.Entity.AuditSubject.Type} has no audit entry; call AuditTrail.Record, or move it through its lifecycle.");
            }
        }
    }
}
