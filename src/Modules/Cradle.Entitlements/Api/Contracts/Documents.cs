using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Api.Contracts;

/// <summary>A document in a list.</summary>
/// <param name="Id">000 … 004, or norms/… for national law behind them.</param>
/// <param name="Short">The short name.</param>
/// <param name="Title">The title.</param>
/// <param name="Number">The document number, if printed.</param>
/// <param name="Division">Its division; 00 is the nation.</param>
/// <param name="Standing">inForce, guidance, draft (advisory only) or repealed.</param>
/// <param name="Confirmed">Whether it was checked against its official text.</param>
/// <param name="Issued">The date printed on it.</param>
/// <param name="Clauses">How many clauses it has.</param>
/// <param name="Rules">How many rules cite it.</param>
public sealed record DocumentSummary(
    string Id, Bilingual Short, Bilingual Title, string? Number, string Division, Standing Standing, bool Confirmed, DateOnly? Issued, int Clauses, int Rules);

/// <summary>A document with its clauses and its responsibility matrix.</summary>
/// <param name="Id">000 … 004, or norms/… for national law behind them.</param>
/// <param name="Short">The short name.</param>
/// <param name="Title">The title.</param>
/// <param name="Number">The document number, if printed.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Division">Its division; 00 is the nation.</param>
/// <param name="Standing">inForce, guidance, draft (advisory only) or repealed.</param>
/// <param name="Confirmed">Whether it was checked against its official text.</param>
/// <param name="Issued">The date printed on it.</param>
/// <param name="From">First day in force.</param>
/// <param name="Until">Last day in force.</param>
/// <param name="Says">What a norm without articles says, in our own words.</param>
/// <param name="Note">A remark for the reader.</param>
/// <param name="Signatories">As printed.</param>
/// <param name="Clauses">The clauses in order.</param>
/// <param name="Tasks">The rows of its responsibility matrix.</param>
public sealed record DocumentDetail(
    string Id, Bilingual Short, Bilingual Title, string? Number, Bilingual? Issuer, string Division, Standing Standing, bool Confirmed, DateOnly? Issued,
    DateOnly? From, DateOnly? Until, Bilingual? Says, Bilingual? Note, IReadOnlyList<string> Signatories, IReadOnlyList<ClauseSummary> Clauses, IReadOnlyList<TaskRow> Tasks);

/// <summary>A clause in a list.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Number">Its number as the document writes it.</param>
/// <param name="Title">Our own short title.</param>
/// <param name="Part">The part of the document.</param>
/// <param name="Kinds">entitlement, obligation-of-government …</param>
/// <param name="Strength">must, may, encouraged, programme or organisation.</param>
/// <param name="Rules">How many rules cite it.</param>
/// <param name="Passage">In a search: the passage found.</param>
public sealed record ClauseSummary(
    string Document, string Number, Bilingual Title, Bilingual Part, IReadOnlyList<string> Kinds, string Strength, int Rules, string? Passage = null);

/// <summary>A clause and everything it leads to.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Number">Its number as the document writes it.</param>
/// <param name="Title">Our own short title.</param>
/// <param name="Part">The part of the document.</param>
/// <param name="Kinds">entitlement, obligation-of-government …</param>
/// <param name="Strength">must, may, encouraged, programme or organisation.</param>
/// <param name="Words">Operative words of the text and what each binds to.</param>
/// <param name="Actors">Units and people concerned; Chinese.</param>
/// <param name="Figures">Figures of the clause.</param>
/// <param name="SaysZh">Our paraphrase in Chinese, sentence by sentence.</param>
/// <param name="SaysEn">Our paraphrase in English, sentence by sentence.</param>
/// <param name="Quirks">Slips and contradictions of the text.</param>
/// <param name="Rules">The rules that carry it out.</param>
/// <param name="Services">Services, live or planned.</param>
/// <param name="Indicators">Indicators, live or planned.</param>
/// <param name="Tasks">Rows of a responsibility matrix, of this clause or of a corresponding one.</param>
/// <param name="Corresponding">Corresponding clauses and norms, as document/clause.</param>
/// <param name="Findings">Where the way from clause to effect breaks off.</param>
public sealed record ClauseDetail(
    string Document, string Number, Bilingual Title, Bilingual Part, IReadOnlyList<string> Kinds, string Strength, IReadOnlyList<OperativeWord> Words,
    IReadOnlyList<string> Actors, IReadOnlyList<FigureOfClause> Figures, IReadOnlyList<string> SaysZh, IReadOnlyList<string> SaysEn, Bilingual? Quirks,
    IReadOnlyList<RuleOfClause> Rules, IReadOnlyList<CarrierOfClause> Services, IReadOnlyList<CarrierOfClause> Indicators, IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<string> Corresponding, IReadOnlyList<FindingOfClause> Findings);

/// <summary>A word of the text and what it binds to.</summary>
public sealed record OperativeWord(string Word, string Strength);

/// <summary>A figure with its unit.</summary>
public sealed record FigureOfClause(Bilingual Label, string Value, string Unit);

/// <summary>A rule that cites the clause.</summary>
public sealed record RuleOfClause(string Quantity, string Rule, Bilingual Label, Bilingual Sentence, int WorkedCases);

/// <summary>A service or an indicator.</summary>
public sealed record CarrierOfClause(string Id, Bilingual Label, string Status);

/// <summary>A row of a responsibility matrix.</summary>
public sealed record TaskRow(
    string Document, int Row, string Clause, Bilingual Title, IReadOnlyList<string> LeadAgencies, IReadOnlyList<string> JointAgencies, string UnitsAsGiven, string DeadlineAsGiven, string Status);

/// <summary>A broken link.</summary>
public sealed record FindingOfClause(string Kind, Bilingual Subject, Bilingual Detail, string? Rule);
