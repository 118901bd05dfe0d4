using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Submissions;

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        builder.HasKey(submission => submission.Key);
        builder.Property(submission => submission.Key).ValueGeneratedNever();
        builder.Property(submission => submission.Kind).HasMaxLength(Submission.KindLength);
        builder.Property(submission => submission.Receipt).HasMaxLength(Submission.ReceiptLength);
        builder.Property(submission => submission.Href).HasMaxLength(Submission.HrefLength);
        builder.HasIndex(submission => submission.Receipt).IsUnique();
        builder.HasIndex(submission => submission.SubjectId);
    }
}
