using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>How an item of a collection is spoken of.</summary>
internal enum ItemRole
{
    /// <summary>Of any: "some child".</summary>
    Some,

    /// <summary>Of all: "every child".</summary>
    Every,

    /// <summary>Inside a filter or a compound condition: "that child".</summary>
    That,
}

/// <summary>
/// The phrases a language puts around labels. The walkers decide what is said and in which order; a wording only says it.
/// Every phrase that takes several clauses keeps them apart, so that and and or can't be confused.
/// </summary>
internal abstract class Wording
{
    /// <summary>The language of the phrases and of the labels.</summary>
    public abstract Language Language { get; }

    /// <summary>Whether "a or b" of a list is clear beside other conditions without brackets.</summary>
    public abstract bool ListsStandAlone { get; }

    /// <summary>The wording of a language.</summary>
    public static Wording Of(Language language, Func<long, string?>? divisionName) =>
        language == Language.English ? new EnglishWording(divisionName) : new ChineseWording(divisionName);

    /// <summary>The entity as the subject of a clause.</summary>
    public abstract string Owner(EntityReference entity);

    /// <summary>An item of a collection as the subject of a clause.</summary>
    public abstract string Item(CollectionKind collection, ItemRole role);

    /// <summary>What belongs to somebody.</summary>
    public abstract string Of(string owner, string label);

    /// <summary>A yes-or-no label said of its owner.</summary>
    public abstract string Predicate(string owner, EntityKind kind, Bilingual label, bool negated);

    /// <summary>An enumerated fact that is, or is not, one of some members.</summary>
    public abstract string Members(string owner, Bilingual label, Enumeration enumeration, IReadOnlyList<int> members, bool negated);

    /// <summary>A comparison of two numbers.</summary>
    public abstract string Comparison(Comparator comparator, string left, string right, ValueKind kind);

    /// <summary>A number between two others, both included.</summary>
    public abstract string Between(string operand, string low, string high, bool negated);

    /// <summary>A number that is, or is not, one of a list.</summary>
    public abstract string Among(string operand, IReadOnlyList<string> values, bool negated);

    /// <summary>A division that lies, or does not lie, in another.</summary>
    public abstract string Inside(string division, string outer, bool negated);

    /// <summary>A set that has, or lacks, a member.</summary>
    public abstract string Includes(string set, string member, bool negated);

    /// <summary>A set that is, or is not, empty.</summary>
    public abstract string Empty(string set, bool negated);

    /// <summary>Conditions of which all hold.</summary>
    public abstract string All(IReadOnlyList<string> conditions);

    /// <summary>Conditions of which one holds.</summary>
    public abstract string Any(IReadOnlyList<string> conditions);

    /// <summary>A clause kept apart from its surroundings.</summary>
    public abstract string Group(string text);

    /// <summary>That a compound condition does not hold.</summary>
    public abstract string NotSo(string condition);

    /// <summary>A condition that always, or never, holds.</summary>
    public abstract string Constant(bool value);

    /// <summary>A choice between two conditions or numbers.</summary>
    public abstract string Choice(string test, string then, string otherwise);

    /// <summary>That some, or every, item meets a compound condition; negated: not one, or not every.</summary>
    public abstract string Quantified(CollectionReference collection, string owner, bool all, string body, bool negated);

    /// <summary>That a collection has, or lacks, items at all.</summary>
    public abstract string HasItems(CollectionReference collection, string owner, bool negated);

    /// <summary>The items of a collection, restricted to those that meet a condition.</summary>
    public abstract string Items(CollectionReference collection, string owner, string? filter);

    /// <summary>A collection as one number.</summary>
    public abstract string Aggregate(Aggregation aggregation, string items, string? value);

    /// <summary>The day the question is asked for.</summary>
    public abstract string AsOf { get; }

    /// <summary>The value of the outcome itself.</summary>
    public abstract string OutcomeValue(ValueKind kind);

    /// <summary>A day, in prose.</summary>
    public abstract string Date(DateOnly date);

    /// <summary>A value in the unit of a header, "at least" or "up to" where the text says so.</summary>
    public abstract string Value(long value, string unit, ValueLimit limit = ValueLimit.None);

    /// <summary>All values from one to another in the unit of a header.</summary>
    public abstract string Range(long low, long high, string unit);

    /// <summary>A constant of an expression.</summary>
    public abstract string Amount(long value, RuleType type);

    /// <summary>A division by name, or by code where no name is at hand.</summary>
    public abstract string Division(long code);

    /// <summary>A day some days before or after another.</summary>
    public abstract string Shifted(string date, string days, bool isOne, bool before);

    /// <summary>The last of a number of days counted from a day, that day included.</summary>
    public abstract string LastOf(string date, string days);

    /// <summary>A calendar function; <paramref name="first"/> is the event, not its date, where it is a birth.</summary>
    public abstract string Calendar(CalendarFunction function, string first, bool isBirth, string? second, long? months, bool atAsOf);

    /// <summary>The smaller or the greater of two numbers.</summary>
    public abstract string Extreme(bool greater, string left, string right);

    /// <summary>A fact, or another where it is not known.</summary>
    public abstract string FirstKnown(string first, string second);

    /// <summary>A figure that is set by place and time; the date is null where it is the day asked for.</summary>
    public abstract string Parameter(string label, string division, string? date);

    /// <summary>The same amount, read for another period.</summary>
    public abstract string PerPeriod(string amount, MoneyPeriod period);

    /// <summary>A fraction made whole.</summary>
    public abstract string Rounded(string quotient, RoundingMode mode, ValueKind kind);

    /// <summary>From one day to another, both included; either may be open.</summary>
    public abstract string Span(string? from, string? until);

    /// <summary>Rows of a table.</summary>
    public abstract string Rows(bool unique, IReadOnlyList<(string? When, string Value)> rows);

    /// <summary>A whole rule.</summary>
    public abstract string Rule(RuleParts parts);

    /// <summary>The plain digits of a whole number.</summary>
    protected static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Millionths as a percentage without idle zeros.</summary>
    protected static string Percent(long millionths) => (millionths / (RuleType.RateScale / 100m)).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    /// <summary>A rate in a calculation: a percentage, or a plain factor where a percentage would hide it (21.75 days a month).</summary>
    protected static string Factor(long millionths) => Math.Abs(millionths) > 10 * RuleType.RateScale
        ? (millionths / (decimal)RuleType.RateScale).ToString("0.######", CultureInfo.InvariantCulture)
        : Percent(millionths);
}

/// <summary>What a rule says, in clauses already worded.</summary>
/// <param name="When">The condition; null where the rule always applies.</param>
/// <param name="Header">The quantity.</param>
/// <param name="Strength">What the words bind to.</param>
/// <param name="IsDraft">Whether the rule rests on a draft.</param>
/// <param name="Value">The value; null for a flag, a table or a figure not set.</param>
/// <param name="IsFigure">Whether the value is one figure rather than a calculation.</param>
/// <param name="Rows">The rows of a table.</param>
/// <param name="NotSet">What is left open.</param>
internal sealed record RuleParts(string? When, QuantityHeader Header, Strength Strength, bool IsDraft, string? Value, bool IsFigure, string? Rows, NotSet? NotSet);
