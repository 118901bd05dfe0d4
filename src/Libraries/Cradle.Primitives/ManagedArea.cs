namespace Cradle.Primitives;

/// <summary>
/// An area with an administration of its own but without a division code of its own (a new area, a protection and
/// development zone): a task may be assigned to it, a person's address still carries the code of a county.
/// </summary>
/// <param name="Id">Identifier within Cradle, such as <c>lanzhou-new-area</c>.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Within">The divisions in which it lies; with several, it spreads over parts of each.</param>
/// <param name="Note">What to know about it.</param>
public sealed record ManagedArea(string Id, string NameZh, string NameEn, IReadOnlyList<DivisionCode> Within, string Note);
