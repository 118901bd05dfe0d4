using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Api.Contracts;

/// <summary>A quantity in a list.</summary>
/// <param name="Id">Stable id, as in the outcomes of a family.</param>
/// <param name="Label">What it is called.</param>
/// <param name="About">What it is.</param>
/// <param name="Topic">The subject it belongs to.</param>
/// <param name="Kind">leave, payment, service, duty …</param>
/// <param name="Beneficiary">Who gains or owes.</param>
/// <param name="Unit">The unit of its values; null for a right without a number.</param>
/// <param name="Divisions">The divisions with rules of their own.</param>
public sealed record QuantitySummary(
    string Id, Bilingual Label, Bilingual About, string Topic, string Kind, string Beneficiary, string? Unit, IReadOnlyList<string> Divisions);

/// <summary>A quantity with the rules of all levels, nation first.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">What it is called.</param>
/// <param name="About">What it is.</param>
/// <param name="Topic">The subject it belongs to.</param>
/// <param name="Kind">leave, payment, service, duty …</param>
/// <param name="Beneficiary">Who gains or owes.</param>
/// <param name="Unit">The unit of its values; null for a right without a number.</param>
/// <param name="Merge">How the levels combine: floor, replace, cap, add, fill, closed.</param>
/// <param name="Handler">Who handles it.</param>
/// <param name="Region">Whose place decides, in words.</param>
/// <param name="Anchor">The day that picks the version of a rule, in words.</param>
/// <param name="Window">When it can be used, in words; null where it is always open.</param>
/// <param name="Rules">The rules.</param>
/// <param name="WorkedCases">How many worked cases check it.</param>
public sealed record QuantityDetail(
    string Id, Bilingual Label, Bilingual About, string Topic, string Kind, string Beneficiary, string? Unit, string Merge, string Handler,
    Bilingual Region, Bilingual Anchor, Bilingual? Window, IReadOnlyList<RuleDetail> Rules, int WorkedCases);

/// <summary>A rule of one level.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Division">The division whose rule it is; 00 is the nation.</param>
/// <param name="DivisionName">Its name.</param>
/// <param name="Sentence">The rule as one sentence.</param>
/// <param name="Strength">must, may, encouraged or programme.</param>
/// <param name="Draft">Whether it rests on a draft only: advisory.</param>
/// <param name="Confirmed">Whether it was checked against the text it cites.</param>
/// <param name="From">First day in force; null where the text names none.</param>
/// <param name="Until">Last day in force; null where it is open.</param>
/// <param name="Value">The value where it is one figure; money in yuan, rates in percent.</param>
/// <param name="Unit">The unit of the value; null for a right without a number.</param>
/// <param name="NotSet">What the text leaves to somebody else; then there is no value.</param>
/// <param name="Cites">The clauses, as document/clause.</param>
/// <param name="Replaces">Rules it is the exception of.</param>
/// <param name="Restates">A rule it says the same as.</param>
/// <param name="Items">What the number counts.</param>
/// <param name="Note">A remark for the reader.</param>
/// <param name="Reading">How an open point of the text was read.</param>
/// <param name="Handler">Who handles it.</param>
public sealed record RuleDetail(
    string Id, string Division, Bilingual DivisionName, Bilingual Sentence, Strength Strength, bool Draft, bool Confirmed, DateOnly? From, DateOnly? Until,
    string? Value, string? Unit, NotSet? NotSet, IReadOnlyList<string> Cites, IReadOnlyList<string> Replaces, string? Restates, IReadOnlyList<Bilingual> Items,
    Bilingual? Note, Bilingual? Reading, string Handler);
