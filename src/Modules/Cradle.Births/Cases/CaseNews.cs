using Cradle.Births.Items;
using Cradle.Births.Promises;
using Cradle.Platform.Notifications;

namespace Cradle.Births.Cases;

/// <summary>What there is to tell of a promised paper.</summary>
public enum PromiseNews
{
    Accepted,
    Soon,
    Late,
    Kept,
    SentBack,
}

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

    /// <summary>Of a promised paper.</summary>
    public Task OfPromiseAsync(JointCase one, PaperPromise promise, PromiseNews what, CancellationToken cancellationToken)
    {
        var paper = CaseWords.Of(promise.Paper);
        return GiveAsync(one, what is PromiseNews.Soon or PromiseNews.Late ? NoticeTopic.Deadline : NoticeTopic.Case, what switch
        {
            PromiseNews.Accepted => ($"{one.Number} 容缺受理了，请在 {promise.Until:yyyy-MM-dd} 前补交{paper.Zh}", $"{one.Number} was accepted on your promise; hand in by {promise.Until:yyyy-MM-dd}: {paper.En}"),
            PromiseNews.Soon => ($"{one.Number}：{paper.Zh}最晚 {promise.Until:yyyy-MM-dd} 补交，过期户口登记会停办", $"{one.Number}: last day {promise.Until:yyyy-MM-dd} for {paper.En}; afterwards the household registration stops"),
            PromiseNews.Late => ($"{one.Number}：{paper.Zh}过了承诺的日期，户口登记先停办，补交后马上接着办", $"{one.Number}: the promised day is over; the household registration is stopped and goes on once you hand in {paper.En}"),
            PromiseNews.Kept => ($"{one.Number}：{paper.Zh}收到了", $"{one.Number}: received, {paper.En}"),
            _ => ($"{one.Number}：交来的不是要的{paper.Zh}，请看理由，{promise.Until:yyyy-MM-dd} 前重交", $"{one.Number}: what was handed in is not {paper.En}; see why, and send it by {promise.Until:yyyy-MM-dd}"),
        }, cancellationToken);
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
