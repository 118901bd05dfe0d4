using Cradle.Platform.Connectors;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Departments.Requests;

internal sealed class ReceivedRequestMapping : IEntityTypeConfiguration<ReceivedRequest>, IEntityTypeConfiguration<GivenAnswer>
{
    public void Configure(EntityTypeBuilder<ReceivedRequest> builder)
    {
        builder.MapLifecycle<ReceivedRequest, RequestState>("DepartmentRequests");
        builder.Property(request => request.Partner).HasMaxLength(Partner.NameLength);
        builder.Property(request => request.Service).HasMaxLength(ReceivedRequest.ServiceLength);
        builder.Property(request => request.Subject).HasMaxLength(ReceivedRequest.SubjectLength);
        builder.Property(request => request.Number).HasMaxLength(ReceivedRequest.NumberLength);
        builder.Property(request => request.Reason).HasMaxLength(ReceivedRequest.TextLength);
        builder.Property(request => request.Remedy).HasMaxLength(ReceivedRequest.TextLength);
        builder.HasProtected(request => request.Fields, ReceivedRequest.FieldsField);
    }

    public void Configure(EntityTypeBuilder<GivenAnswer> builder)
    {
        builder.ToTable("DepartmentAnswers");
        builder.HasKey(answer => answer.Id);
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.HasProtected(answer => answer.Answer, ReceivedRequest.AnswerField);
        builder.HasIndex(answer => new { answer.Request, answer.Sequence }).IsUnique();
    }
}
