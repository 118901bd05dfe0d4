using Cradle.Platform.Web.Api;

namespace Cradle.Entitlements.Api.Contracts;

/// <summary>Everything a family is entitled to.</summary>
/// <param name="AsOf">The day the answer is for.</param>
/// <param name="Outcomes">The outcomes, in order of topic.</param>
/// <param name="NextQuestion">The question that settles the most open outcomes; null when nothing is open.</param>
/// <param name="Warnings">What was noticed in the body and not used; absent when nothing was.</param>
public sealed record FamilyAnswer(DateOnly AsOf, IReadOnlyList<FamilyOutcome> Outcomes, OpenQuestion? NextQuestion, IReadOnlyList<FieldProblem>? Warnings = null);

/// <summary>One quantity, answered. A member with a default is left out where it has nothing to say.</summary>
/// <param name="Quantity">Its id.</param>
/// <param name="Label">Its name.</param>
/// <param name="Topic">Its subject.</param>
/// <param name="Beneficiary">Who gains or owes.</param>
/// <param name="Status">entitled, notEntitled, unknown, conflict, advisory, notSet, programme, ended or notYet.</param>
/// <param name="Value">The value; money in yuan with two decimals, rates in percent.</param>
/// <param name="Unit">Its unit; null for a right without a number.</param>
/// <param name="Bounds">The least and the greatest value still possible, for unknown outcomes.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Handler">Who handles it.</param>
/// <param name="Missing">The facts that are missing, by their path in the body.</param>
/// <param name="Notes">What else to know.</param>
/// <param name="Child">Index of the child, from 0.</param>
/// <param name="Draft">True where it rests on a draft: advisory whatever it says.</param>
/// <param name="AtLeast">True where the text allows more.</param>
/// <param name="AtMost">True where the text says "up to".</param>
/// <param name="Parts">What the value is the sum of, where one quantity extends another.</param>
/// <param name="CountedIn">The quantity whose outcome of the same person or child holds this one already; a list that shows both shows it twice.</param>
/// <param name="Strength">must, may, encouraged or programme.</param>
/// <param name="Region">The division whose rule answered; 00 is the nation.</param>
/// <param name="Cites">The clauses, as document/clause.</param>
/// <param name="Rule">The rule that answered.</param>
/// <param name="Items">What the number counts.</param>
/// <param name="Confirmed">False where national law behind it has not been checked against its wording.</param>
/// <param name="Because">One sentence of reason, with explain=true.</param>
public sealed record FamilyOutcome(
    string Quantity, string Label, string Topic, string Beneficiary, string Status, string? Value, string? Unit, IReadOnlyList<string>? Bounds, DateOnly? From, DateOnly? Until,
    string Handler, IReadOnlyList<string> Missing, IReadOnlyList<string> Notes,
    int? Child = null, bool? Draft = null, bool? AtLeast = null, bool? AtMost = null, IReadOnlyList<OutcomePart>? Parts = null, string? CountedIn = null,
    string? Strength = null, string? Region = null, IReadOnlyList<string>? Cites = null, string? Rule = null, IReadOnlyList<string>? Items = null, bool? Confirmed = null, string? Because = null);

/// <summary>One of several quantities that add up.</summary>
/// <param name="Quantity">Its id.</param>
/// <param name="Value">Its share of the value.</param>
public sealed record OutcomePart(string Quantity, string Value);

/// <summary>A question to put to the family.</summary>
/// <param name="Fact">The fact, by its path in the body.</param>
/// <param name="Settles">How many outcomes wait for it.</param>
/// <param name="Text">The question.</param>
public sealed record OpenQuestion(string Fact, int Settles, string Text);
