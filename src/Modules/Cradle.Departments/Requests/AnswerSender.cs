using System.Globalization;
using System.Text.Json;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Departments.Requests;

/// <summary>Sends one answer to whoever asked. A failure is the outbox's: it tries again, later and later.</summary>
public sealed class AnswerSender(PlatformDbContext database, Partners partners, ConnectorClient client, FieldVault vault) : IMessageHandler<RequestAnswered>
{
    public async Task HandleAsync(RequestAnswered message, CancellationToken cancellationToken)
    {
        var request = await database.FindAsync<ReceivedRequest>([message.Request], cancellationToken);
        var given = await database.Set<GivenAnswer>().AsNoTracking().SingleAsync(answer => answer.Request == message.Request && answer.Sequence == message.Sequence, cancellationToken);
        var partner = partners.Named(request!.Partner) ?? throw new InvalidOperationException($"The partner {request.Partner} is no longer in Connector:Partners.");
        var answer = JsonSerializer.Deserialize<DepartmentAnswer>(vault.Open(ReceivedRequest.AnswerField, given.Id, given.Answer), ConnectorJson.Options)!;
        var key = string.Create(CultureInfo.InvariantCulture, $"{message.Request:N}-{message.Sequence}");
        var reply = await client.SendAsync(partner, HttpMethod.Post, DepartmentContract.Answers, answer, key, cancellationToken);
        if (!reply.Succeeded)
            throw new HttpRequestException($"{request.Partner} answered {reply.Status}.");
    }
}
