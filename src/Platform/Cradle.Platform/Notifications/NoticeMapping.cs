using Cradle.Platform.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Notifications;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<Silence>
{
    private const int EnumLength = 20;

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.HasKey(notice => notice.Id);
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Topic).HasConversion<string>().HasMaxLength(EnumLength);
        builder.Property(notice => notice.TextZh).HasMaxLength(Notice.TextLength);
        builder.Property(notice => notice.TextEn).HasMaxLength(Notice.TextLength);
        builder.Property(notice => notice.Href).HasMaxLength(Notice.HrefLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(notice => notice.AccountId);
        builder.HasIndex(notice => new { notice.AccountId, notice.Id });
    }

    public void Configure(EntityTypeBuilder<Silence> builder)
    {
        builder.ToTable("Silences");
        builder.HasKey(silence => silence.Id);
        builder.Property(silence => silence.Id).ValueGeneratedNever();
        builder.Property(silence => silence.Reason).HasConversion<string>().HasMaxLength(EnumLength);
    }
}
