using Cradle.Rules.Binding;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>Which instances of a family a quantity is answered for.</summary>
public enum InstanceKind
{
    /// <summary>Once for the family.</summary>
    Family,

    /// <summary>Once, for the mother.</summary>
    Mother,

    /// <summary>Once, for the father.</summary>
    Father,

    /// <summary>For each parent.</summary>
    Parent,

    /// <summary>For each child.</summary>
    Child,

    /// <summary>For each birth: twins once.</summary>
    Birth,
}

/// <summary>How rules that apply together become one outcome; see docs/policy-language.md.</summary>
public enum MergeMode
{
    /// <summary>The greatest value.</summary>
    Floor,

    /// <summary>One value; what is replaced gives way; unranked difference is a conflict.</summary>
    Replace,

    /// <summary>The smallest value.</summary>
    Cap,

    /// <summary>The sum.</summary>
    Add,

    /// <summary>The highest level that applies.</summary>
    Fill,

    /// <summary>As replace, and only the level of the header has rules.</summary>
    Closed,
}

/// <summary>What the words of the text bind to.</summary>
public enum Strength
{
    /// <summary>A duty or a right.</summary>
    Must,

    /// <summary>An option of the payer.</summary>
    May,

    /// <summary>Encouraged or supported.</summary>
    Encouraged,

    /// <summary>A programme without a personal claim.</summary>
    Programme,
}

/// <summary>How a text bounds its own figure.</summary>
public enum ValueLimit
{
    /// <summary>The figure is exact.</summary>
    None,

    /// <summary>The text says "at least": more may be given.</summary>
    AtLeast,

    /// <summary>The text says "up to": less may be given.</summary>
    AtMost,
}

/// <summary>A level of government that may hold packs.</summary>
public enum GovernmentLevel
{
    /// <summary>The nation.</summary>
    Nation,

    /// <summary>A province.</summary>
    Province,

    /// <summary>A city or prefecture.</summary>
    City,

    /// <summary>A county or district.</summary>
    County,
}

/// <summary>A bound window: from and until (inclusive), either may be open.</summary>
public sealed record BoundWindow(Number? From, Number? Until);

/// <summary>What a quantity is: the header that stands once, at its highest level.</summary>
public sealed record QuantityHeader
{
    /// <summary>Kebab-case id, unique.</summary>
    public required string Id { get; init; }

    /// <summary>The topic folder.</summary>
    public required string Topic { get; init; }

    /// <summary>What it is called.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>One sentence on what it is.</summary>
    public required Bilingual About { get; init; }

    /// <summary>leave, payment, service, …</summary>
    public required string Kind { get; init; }

    /// <summary>Who gains or owes: mother, father, parent, child, family, employer, institution, government.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>Whether the beneficiary is a person of the family.</summary>
    public bool IsForPerson => Beneficiary is "mother" or "father" or "parent" or "child" or "family";

    /// <summary>Whether whoever stands as beneficiary has to do it rather than has it: a government always, an employer or institution where it is no money or help for them.</summary>
    public bool IsOwedByBeneficiary => !IsForPerson && (Beneficiary == "government" || Kind is "duty" or "protection" or "service");

    /// <summary>Which instances are answered.</summary>
    public required InstanceKind Instance { get; init; }

    /// <summary>The unit as written, e.g. <c>CNY/month</c>; <c>flag</c> for a right without a number.</summary>
    public required string Unit { get; init; }

    /// <summary>The type of the value; null for a flag.</summary>
    public required RuleType? ValueType { get; init; }

    /// <summary>How levels combine.</summary>
    public required MergeMode Merge { get; init; }

    /// <summary>Levels that may set it; empty means any.</summary>
    public required IReadOnlyList<GovernmentLevel> Competence { get; init; }

    /// <summary>The division whose rules apply.</summary>
    public required Number Region { get; init; }

    /// <summary>The day that picks the version in force.</summary>
    public required Number Anchor { get; init; }

    /// <summary>When it can be used.</summary>
    public BoundWindow? Window { get; init; }

    /// <summary>The dates printed, where they differ from the window.</summary>
    public BoundWindow? Period { get; init; }

    /// <summary>Who handles it.</summary>
    public required string Handler { get; init; }

    /// <summary>The quantity that this one adds to: same instances, same unit. A family sees one sum with one last day.</summary>
    public string? Extends { get; init; }

    /// <summary>The quantity that already counts these amounts: a sum of it, or another reading of it. Totals never add both.</summary>
    public string? CountedIn { get; init; }

    /// <summary>Whether another quantity extends it, or is counted in it.</summary>
    internal bool IsWhole { get; set; }

    /// <summary>The systems of the catalogue that deliver it.</summary>
    public required IReadOnlyList<string> Systems { get; init; }

    /// <summary>The pack folder's division (0 for the nation) where the header stands.</summary>
    public required int Division { get; init; }

    /// <summary>Where the header stands.</summary>
    public required SourcePosition Position { get; init; }
}

