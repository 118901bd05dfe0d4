using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Binding;

/// <summary>
/// The intermediate representation: a typed tree without names, shared by every back end.
/// A node is a <see cref="Condition"/> (three-valued), a <see cref="Number"/> (one 64-bit integer) or a <see cref="Quotient"/> (an exact fraction).
/// </summary>
/// <param name="Position">The place in the pack it came from.</param>
public abstract record Node(SourcePosition Position);

/// <summary>A node that is true, false or unknown.</summary>
public abstract record Condition(SourcePosition Position) : Node(Position);

/// <summary>A node that is a 64-bit integer of the given type, or unknown.</summary>
public abstract record Number(SourcePosition Position, RuleType Type) : Node(Position);

/// <summary>A node that is an exact fraction of the given type, or unknown.</summary>
public abstract record Quotient(SourcePosition Position, RuleType Type) : Node(Position);

/// <summary>Which entity a fact is read from.</summary>
public enum EntityReference
{
    /// <summary>The family.</summary>
    Family,

    /// <summary>The mother.</summary>
    Mother,

    /// <summary>The father.</summary>
    Father,

    /// <summary>The parent the quantity is answered for.</summary>
    Parent,

    /// <summary>The other parent.</summary>
    Spouse,

    /// <summary>The child the quantity is answered for.</summary>
    Child,

    /// <summary>The item of a collection, by the depth of its loop.</summary>
    Item,
}

/// <summary>A collection a rule may run over.</summary>
public enum CollectionKind
{
    /// <summary>The children of the family.</summary>
    Children,

    /// <summary>The own parents of a parent who are in hospital.</summary>
    Elders,
}

/// <summary>A collection and, for elders, whose.</summary>
public sealed record CollectionReference(CollectionKind Kind, EntityReference Owner);

/// <summary>A boolean constant.</summary>
public sealed record BoolConstant(SourcePosition Position, bool Value) : Condition(Position);

/// <summary>A boolean fact.</summary>
public sealed record FactCondition(SourcePosition Position, FactDefinition Fact, EntityReference Entity, int Depth) : Condition(Position);

/// <summary>Kleene negation.</summary>
public sealed record Not(SourcePosition Position, Condition Operand) : Condition(Position);

/// <summary>Kleene conjunction.</summary>
public sealed record And(SourcePosition Position, IReadOnlyList<Condition> Operands) : Condition(Position)
{
    /// <summary>The operands once more: walked for every rule of every family, where a call through an interface is felt.</summary>
    internal readonly Condition[] Parts = [.. Operands];
}

/// <summary>Kleene disjunction.</summary>
public sealed record Or(SourcePosition Position, IReadOnlyList<Condition> Operands) : Condition(Position)
{
    /// <inheritdoc cref="And.Parts"/>
    internal readonly Condition[] Parts = [.. Operands];
}

/// <summary>The six comparisons.</summary>
public enum Comparator
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>Comparison of two numbers of one type.</summary>
public sealed record Compare(SourcePosition Position, Comparator Comparator, Number Left, Number Right) : Condition(Position);

/// <summary>Membership of a number in a list of constants.</summary>
public sealed record InList(SourcePosition Position, Number Operand, IReadOnlyList<long> Values) : Condition(Position)
{
    /// <inheritdoc cref="And.Parts"/>
    internal readonly long[] Members = [.. Values];
}

/// <summary>Whether a division lies in another (constant) one, or is it.</summary>
public sealed record Within(SourcePosition Position, Number Division, long Outer) : Condition(Position);

/// <summary>Whether a set has a member.</summary>
public sealed record HasMember(SourcePosition Position, Number Set, int Member) : Condition(Position);

/// <summary>Whether a set is empty.</summary>
public sealed record IsEmpty(SourcePosition Position, Number Set) : Condition(Position);

/// <summary>any or all over a collection.</summary>
public sealed record Quantified(SourcePosition Position, bool All, CollectionReference Collection, int Depth, Condition Body) : Condition(Position);

/// <summary>A choice between conditions.</summary>
public sealed record IfCondition(SourcePosition Position, Condition Test, Condition Then, Condition Else) : Condition(Position);

/// <summary>A named definition of the vocabulary that is a condition; kept for explanation.</summary>
public sealed record DefinedCondition(SourcePosition Position, Definition Definition, EntityReference Entity, int Depth, Condition Body) : Condition(Position);

/// <summary>A constant.</summary>
public sealed record Constant(SourcePosition Position, RuleType Type, long Value) : Number(Position, Type);

/// <summary>The day the question is asked for.</summary>
public sealed record AsOf(SourcePosition Position) : Number(Position, RuleType.Date);

/// <summary>The value of the outcome itself; only in periods and windows.</summary>
public sealed record OutcomeValue(SourcePosition Position, RuleType Type) : Number(Position, Type);

