using Cradle.Primitives;

namespace Cradle.Platform.Accounts;

/// <summary>What a text is among the units of a place.</summary>
/// <param name="Known">The name on file; null where the place has no such unit.</param>
/// <param name="Resembling">Names on file that resemble the text, the most alike first.</param>
public sealed record UnitName(string? Known, IReadOnlyList<string> Resembling);

/// <summary>The units of a place, asked before an officer is given a role for one of them: a name that is not on file would show him or her nothing.</summary>
public interface IUnitNames
{
    /// <summary>The unit that somebody wrote in any of its spellings, or which ones it resembles.</summary>
    Task<UnitName> FindAsync(DivisionCode division, string text, CancellationToken cancellationToken = default);
}
