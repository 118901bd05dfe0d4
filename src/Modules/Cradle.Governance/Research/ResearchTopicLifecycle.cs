using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;

namespace Cradle.Governance.Research;

/// <summary>From the proposal to its use in a rule.</summary>
public static class ResearchTopicLifecycle
{
    public static Lifecycle<ResearchTopic, TopicState, TopicAction> Table { get; } = new("research-topic", TopicState.Proposed,
    [
        new(TopicState.Proposed, TopicAction.Approve, TopicState.Approved) { Permission = GovernancePermissions.Approve, NeedsAnother = true },
        new(TopicState.Approved, TopicAction.GiveData, TopicState.DataGiven) { Permission = GovernancePermissions.Compile, Guard = topic => topic.Released is null ? "nothing was released" : null },
        new(TopicState.DataGiven, TopicAction.Report, TopicState.Reported) { Permission = GovernancePermissions.Compile, Guard = topic => string.IsNullOrWhiteSpace(topic.Report) ? "name the report" : null },
        new(TopicState.Reported, TopicAction.Review, TopicState.Reviewed) { Permission = GovernancePermissions.Check, NeedsAnother = true },
        new(TopicState.Reviewed, TopicAction.Use, TopicState.Used) { Permission = GovernancePermissions.Compile, Guard = topic => string.IsNullOrWhiteSpace(topic.UsedIn) ? "name the rule it changed" : null },
    ]);
}
