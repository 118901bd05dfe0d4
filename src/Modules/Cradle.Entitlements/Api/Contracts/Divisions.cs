using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Api.Contracts;

/// <summary>An administrative division.</summary>
/// <param name="Code">Two, four or six digits; 00 is the nation.</param>
/// <param name="Level">nation, province, prefecture or county.</param>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its name with the levels above.</param>
/// <param name="Parent">The division it lies in.</param>
/// <param name="HasRules">Whether it has policy rules of its own.</param>
public sealed record DivisionEntry(string Code, DivisionLevel Level, Bilingual Name, Bilingual FullName, string? Parent, bool HasRules);
