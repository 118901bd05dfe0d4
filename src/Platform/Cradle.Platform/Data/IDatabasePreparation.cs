using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Cradle.Platform.Data;

/// <summary>What a provider has to do before the migrations run.</summary>
public interface IDatabasePreparation
{
    Task PrepareAsync(DatabaseFacade database, CancellationToken cancellationToken);
}
