using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Prints;

internal sealed class PrintMapping : IEntityTypeConfiguration<IssuedPrint>
{
    public void Configure(EntityTypeBuilder<IssuedPrint> builder)
    {
        builder.ToTable("Prints");
        builder.HasKey(print => print.Id);
        builder.Property(print => print.Id).ValueGeneratedNever();
        builder.Property(print => print.Kind).HasMaxLength(IssuedPrint.KindLength);
        builder.Property(print => print.TitleZh).HasMaxLength(IssuedPrint.TextLength);
        builder.Property(print => print.TitleEn).HasMaxLength(IssuedPrint.TextLength);
        builder.Property(print => print.Number).HasMaxLength(IssuedPrint.NumberLength);
        builder.Property(print => print.Code).HasMaxLength(CheckCode.Length);
        builder.Property(print => print.Lines).HasMaxLength(IssuedPrint.LinesLength);
        builder.HasProtected(print => print.Content, IssuedPrint.ContentField, print => print.ContentIndex);
        builder.Ignore(print => print.IsInForce);
        builder.Ignore(print => print.AuditSubject);
        builder.HasIndex(print => print.Code).IsUnique();
        builder.HasIndex(print => new { print.SubjectId, print.Kind, print.Edition }).IsUnique();
    }
}
