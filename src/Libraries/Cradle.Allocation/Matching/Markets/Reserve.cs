using System.Collections;

namespace Cradle.Allocation.Matching.Markets;

/// <summary>
/// Places of an institution that members of a group have before others. What the group leaves empty goes to everybody, unless the reserve is strict
/// (a quota): then it stays empty.
/// </summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Places">How many places.</param>
/// <param name="Members">Who belongs to it, by applicant.</param>
/// <param name="IsStrict">Whether only members may have these places.</param>
public sealed record Reserve(string Group, int Places, BitArray Members, bool IsStrict);
