using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Reports;

/// <summary>An important matter until somebody above has taken note.</summary>
public static class ImportantMatterLifecycle
{
    public static Lifecycle<ImportantMatter, MatterState, MatterAction> Table { get; } = new("important-matter", MatterState.Reported,
    [
        new(MatterState.Reported, MatterAction.Route, MatterState.Routed) { Permission = GovernancePermissions.Compile, Guard = matter => string.IsNullOrWhiteSpace(matter.RoutedTo) ? Say("请写转给哪个单位", "name the unit it goes to") : null },
        new(MatterState.Routed, MatterAction.Acknowledge, MatterState.Acknowledged) { Permission = GovernancePermissions.Approve, NeedsAnother = true },
    ]);
}
