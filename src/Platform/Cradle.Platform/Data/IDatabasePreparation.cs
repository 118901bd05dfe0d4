using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Cradle.Platform.Data;

/// <summary>What a provider has to do before the migrations run, and after them, on one open connection.</summary>
public interface IDatabasePreparation
{
    Task PrepareAsync(DatabaseFacade database, CancellationToken cancellationToken);

    /// <summary>Gives back what <see cref="PrepareAsync"/> took, also when a migration failed.</summary>
    Task ReleaseAsync(DatabaseFacade database);
}
