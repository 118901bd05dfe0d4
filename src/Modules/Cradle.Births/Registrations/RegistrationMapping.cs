using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Births.Registrations;

internal sealed class RegistrationMapping : IEntityTypeConfiguration<ChildbearingRegistration>, IEntityTypeConfiguration<PlaceQuery>, IEntityTypeConfiguration<Consultation>
{
    private const int ShortLength = 32;

    public void Configure(EntityTypeBuilder<ChildbearingRegistration> builder)
    {
        builder.MapLifecycle<ChildbearingRegistration, RegistrationState>("ChildbearingRegistrations");
        builder.Ignore(row => row.AlsoIn);
        builder.Property(row => row.Number).HasMaxLength(ShortLength);
        builder.Property(row => row.Applicant).HasMaxLength(Actor.IdLength);
        builder.Property(row => row.FiledBy).HasMaxLength(Actor.IdLength);
        builder.Property(row => row.Reason).HasMaxLength(ChildbearingRegistration.TextLength);
        builder.HasProtected(row => row.Form, ChildbearingRegistration.FormField);
        builder.HasProtected(row => row.Mother, ChildbearingRegistration.MotherField, row => row.MotherIndex);
        builder.HasIndex(row => new { row.MotherIndex, row.ChildDate }).IsUnique().HasFilter("stands");
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.Applicant);
        builder.HasIndex(row => row.FiledBy);
    }

    public void Configure(EntityTypeBuilder<PlaceQuery> builder)
    {
        builder.MapLifecycle<PlaceQuery, PlaceQueryState>("PlaceQueries");
        builder.Property(query => query.Answer).HasMaxLength(PlaceQuery.TextLength);
        builder.HasIndex(query => query.RegistrationId);
    }

    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("Consultations");
        builder.HasKey(note => note.Id);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Unit).HasMaxLength(ShortLength);
        builder.Property(note => note.Channel).HasConversion<string>().HasMaxLength(ShortLength);
        builder.Property(note => note.By).HasMaxLength(Actor.IdLength);
        builder.Ignore(note => note.AuditSubject);
        builder.HasProtected(note => note.Note, Consultation.NoteField);
        builder.HasIndex(note => note.RegistrationId);
    }
}
