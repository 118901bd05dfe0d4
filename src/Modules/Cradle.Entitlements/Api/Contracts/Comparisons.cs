using System.Text.Json.Serialization;
using Cradle.Platform.Web.Api;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Api.Contracts;

/// <summary>A family, and the places to compare it in.</summary>
/// <param name="Family">The family, as for <c>POST /entitlements</c>. Its own places are set aside.</param>
/// <param name="Places">One to four division codes.</param>
public sealed record CompareRequest(Family Family, IReadOnlyList<string> Places);

/// <summary>The same family in several places.</summary>
/// <param name="AsOf">The day the answer is for.</param>
/// <param name="Places">The places, in the order of the cells.</param>
/// <param name="Rows">One quantity each; those that differ first.</param>
/// <param name="Warnings">What was noticed in the family and not used.</param>
public sealed record CompareAnswer(DateOnly AsOf, IReadOnlyList<ComparedPlace> Places, IReadOnlyList<ComparedRow> Rows, IReadOnlyList<FieldProblem> Warnings);

/// <summary>A place of a comparison.</summary>
public sealed record ComparedPlace(string Code, Bilingual Name);

/// <summary>One quantity in all places.</summary>
/// <param name="Quantity">Its id.</param>
/// <param name="Label">Its name.</param>
/// <param name="Beneficiaries">Who gains or owes; mother and father share a row where both get the same everywhere.</param>
/// <param name="Child">Index of the child, from 0.</param>
/// <param name="Draft">Whether the row speaks of drafts only.</param>
/// <param name="Differs">Whether the places answer differently.</param>
/// <param name="Cells">One a place; null where it has no such rule.</param>
public sealed record ComparedRow(
    string Quantity, Bilingual Label, IReadOnlyList<string> Beneficiaries, int? Child, bool Draft, bool Differs, IReadOnlyList<ComparedCell?> Cells);

/// <summary>What a place answers.</summary>
/// <param name="Status">As in the outcomes of a family.</param>
/// <param name="Value">The value.</param>
/// <param name="Bounds">The least and the greatest value still possible.</param>
/// <param name="Unit">The unit of the value; null for a right without a number.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Rule">The rule that answered.</param>
/// <param name="Cites">The clauses, as document/clause.</param>
/// <param name="Missing">The facts that are missing.</param>
/// <param name="AtLeast">True where the text allows more; left out where it does not.</param>
/// <param name="AtMost">True where the text says "up to"; left out where it does not.</param>
public sealed record ComparedCell(
    string Status, string? Value, IReadOnlyList<string>? Bounds, string? Unit, DateOnly? From, DateOnly? Until, string? Rule, IReadOnlyList<string> Cites, IReadOnlyList<string> Missing,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? AtLeast = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? AtMost = null);
