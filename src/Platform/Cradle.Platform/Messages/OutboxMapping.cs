using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Messages;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Name).HasMaxLength(OutboxMessage.NameLength);
        builder.Property(message => message.Process).HasMaxLength(ProcessContext.NameLength);
        builder.Property(message => message.State).HasConversion<string>().HasMaxLength(12);
        builder.Property(message => message.LastError).HasMaxLength(OutboxMessage.ErrorLength);
        builder.Property(message => message.TraceParent).HasMaxLength(OutboxMessage.TraceParentLength);
        builder.Property(message => message.TakenBy).HasMaxLength(OutboxMessage.NodeLength);
        builder.HasIndex(message => new { message.State, message.NotBefore });
        builder.HasIndex(message => message.SubjectId);
    }

    public void Configure(EntityTypeBuilder<InboxEntry> builder)
    {
        builder.ToTable("InboxEntries");
        builder.HasKey(entry => new { entry.MessageId, entry.Handler });
        builder.Property(entry => entry.Handler).HasMaxLength(InboxEntry.HandlerLength);
    }
}
