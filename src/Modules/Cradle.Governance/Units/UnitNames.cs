using Cradle.Platform.Accounts;
using Cradle.Primitives;

namespace Cradle.Governance.Units;

/// <summary>Tells those who give roles whether the directory of a place has a unit.</summary>
public sealed class UnitNames(UnitService units) : IUnitNames
{
    public async Task<UnitName> FindAsync(DivisionCode division, string text, CancellationToken cancellationToken = default)
    {
        var directory = await units.DirectoryAsync(division, cancellationToken);
        return new UnitName(directory.Find(text)?.Name, [.. directory.Suggest(text).Select(unit => unit.Name)]);
    }
}