/// <summary>A fact that is not boolean.</summary>
public sealed record FactNumber(SourcePosition Position, FactDefinition Fact, EntityReference Entity, int Depth) : Number(Position, Fact.Type);

/// <summary>The value of a parameter in a place on a day; unknown where none is set there.</summary>
public sealed record ParameterNumber(SourcePosition Position, RuleType Type, Parameter Parameter, Number Division, Number Date) : Number(Position, Type);

/// <summary>The arithmetic of two numbers that yields a number.</summary>
public enum Arithmetic
{
    /// <summary>a + b</summary>
    Add,

    /// <summary>a − b</summary>
    Subtract,

    /// <summary>a × b, both whole</summary>
    Multiply,

    /// <summary>The smaller.</summary>
    Min,

    /// <summary>The greater.</summary>
    Max,
}

/// <summary>Arithmetic of two numbers.</summary>
public sealed record Binary(SourcePosition Position, RuleType Type, Arithmetic Operation, Number Left, Number Right) : Number(Position, Type);

/// <summary>A choice between numbers.</summary>
public sealed record IfNumber(SourcePosition Position, RuleType Type, Condition Test, Number Then, Number Else) : Number(Position, Type);

/// <summary>The calendar functions.</summary>
public enum CalendarFunction
{
    /// <summary>The same day n months later; the first of the next month where it does not exist.</summary>
    Anniversary,

    /// <summary>The same day n months later; the last of the month where it does not exist.</summary>
    AnniversaryClamped,

    /// <summary>Completed months by <see cref="Anniversary"/>.</summary>
    MonthsOld,

    /// <summary>Completed months by <see cref="AnniversaryClamped"/>.</summary>
    MonthsOldClamped,

    /// <summary>Completed years by <see cref="Anniversary"/>.</summary>
    YearsOld,

    /// <summary>Days from the first date to the second.</summary>
    DaysBetween,

    /// <summary>Calendar months from the month of the first date to that of the second.</summary>
    MonthsBetween,

    /// <summary>The year of a date.</summary>
    YearOf,

    /// <summary>The month of a date.</summary>
    MonthOf,

    /// <summary>The first day of the month.</summary>
    MonthStart,

    /// <summary>The first day of the year.</summary>
    YearStart,

    /// <summary>The last day of the year.</summary>
    YearEnd,
}

/// <summary>A calendar function of one or two numbers.</summary>
public sealed record CalendarCall(SourcePosition Position, RuleType Type, CalendarFunction Function, Number First, Number? Second) : Number(Position, Type);

/// <summary>How a collection becomes one number.</summary>
public enum Aggregation
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>The sum of a value.</summary>
    Sum,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The greatest value.</summary>
    Max,
}

/// <summary>An aggregate over the items that pass a filter. Min and max of no item are unknown.</summary>
public sealed record Aggregate(
    SourcePosition Position, RuleType Type, Aggregation Aggregation, CollectionReference Collection, int Depth, Condition? Filter, Number? Value)
    : Number(Position, Type);

/// <summary>The first where it is known, else the second; only in periods and windows.</summary>
public sealed record FirstKnown(SourcePosition Position, RuleType Type, Number First, Number Second) : Number(Position, Type);

/// <summary>The same number with another period, by name.</summary>
public sealed record Retyped(SourcePosition Position, RuleType Type, Number Operand) : Number(Position, Type);

/// <summary>A named definition of the vocabulary that is a number; kept for explanation.</summary>
public sealed record DefinedNumber(SourcePosition Position, Definition Definition, EntityReference Entity, int Depth, Number Body) : Number(Position, Body.Type);

/// <summary>How a fraction becomes whole.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest; a half goes away from zero.</summary>
    HalfUp,

    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>Away from zero.</summary>
    Up,
}

/// <summary>A fraction rounded to a whole fen, day or number.</summary>
public sealed record Rounded(SourcePosition Position, RuleType Type, RoundingMode Mode, Quotient Operand) : Number(Position, Type);

/// <summary>A number as a fraction over one (or over the scale of a rate).</summary>
public sealed record QuotientOf(SourcePosition Position, Number Operand) : Quotient(Position, Operand.Type.AsQuotient());

/// <summary>The arithmetic of fractions.</summary>
public enum QuotientArithmetic
{
    /// <summary>a + b</summary>
    Add,

    /// <summary>a − b</summary>
    Subtract,

    /// <summary>a × b</summary>
    Multiply,

    /// <summary>a ÷ b; unknown where b is zero.</summary>
    Divide,
}

/// <summary>Arithmetic of two fractions.</summary>
public sealed record QuotientBinary(SourcePosition Position, RuleType Type, QuotientArithmetic Operation, Quotient Left, Quotient Right) : Quotient(Position, Type);
