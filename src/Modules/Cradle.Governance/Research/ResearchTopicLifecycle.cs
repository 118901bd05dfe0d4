using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Research;

/// <summary>From the proposal to its use in a rule.</summary>
public static class ResearchTopicLifecycle
{
    public static Lifecycle<ResearchTopic, TopicState, TopicAction> Table { get; } = new("research-topic", TopicState.Proposed,
    [
        new(TopicState.Proposed, TopicAction.Approve, TopicState.Approved) { Permission = GovernancePermissions.Approve, NeedsAnother = true },
        new(TopicState.Approved, TopicAction.GiveData, TopicState.DataGiven) { Permission = GovernancePermissions.Compile, Guard = topic => topic.Released is null ? Say("还没有提供数据", "nothing was released") : null },
        new(TopicState.DataGiven, TopicAction.Report, TopicState.Reported) { Permission = GovernancePermissions.Compile, Guard = topic => string.IsNullOrWhiteSpace(topic.Report) ? Say("请写报告名称", "name the report") : null },
        new(TopicState.Reported, TopicAction.Review, TopicState.Reviewed) { Permission = GovernancePermissions.Check, NeedsAnother = true },
        new(TopicState.Reviewed, TopicAction.Use, TopicState.Used) { Permission = GovernancePermissions.Compile, Guard = topic => string.IsNullOrWhiteSpace(topic.UsedIn) ? Say("请写用在哪条规则", "name the rule it changed") : null },
    ]);
}
