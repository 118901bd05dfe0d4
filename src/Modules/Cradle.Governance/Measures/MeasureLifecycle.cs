using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Measures;

/// <summary>From the clause to a measure that works and is evaluated.</summary>
public static class MeasureLifecycle
{
    public static Lifecycle<Measure, MeasureState, MeasureAction> Table { get; } = new("measure", MeasureState.Listed,
    [
        new(MeasureState.Listed, MeasureAction.IssueRule, MeasureState.RuleIssued)
        {
            Permission = GovernancePermissions.Compile, Guard = measure => measure is { Rule.Length: > 0, RuleIssuedOn: not null } ? null : Say("请写细则名称和印发日期", "name the rule and its day"),
        },
        new(MeasureState.RuleIssued, MeasureAction.Start, MeasureState.InOperation)
        {
            Permission = GovernancePermissions.Compile,
            Guard = measure => measure.OperatesFrom is not { } from ? Say("请写施行日期", "name the first day") : from < measure.RuleIssuedOn ? Say("措施不能早于细则印发日施行", "a measure does not start before its rule is issued") : null,
        },
        new(MeasureState.InOperation, MeasureAction.Evaluate, MeasureState.Evaluated)
        {
            Permission = GovernancePermissions.Compile, Guard = measure => string.IsNullOrWhiteSpace(measure.Evaluation) ? Say("请写评估情况", "write what was found") : null,
        },
        new(MeasureState.Evaluated, MeasureAction.Continue, MeasureState.InOperation) { Permission = GovernancePermissions.Compile },
        new(MeasureState.Evaluated, MeasureAction.Close, MeasureState.Closed) { Permission = GovernancePermissions.Compile, NeedsReason = true },
        new(MeasureState.InOperation, MeasureAction.Close, MeasureState.Closed) { Permission = GovernancePermissions.Compile, NeedsReason = true },
    ]);
}
