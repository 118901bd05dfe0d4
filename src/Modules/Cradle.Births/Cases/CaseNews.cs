using Cradle.Births.Items;
using Cradle.Platform.Notifications;

namespace Cradle.Births.Cases;

/// <summary>
/// Tells the family in its inbox what came back, was refused or is done. After a loss nothing is told of what would hurt (G14): the
/// notifier stops what is about vaccination, and of a card nothing is said here.
/// </summary>
public sealed class CaseNews(Notifier notifier)
{
    /// <summary>Of one item, where it came to something that the family waits for.</summary>
    public async Task OfItemAsync(JointCase one, CaseItem item, CancellationToken cancellationToken)
    {
        if (one.LostOn is not null && ServiceGraph.EndsWithLoss(item.Service))
            return;
        var name = ServiceGraph.NameOf(item.Service);
        (string Zh, string En)? news = item.State switch
        {
            ItemState.Returned => ($"{one.Number}：{name.Zh}退回了，请看理由，改好再交", $"{one.Number}: {name.En} was returned; see why, correct it and send it again"),
            ItemState.Refused => ($"{one.Number}：{name.Zh}没有通过，请看理由；有异议可以申请复核", $"{one.Number}: {name.En} was refused; see why, you can appeal"),
            ItemState.Done => ($"{one.Number}：{name.Zh}办好了", $"{one.Number}: {name.En} is done"),
            _ => null,
        };
        await GiveAsync(one, item.Service == ServiceGraph.Vaccination ? NoticeTopic.Vaccination : NoticeTopic.Case, news, cancellationToken);
    }

    /// <summary>Of the case itself, in the state that it has now.</summary>
    public Task OfCaseAsync(JointCase one, CancellationToken cancellationToken) => GiveAsync(one, NoticeTopic.Case, one.State switch
    {
        CaseState.NeedsCorrection => ($"{one.Number} 退回补正，请看要改什么", $"{one.Number} was sent back; see what to correct"),
        CaseState.Rejected => ($"{one.Number} 没有通过，请看理由；有异议可以申请复核", $"{one.Number} was refused; see why, you can appeal"),
        CaseState.Completed => ($"{one.Number} 全部办结", $"{one.Number} is completed"),
        CaseState.PartlyCompleted => ($"{one.Number} 部分办结，请看没有办成的事项", $"{one.Number} is partly completed; see what was not done"),
        _ => null,
    }, cancellationToken);

    private async Task GiveAsync(JointCase one, NoticeTopic topic, (string Zh, string En)? news, CancellationToken cancellationToken)
    {
        if (news is var (zh, en) && Guid.TryParse(one.Applicant, out var account))
            await notifier.GiveAsync(account, topic, zh, en, $"~/births/cases/{one.Id}", one.Id, cancellationToken);
    }
}
