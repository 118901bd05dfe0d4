using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>What a document is worth today.</summary>
public enum Standing
{
    /// <summary>Binding where its words bind.</summary>
    InForce,

    /// <summary>Guidance to governments.</summary>
    Guidance,

    /// <summary>A draft for comment: advisory whatever it says.</summary>
    Draft,

    /// <summary>No longer in force.</summary>
    Repealed,
}

/// <summary>A figure that stands in a clause.</summary>
public sealed record ClauseFigure(Bilingual Label, string Value, string Unit);

/// <summary>One clause of a document: its number, our title and paraphrase, and what it leads to.</summary>
public sealed record Clause
{
    /// <summary>The document.</summary>
    public required string Document { get; init; }

    /// <summary>The number as the document writes it.</summary>
    public required string Number { get; init; }

    /// <summary>Our own short title.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>The part of the document.</summary>
    public required Bilingual Part { get; init; }

    /// <summary>entitlement, obligation-of-government, …</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The dominant strength.</summary>
    public required string Strength { get; init; }

    /// <summary>Operative words and their strength.</summary>
    public required IReadOnlyList<(string Word, string Strength)> Words { get; init; }

    /// <summary>Units and people named.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    /// <summary>Figures of the clause.</summary>
    public required IReadOnlyList<ClauseFigure> Figures { get; init; }

    /// <summary>Our paraphrase, sentence by sentence, Chinese.</summary>
    public required IReadOnlyList<string> SaysZh { get; init; }

    /// <summary>Our paraphrase, sentence by sentence, English.</summary>
    public required IReadOnlyList<string> SaysEn { get; init; }

    /// <summary>Systems of the catalogue.</summary>
    public required IReadOnlyList<string> Systems { get; init; }

    /// <summary>Corresponding clauses and norms.</summary>
    public required IReadOnlyList<Citation> Refers { get; init; }

    /// <summary>Text slips and contradictions.</summary>
    public Bilingual? Quirks { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>The citation that leads here.</summary>
    public Citation Citation => new(Document, Number);
}

/// <summary>One row of a responsibility matrix.</summary>
public sealed record KeyTask(
    int Row, string Clause, Bilingual Title, IReadOnlyList<string> LeadAgencies, IReadOnlyList<string> JointAgencies,
    string UnitsAsGiven, string DeadlineAsGiven, string Status, string? Note);

/// <summary>A policy document, or a national norm behind the documents.</summary>
public sealed record PolicyDocument
{
    /// <summary>000 … 004, or <c>norms/&lt;id&gt;</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The short name used in chips.</summary>
    public required Bilingual Short { get; init; }

    /// <summary>The title; law names stay Chinese in their zh text.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Document number, if printed.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued it.</summary>
    public Bilingual? Issuer { get; init; }

    /// <summary>The division, 0 for the nation.</summary>
    public required int Division { get; init; }

    /// <summary>Date printed on it.</summary>
    public DateOnly? Issued { get; init; }

    /// <summary>First day in force.</summary>
    public DateOnly? From { get; init; }

    /// <summary>A day before which the text cannot have been in force, where it names no first one: that of a text it builds on.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>Last day in force.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What it is worth.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Whether we checked it against its text.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>What a norm without articles says, in our own words.</summary>
    public Bilingual? Says { get; init; }

    /// <summary>Remarks.</summary>
    public Bilingual? Note { get; init; }

    /// <summary>Signatories as printed.</summary>
    public required IReadOnlyList<string> Signatories { get; init; }

    /// <summary>Its clauses (or articles) in order.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>Its responsibility matrix.</summary>
    public required IReadOnlyList<KeyTask> Tasks { get; init; }

    /// <summary>Whether it is a norm rather than one of the policy documents.</summary>
    public bool IsNorm => Id.StartsWith("norms/", StringComparison.Ordinal);

    /// <summary>A clause by number, or null.</summary>
    public Clause? Find(string number) => Clauses.FirstOrDefault(clause => clause.Number == number);
}

/// <summary>What carries a clause out beside quantities: a service, a task or an indicator.</summary>
/// <param name="Kind">service, task or indicator.</param>
/// <param name="Id">Stable id.</param>
/// <param name="Label">Name.</param>
/// <param name="System">System of the catalogue.</param>
/// <param name="Status">live or planned.</param>
/// <param name="Informs">Whether it tells people of the clause without delivering what the clause promises.</param>
public sealed record Carrier(string Kind, string Id, Bilingual Label, string System, string Status, bool Informs);

/// <summary>What carries a clause out.</summary>
public sealed record Coverage(Citation Clause, IReadOnlyList<Carrier> Carriers, DateOnly? VerifiedOn, SourcePosition Position);

/// <summary>An expectation of a worked case; members that are null are not compared.</summary>
public sealed record Expectation
{
    /// <summary>mother or father.</summary>
    public string? For { get; init; }

    /// <summary>Index of the child.</summary>
    public int? Child { get; init; }

    /// <summary>in-force or draft.</summary>
    public string Lane { get; init; } = "in-force";

    /// <summary>Whether no outcome at all is expected.</summary>
    public bool None { get; init; }

    /// <summary>Expected members by JSON name: status, value, unit, from, until, rule, strength, handler …</summary>
    public required IReadOnlyDictionary<string, string> Members { get; init; }

    /// <summary>Expected missing facts.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Expected bounds.</summary>
    public IReadOnlyList<string>? Bounds { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }
}

/// <summary>A worked case: a family and what is expected for one quantity.</summary>
public sealed record WorkedCase(
    string Quantity, int Division, string Name, string? Scenario, string FamilyJson, IReadOnlyList<Expectation> Expectations, SourcePosition Position);
