namespace Cradle.Platform.Web.Shell;

/// <summary>A place whose rules a reader may look at.</summary>
/// <param name="Code">Digits of the division: 22, 2201, 220104; 00 is the nation.</param>
public sealed record Place(string Code, Words Name);
