using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Research;

internal sealed class ResearchMapping : IEntityTypeConfiguration<ResearchTopic>
{
    public void Configure(EntityTypeBuilder<ResearchTopic> builder)
    {
        builder.MapTracked<ResearchTopic, TopicState>("ResearchTopics");
        builder.Property(topic => topic.Title).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(topic => topic.Institute).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(topic => topic.DataAsked).HasMaxLength(TrackedMapping.TextLength);
        builder.HasIndex(topic => topic.Division);
        builder.Property(topic => topic.Report).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(topic => topic.Released).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(topic => topic.UsedIn).HasMaxLength(TrackedMapping.NameLength);
    }
}
