using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Ledger;

/// <summary>What all mappings of this module have in common.</summary>
internal static class TrackedMapping
{
    public const int WordLength = 40;
    public const int ActorLength = Actor.IdLength;
    public const int NameLength = 200;
    public const int TextLength = 4000;

    /// <summary>Key, version and place of something with a lifecycle.</summary>
    public static void MapTracked<TEntity, TState>(this EntityTypeBuilder<TEntity> builder, string table)
        where TEntity : Tracked<TState>
        where TState : struct, Enum
    {
        builder.MapLifecycle<TEntity, TState>(table);
        builder.Ignore(entity => entity.ActingUnit);
    }
}
