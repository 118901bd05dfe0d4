using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>
/// What an operation does. Bits are true or false, never unknown: what may be unknown was split into two bits before. Wholes are integers that
/// provably fit 64 bits, whatever the rows hold; of a row that is not known, any value of the fact's domain may be read, and nothing depends on it.
/// </summary>
internal enum OpKind
{
    /// <summary>A bit: <see cref="Op.Constant"/> is 0 or 1.</summary>
    Bit,

    /// <summary>Negation.</summary>
    Not,

    /// <summary>Conjunction of two bits; there is no disjunction.</summary>
    And,

    /// <summary>Whether two wholes are equal.</summary>
    Equal,

    /// <summary>Whether the first whole is less than the second.</summary>
    Less,

    /// <summary>Whether bit number <see cref="Op.Constant"/> of a whole is set.</summary>
    HasBit,

    /// <summary>Whether the fact of <see cref="Op.Column"/> is known in its row.</summary>
    Known,

    /// <summary>Whether the family's list of <see cref="Op.Table"/> is known.</summary>
    ListKnown,

    /// <summary>Whether a bit is set for any item of <see cref="Op.Loop"/>.</summary>
    Any,

    /// <summary>A whole: <see cref="Op.Constant"/>.</summary>
    Constant,

    /// <summary>A whole: the day asked for.</summary>
    Day,

    /// <summary>The least value of the variable of a monotone operation (the first operand) from which on it is, or is no longer, less than the second; it hangs on the day alone.</summary>
    Threshold,

    /// <summary>The value of <see cref="Op.Column"/> in its row; of a division the code.</summary>
    Column,

    /// <summary>What <see cref="Op.Place"/> says of a division; its operand is a column of divisions.</summary>
    Place,

    /// <summary>The number of the row that <see cref="Op.Row"/> stands on; only good for comparing rows of one table.</summary>
    RowNumber,

    /// <summary>a + b</summary>
    Add,

    /// <summary>a − b</summary>
    Subtract,

    /// <summary>a × b</summary>
    Multiply,

    /// <summary>The smaller.</summary>
    Min,

    /// <summary>The greater.</summary>
    Max,

    /// <summary>The second where the first (a bit) is set, else the third.</summary>
    Select,

    /// <summary>The calendar function <see cref="Op.Function"/> of one or two wholes.</summary>
    Calendar,

    /// <summary>The first divided by the second, which is positive, rounded by <see cref="Op.Rounding"/>.</summary>
    Divide,

    /// <summary>The sum of a whole over the items of <see cref="Op.Loop"/>; zero of none.</summary>
    Sum,

    /// <summary>The least over the items of <see cref="Op.Loop"/>; of none, the operand's <see cref="Op.High"/>.</summary>
    Least,

    /// <summary>The greatest over the items of <see cref="Op.Loop"/>; of none, the operand's <see cref="Op.Low"/>.</summary>
    Greatest,
}

/// <summary>The rows an operation may stand on.</summary>
internal enum RowVariable
{
    /// <summary>The row of the family, and of its mother and father.</summary>
    Family,

    /// <summary>The row of the child that is asked about.</summary>
    Child,

    /// <summary>The row of the item of the outermost loop; deeper loops follow.</summary>
    Item,
}

/// <summary>A fact of the row that a variable stands on.</summary>
internal sealed record ColumnReference(PopulationTable Table, FactDefinition Fact, RowVariable Row)
{
    /// <summary>Facts are declared once: the declaration itself tells them apart.</summary>
    public bool Equals(ColumnReference? other) => other is not null && Table == other.Table && Row == other.Row && ReferenceEquals(Fact, other.Fact);

    public override int GetHashCode() => HashCode.Combine(Table, Row, Fact.Slot);

    public override string ToString() => $"{Table}.{Fact.Path}[{Row}]";
}

/// <summary>A loop over a family's items, which stand in the row variable while it runs.</summary>
internal sealed record Loop(PopulationTable Table, RowVariable Row);

/// <summary>One operation of a graph in which equal operations are one object.</summary>
internal sealed class Op
{
    public required int Id { get; init; }

    public required OpKind Kind { get; init; }

    public required Op[] Operands { get; init; }

    /// <summary>See <see cref="OpKind"/>.</summary>
    public long Constant { get; init; }

    /// <summary>What the operation is about, by its kind: column, table, loop, place, row, function or rounding.</summary>
    public object? About { get; init; }

    /// <summary>The least value it can take.</summary>
    public required long Low { get; init; }

    /// <summary>The greatest value it can take.</summary>
    public required long High { get; init; }

    /// <summary>The row variables it depends on, one bit each; none for what is the same for every row of a family.</summary>
    public required int Rows { get; init; }

    public bool IsBit => Kind <= OpKind.Any;

    public bool IsTrue => Kind == OpKind.Bit && Constant == 1;

    public bool IsFalse => Kind == OpKind.Bit && Constant == 0;

    public bool IsConstant => Kind is OpKind.Bit or OpKind.Constant;

    /// <summary>Whether it hangs on the day asked for and on nothing else: it is worked out once for all rows.</summary>
    public required bool IsOfDay { get; init; }

    /// <summary>Whether it is the same for all rows.</summary>
    public bool IsFixed => IsConstant || IsOfDay;

    public Op First => Operands[0];

    public Op Second => Operands[1];

    public ColumnReference Column => (ColumnReference)About!;

    public PopulationTable Table => (PopulationTable)About!;

    public Loop Loop => (Loop)About!;

    public PlaceFunction Place => (PlaceFunction)About!;

    public RowVariable Row => (RowVariable)About!;

    public Binding.CalendarFunction Function => (Binding.CalendarFunction)About!;

    public Binding.RoundingMode Rounding => (Binding.RoundingMode)About!;

    /// <inheritdoc/>
    public override string ToString() => IsConstant
        ? Constant.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : $"{Kind}({string.Join(", ", new[] { About?.ToString() }.Concat(Operands.Select(operand => operand.ToString())).Where(text => text is not null))})";
}
