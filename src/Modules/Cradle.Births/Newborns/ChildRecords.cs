using System.Text.Json;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Platform.Audit;
using Cradle.Platform.Connectors;
using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Newborns;

/// <summary>Opens a child's record and says so to whoever serves the child next.</summary>
public sealed class ChildRecords(PlatformDbContext database, AuditTrail audit, Outbox outbox, FieldVault vault, TimeProvider time)
{
    /// <summary>Since when the child of a case is treated like one of the place: from its household registration on, whatever else is still open.</summary>
    public async Task<EqualTreatment> EqualTreatmentAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var settled = await database.Set<CaseItem>().AsNoTracking().Where(item => item.CaseId == caseId && item.Service == ServiceGraph.Household && item.State == ItemState.Done).Select(item => item.HeardAt).SingleOrDefaultAsync(cancellationToken);
        return EqualTreatment.Of(settled is { } at ? ChinaTime.DayOf(at) : null);
    }

    /// <summary>
    /// Opens the record of a child once its household is registered: what the family has a right to waits for no card that hangs or was refused. At the end of the case
    /// the numbers that came later are added. For a child that was lost none is opened. It adds, and does not save.
    /// </summary>
    public async Task KeepAsync(JointCase one, NewbornForm form, IReadOnlyList<CaseItem> items, bool hasEnded, CancellationToken cancellationToken)
    {
        if (one.LostOn is not null || items.FirstOrDefault(item => item.Service == ServiceGraph.Household) is not { State: ItemState.Done } household)
            return;
        var identity = new { form.Children[one.Order - 1].Name, Numbers = items.Where(item => item.Number is not null).ToDictionary(item => item.Service, item => item.Number) };
        Sealed Seal(Guid id) => vault.Seal(ChildRecord.IdentityField, id, JsonSerializer.Serialize(identity, ConnectorJson.Options));
        if (await database.Set<ChildRecord>().SingleOrDefaultAsync(row => row.CaseId == one.Id, cancellationToken) is { } known)
        {
            if (hasEnded)
            {
                known.Identity = Seal(known.Id);
                audit.Record("renewed", known.AuditSubject, detail: new { one.Number });
            }

            return;
        }

        var id = Guid.CreateVersion7(time.GetUtcNow());
        var child = new ChildRecord
        {
            Id = id, CaseId = one.Id, Division = form.Household, Residence = form.Residence, BirthDate = one.BirthDate, Order = one.Order, Babies = one.Babies, SettledOn = ChinaTime.DayOf(household.HeardAt ?? time.GetUtcNow()),
            MotherHousehold = form.Mother.Household, FatherHousehold = form.Father?.Household, Identity = Seal(id),
        };
        database.Add(child);
        audit.Record("opened", child.AuditSubject, detail: new { one.Number });
        outbox.Publish(new NewbornSettled(one.Id, id), id);
    }
}
