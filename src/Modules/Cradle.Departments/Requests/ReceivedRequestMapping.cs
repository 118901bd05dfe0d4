using Cradle.Platform.Connectors;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Departments.Requests;

internal sealed class ReceivedRequestMapping : IEntityTypeConfiguration<ReceivedRequest>, IEntityTypeConfiguration<GivenAnswer>
{
    private const int StateLength = 12;

    public void Configure(EntityTypeBuilder<ReceivedRequest> builder)
    {
        builder.ToTable("DepartmentRequests");
        builder.HasKey(request => request.Id);
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Partner).HasMaxLength(Partner.NameLength);
        builder.Property(request => request.Service).HasMaxLength(ReceivedRequest.ServiceLength);
        builder.Property(request => request.Subject).HasMaxLength(ReceivedRequest.SubjectLength);
        builder.Property(request => request.Number).HasMaxLength(ReceivedRequest.NumberLength);
        builder.Property(request => request.Reason).HasMaxLength(ReceivedRequest.TextLength);
        builder.Property(request => request.Remedy).HasMaxLength(ReceivedRequest.TextLength);
        builder.Property(request => request.State).HasConversion<string>().HasMaxLength(StateLength);
        builder.Property(request => request.LastMovedBy).HasMaxLength(Actor.IdLength);
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.Property(request => request.Unit).HasMaxLength(ReceivedRequest.ServiceLength);
        builder.Ignore(request => request.AuditSubject);
        builder.HasIndex(request => new { request.State, request.Division });
    }

    public void Configure(EntityTypeBuilder<GivenAnswer> builder)
    {
        builder.ToTable("DepartmentAnswers");
        builder.HasKey(answer => new { answer.Request, answer.Sequence });
    }
}
