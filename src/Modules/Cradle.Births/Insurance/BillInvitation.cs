using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Notifications;
using Cradle.Primitives;

namespace Cradle.Births.Insurance;

/// <summary>Tells the family, when a newborn's insurance is done in time, of which days earlier bills can be settled anew; never after a loss.</summary>
public sealed class BillInvitation(Notifier notifier, INewbornPolicies policies)
{
    public async Task GiveAsync(JointCase one, NewbornForm form, CaseItem insurance, CancellationToken cancellationToken)
    {
        if (insurance is not { Service: ServiceGraph.Insurance, State: ItemState.Done, HeardAt: { } heard } || one.LostOn is not null || !Guid.TryParse(one.Applicant, out var account)
            || policies.InsuranceIn(form.Household, one.BirthDate, form.IsAdopted) is not { } window)
            return;
        var enrolled = ChinaTime.DayOf(heard);
        if (NewbornCover.Of(one.BirthDate, enrolled, one.BirthDate.Year, window).From is not { } from)
            return;
        await notifier.GiveAsync(account, NoticeTopic.Case, $"孩子医保办好了：{from:yyyy-MM-dd} 到 {enrolled:yyyy-MM-dd} 自己付的医疗费，可以申请重新结算",
            $"The child is insured: bills paid from {from:yyyy-MM-dd} to {enrolled:yyyy-MM-dd} can be settled anew", $"~/births/cases/{one.Id}/bills", one.Id, cancellationToken);
    }
}
