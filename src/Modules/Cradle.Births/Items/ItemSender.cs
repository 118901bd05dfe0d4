using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Items;

/// <summary>
/// Sends one item to its department. What fails is written down as a state of the item and sent again later by a message of its
/// own, so that anybody can see where it hangs; what nobody can take goes to the manual queue.
/// </summary>
public sealed class ItemSender(
    PlatformDbContext database, LifecycleMover mover, Outbox outbox, Partners partners, ConnectorClient client, ProtectedForms forms, FieldVault vault, IOptions<ItemOptions> options, TimeProvider time)
    : IMessageHandler<ItemReady>
{
    public async Task HandleAsync(ItemReady message, CancellationToken cancellationToken)
    {
        var item = await database.FindAsync<CaseItem>([message.Item], cancellationToken);
        if (item!.Request != message.Request || item.State is not (ItemState.Ready or ItemState.RetryWait))
            return;   // answered, withdrawn or replaced meanwhile
        if (partners.For(item.Service, item.Division) is not { Address: not null } partner)
        {
            GiveUp(item, "no partner is connected for this service here");
            return;
        }

        var reply = await client.SendAsync(partner, HttpMethod.Post, DepartmentContract.Requests, await RequestOfAsync(item, cancellationToken), item.Request.ToString("N"), cancellationToken);
        if (reply.Succeeded)
            Sent(item);
        else if (reply.MayComeLater && item.Failures + 1 < options.Value.Tries)
            TryLater(item);
        else
            GiveUp(item, $"{partner.Name} answered {reply.Status}");
    }

    private void Sent(CaseItem item)
    {
        mover.Move(CaseItemLifecycle.Table, item, ItemAction.Send, item.Version, limit: item.WorkingDays is { } days ? new TimeLimit.WorkingDays(days) : null);
        (item.SentAt, item.HeardAt) = (time.GetUtcNow(), time.GetUtcNow());
    }

    private void TryLater(CaseItem item)
    {
        item.Failures++;
        mover.Move(CaseItemLifecycle.Table, item, ItemAction.Fail, item.Version);
        outbox.Publish(new ItemReady(item.Id, item.Request), item.Id, options.Value.WaitAfter(item.Failures));
    }

    private void GiveUp(CaseItem item, string why)
    {
        item.Failures++;
        mover.Move(CaseItemLifecycle.Table, item, ItemAction.GiveUp, item.Version, why);
    }

    private async Task<DepartmentRequest> RequestOfAsync(CaseItem item, CancellationToken cancellationToken)
    {
        var one = await database.Set<JointCase>().AsNoTracking().SingleAsync(row => row.Id == item.CaseId, cancellationToken);
        var numbers = await database.Set<CaseItem>().AsNoTracking().Where(other => other.CaseId == item.CaseId && other.Number != null).ToDictionaryAsync(other => other.Service, other => other.Number!, cancellationToken);
        var fields = ServiceGraph.FieldsFor(item.Service, forms.Read(one), one.Order, numbers);
        foreach (var (name, value) in item.Detail is null ? [] : BillSettlements.FieldsFor(one, BillSettlements.Read(vault, item)))
            fields[name] = value;
        if (item is { Appeals: > 0, Reason: { } appeal })
            fields["appealReason"] = appeal;
        return new DepartmentRequest { Id = item.Request, Service = item.Service, Division = item.Division.ToString(), Subject = one.Number, Fields = fields };
    }
}

/// <summary>An item was withdrawn after its department had heard of it: <c>births.item-withdrawn.v1</c>.</summary>
public sealed record ItemWithdrawn(Guid Item, Guid Request);

/// <summary>Tells a department that a request is no longer wanted; that it has decided already is no failure.</summary>
public sealed class WithdrawalSender(PlatformDbContext database, Partners partners, ConnectorClient client) : IMessageHandler<ItemWithdrawn>
{
    public async Task HandleAsync(ItemWithdrawn message, CancellationToken cancellationToken)
    {
        var item = await database.FindAsync<CaseItem>([message.Item], cancellationToken);
        if (partners.For(item!.Service, item.Division) is not { Address: not null } partner)
            return;
        var reply = await client.SendAsync(partner, HttpMethod.Post, DepartmentContract.Cancellation(message.Request), null, $"{message.Request:N}-cancel", cancellationToken);
        if (reply.MayComeLater)
            throw new HttpRequestException($"{partner.Name} answered {reply.Status}.");
    }
}
