using Cradle.Platform.Access;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Lifecycles;

/// <summary>What the mappings of all entities with a lifecycle have in common.</summary>
public static class LifecycleMapping
{
    private const int StateLength = 40;
    private const int UnitLength = 60;

    /// <summary>Maps table, key, state, version, last mover and place of something with a lifecycle; lists are found by place and state.</summary>
    public static void MapLifecycle<TEntity, TState>(this EntityTypeBuilder<TEntity> builder, string table)
        where TEntity : class, IHasLifecycle<TState>, IInScope
        where TState : struct, Enum
    {
        builder.ToTable(table);
        builder.HasKey("Id");
        builder.Property<Guid>("Id").ValueGeneratedNever();
        builder.Property(entity => entity.State).HasConversion<string>().HasMaxLength(StateLength);
        builder.Property(entity => entity.Version).IsConcurrencyToken();
        builder.Property(entity => entity.LastMovedBy).HasMaxLength(Actor.IdLength);
        builder.Ignore(nameof(IHasLifecycle<TState>.AuditSubject));
        if (builder.Metadata.FindProperty(nameof(IInScope.Unit)) is not null)
            builder.Property(entity => entity.Unit).HasMaxLength(UnitLength);
        builder.HasIndex(nameof(IInScope.Division), nameof(IHasLifecycle<TState>.State));
    }
}
