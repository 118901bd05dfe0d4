using Cradle.Platform.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Data;

/// <summary>The database of the platform. One model; migrations stand in an assembly for each provider.</summary>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : DbContext(options)
{
    public DbSet<Draft> Drafts => Set<Draft>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlatformDbContext).Assembly);
        SnakeCase.Apply(modelBuilder.Model);
    }
}
