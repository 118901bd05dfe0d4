using Cradle.Births.Cases;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Births.Promises;

internal sealed class PaperPromiseMapping : IEntityTypeConfiguration<PaperPromise>
{
    private const int PaperLength = 40;

    public void Configure(EntityTypeBuilder<PaperPromise> builder)
    {
        builder.MapLifecycle<PaperPromise, PromiseState>("BirthPromises");
        builder.Property(promise => promise.Paper).HasConversion<string>().HasMaxLength(PaperLength);
        builder.Property(promise => promise.Promiser).HasMaxLength(Actor.IdLength);
        builder.Property(promise => promise.SetBy).HasMaxLength(Actor.IdLength);
        builder.Property(promise => promise.KeptBy).HasMaxLength(Actor.IdLength);
        builder.Property(promise => promise.Reason).HasMaxLength(JointCase.TextLength);
        builder.HasIndex(promise => promise.CaseId);
        builder.HasIndex(promise => new { promise.State, promise.Until });
    }
}