/// <summary>A citation of a clause or of a norm's article.</summary>
/// <param name="Document">Document id, or <c>norms/&lt;id&gt;</c>.</param>
/// <param name="Clause">Clause or article number; empty for a norm as a whole.</param>
public sealed record Citation(string Document, string Clause)
{
    /// <summary>Whether it cites national law rather than one of the documents.</summary>
    public bool IsNorm => Document.StartsWith("norms/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Clause.Length == 0 ? Document : $"{Document}/{Clause}";

    /// <summary>Reads <c>000/二（十二）</c> or <c>norms/female-workers-2012/7</c>.</summary>
    public static Citation Parse(string text)
    {
        var parts = text.Split('/');
        return parts[0] == "norms" && parts.Length > 1
            ? new Citation($"norms/{parts[1]}", string.Join('/', parts.Skip(2)))
            : new Citation(parts[0], string.Join('/', parts.Skip(1)));
    }
}

/// <summary>What a text leaves to somebody else.</summary>
public sealed record NotSet(Bilingual By, Bilingual What);

/// <summary>The service behind an item of a rule.</summary>
/// <param name="Key">Its stable key, such as <c>household-registration</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="WorkingDays">The working days within which the place has committed itself to it; null where no text says so.</param>
public sealed record ItemService(string Key, Bilingual Label, int? WorkingDays);

/// <summary>One row of a decision table.</summary>
public sealed record TableRow(Condition When, Number Value, SourcePosition Position);

/// <summary>A decision table: rows of a condition and a value.</summary>
public sealed record DecisionTable(bool Unique, IReadOnlyList<TableRow> Rows, SourcePosition Position);

/// <summary>One rule of one level.</summary>
public sealed record Rule
{
    /// <summary>Unique id, <c>level.quantity[.variant]</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Small number of the rule within the compiled policy (fits two bytes).</summary>
    public int Index { get; internal set; }

    /// <summary>The pack's division, 0 for the nation.</summary>
    public required int Division { get; init; }

    /// <summary>Rules it is the exception of.</summary>
    public required IReadOnlyList<string> Replaces { get; init; }

    /// <summary>A rule it says the same as.</summary>
    public string? Restates { get; init; }

    /// <summary>The clauses it carries out.</summary>
    public required IReadOnlyList<Citation> Cites { get; init; }

    /// <summary>Entries of the entitlement catalogue it carries.</summary>
    public required IReadOnlyList<string> Catalogue { get; init; }

    /// <summary>Entries that hold several things, of which it carries one.</summary>
    public required IReadOnlyList<string> CatalogueParts { get; init; }

    /// <summary>What its words bind to.</summary>
    public required Strength Strength { get; init; }

    /// <summary>Whether it rests on drafts only.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>Whether the facts of the rule were checked against their text.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>First day in force, inclusive; null is always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Where no first day is known: the day before which its texts cannot have been in force. The rule still answers for such a day, with a doubt.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>Last day in force, inclusive; null is open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The unit where it differs from the header's: one text pays by the year, another by the month.</summary>
    public string? Unit { get; init; }

    /// <summary>The type of its value, where it differs from the header's.</summary>
    public RuleType? ValueType { get; init; }

    /// <summary>The header as this rule fills it: its own unit, where it has one.</summary>
    public QuantityHeader In(QuantityHeader header) => Unit is null ? header : header with { Unit = Unit, ValueType = ValueType };

    /// <summary>The condition; null always applies.</summary>
    public Condition? When { get; init; }

    /// <summary>That condition as it is written.</summary>
    public string? WhenText { get; init; }

    /// <summary>The value; null for a flag, a table or a figure not set.</summary>
    public Number? Value { get; init; }

    /// <summary>The value as a table.</summary>
    public DecisionTable? Table { get; init; }

    /// <summary>Whether the text says "at least" or "up to" its value.</summary>
    public ValueLimit Limit { get; init; }

    /// <summary>What the text leaves open; then there is no value.</summary>
    public NotSet? NotSet { get; init; }

    /// <summary>Shown in the answer.</summary>
    public Bilingual? Note { get; init; }

    /// <summary>How an ambiguity was decided; shown in the answer.</summary>
    public Bilingual? Reading { get; init; }

    /// <summary>What the number counts.</summary>
    public required IReadOnlyList<Bilingual> Items { get; init; }

    /// <summary>The services behind the items, where the file names them.</summary>
    public IReadOnlyList<ItemService> Services { get; init; } = [];

    /// <summary>Overrides the header.</summary>
    public string? Handler { get; init; }

    /// <summary>Overrides the header.</summary>
    public BoundWindow? Window { get; init; }

    /// <summary>Overrides the header.</summary>
    public BoundWindow? Period { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }
}

/// <summary>A quantity with the rules of all levels, as read.</summary>
public sealed record Quantity(QuantityHeader Header, IReadOnlyList<Rule> Rules);
