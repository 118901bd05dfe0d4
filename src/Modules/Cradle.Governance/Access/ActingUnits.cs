using Cradle.Platform.Processes;
using Cradle.Primitives;

namespace Cradle.Governance.Access;

/// <summary>Who speaks for a unit: its own officer, or the office on its behalf (代办), which the log then says.</summary>
public static class ActingUnits
{
    /// <summary>Notes in the log for which unit somebody acts who is not that unit's own officer.</summary>
    /// <returns>Whether it is on the unit's behalf.</returns>
    public static bool ActForUnit(this ProcessScope process, DivisionCode division, string unit)
    {
        if (process.Current.Authority.Roles.Any(role => role.Unit == unit && role.Division.Contains(division)))
        {
            return false;
        }

        process.ActFor(new Actor(ActorKind.Organisation, unit.Length <= Actor.IdLength ? unit : unit[..Actor.IdLength]));
        return true;
    }
}
