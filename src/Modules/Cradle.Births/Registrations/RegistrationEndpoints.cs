using Cradle.Births.Cases;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Births.Registrations;

/// <summary>Registrations over the API: what the pages do, for programs that act for a person who signed in.</summary>
internal static class RegistrationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/births/registrations").WithTags("Births");
        CaseEndpoints.Errors(group.MapPost("", SubmitAsync)).WithName("registerChildbearing").RequirePermission(BirthsModule.Apply)
            .WithSummary("Registers a pregnancy or birth; one of the same pregnancy, filed anywhere, is given instead of a second.").Produces<RegistrationAnswer>();
        CaseEndpoints.Errors(group.MapGet("/{id:guid}", ReadAsync)).WithName("childbearingRegistration").RequirePermission(BirthsModule.Apply)
            .WithSummary("How a registration of one's own stands.").Produces<RegistrationAnswer>();
        CaseEndpoints.Errors(group.MapPost("/{id:guid}/amendment", AmendAsync)).WithName("amendChildbearingRegistration").RequirePermission(BirthsModule.Apply)
            .WithSummary("Amends a registration, or corrects one that was sent back.").Produces<RegistrationAnswer>();
        CaseEndpoints.Errors(group.MapPost("/{id:guid}/cancellation", CancelAsync)).WithName("cancelChildbearingRegistration").RequirePermission(BirthsModule.Apply)
            .WithSummary("Cancels a registration of one's own.").Produces<RegistrationAnswer>();
    }

    private static async Task<IResult> SubmitAsync(RegistrationRequest request, RegistrationService registrations, CancellationToken cancellationToken)
    {
        var (form, unread) = request.Read();
        if (unread.Count > 0)
            return CaseEndpoints.Problem(new CaseError.Form(RequestFields.Together(unread, registrations.Problems(form))));
        var (registration, error) = await registrations.SubmitAsync(request.Key, form, cancellationToken);
        return error is null ? Results.Ok(RegistrationAnswer.Of(registration!)) : CaseEndpoints.Problem(error);
    }

    private static async Task<IResult> ReadAsync(Guid id, RegistrationService registrations, CancellationToken cancellationToken) =>
        await registrations.OwnAsync(id, cancellationToken) is { } own ? Results.Ok(RegistrationAnswer.Of(own)) : CaseEndpoints.Problem(new CaseError.Missing());

    private static async Task<IResult> AmendAsync(Guid id, RegistrationRequest request, RegistrationService registrations, CancellationToken cancellationToken)
    {
        var (form, unread) = request.Read();
        if (unread.Count > 0)
            return CaseEndpoints.Problem(new CaseError.Form(RequestFields.Together(unread, registrations.Problems(form))));
        return await registrations.AmendAsync(id, form, request.Version, cancellationToken) is { } error ? CaseEndpoints.Problem(error) : await ReadAsync(id, registrations, cancellationToken);
    }

    private static async Task<IResult> CancelAsync(Guid id, WithdrawalRequest request, RegistrationService registrations, CancellationToken cancellationToken) =>
        await registrations.CancelAsync(id, request.Version, cancellationToken) is { } error ? CaseEndpoints.Problem(error) : await ReadAsync(id, registrations, cancellationToken);
}
