using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>Writes quantities anew so that their rules read other parameters.</summary>
internal sealed class ParameterSwap(IReadOnlyDictionary<Parameter, Parameter> others)
{
    public Quantity In(Quantity quantity) => quantity with { Header = In(quantity.Header), Rules = [.. quantity.Rules.Select(In)] };

    private QuantityHeader In(QuantityHeader header) => header with { Region = In(header.Region), Anchor = In(header.Anchor), Window = In(header.Window), Period = In(header.Period) };

    private Rule In(Rule rule) => rule with
    {
        When = rule.When is null ? null : In(rule.When),
        Value = rule.Value is null ? null : In(rule.Value),
        Table = rule.Table is null ? null : rule.Table with { Rows = [.. rule.Table.Rows.Select(row => row with { When = In(row.When), Value = In(row.Value) })] },
        Window = In(rule.Window),
        Period = In(rule.Period),
    };

    private BoundWindow? In(BoundWindow? window) => window is null ? null : new BoundWindow(window.From is null ? null : In(window.From), window.Until is null ? null : In(window.Until));

    private Condition In(Condition condition) => condition switch
    {
        And all => new And(all.Position, [.. all.Operands.Select(In)]),
        Or any => new Or(any.Position, [.. any.Operands.Select(In)]),
        Not not => not with { Operand = In(not.Operand) },
        Compare compare => compare with { Left = In(compare.Left), Right = In(compare.Right) },
        InList list => list with { Operand = In(list.Operand) },
        Within within => within with { Division = In(within.Division) },
        HasMember member => member with { Set = In(member.Set) },
        IsEmpty empty => empty with { Set = In(empty.Set) },
        Quantified quantified => quantified with { Body = In(quantified.Body) },
        IfCondition choice => choice with { Test = In(choice.Test), Then = In(choice.Then), Else = In(choice.Else) },
        DefinedCondition defined => defined with { Body = In(defined.Body) },
        _ => condition,
    };

    private Number In(Number number) => number switch
    {
        ParameterNumber parameter => parameter with { Parameter = others.GetValueOrDefault(parameter.Parameter, parameter.Parameter), Division = In(parameter.Division), Date = In(parameter.Date) },
        Binary binary => binary with { Left = In(binary.Left), Right = In(binary.Right) },
        IfNumber choice => choice with { Test = In(choice.Test), Then = In(choice.Then), Else = In(choice.Else) },
        CalendarCall call => call with { First = In(call.First), Second = call.Second is null ? null : In(call.Second) },
        Aggregate aggregate => aggregate with { Filter = aggregate.Filter is null ? null : In(aggregate.Filter), Value = aggregate.Value is null ? null : In(aggregate.Value) },
        FirstKnown first => first with { First = In(first.First), Second = In(first.Second) },
        Retyped retyped => retyped with { Operand = In(retyped.Operand) },
        DefinedNumber defined => defined with { Body = In(defined.Body) },
        Rounded rounded => rounded with { Operand = In(rounded.Operand) },
        _ => number,
    };

    private Quotient In(Quotient quotient) => quotient switch
    {
        QuotientOf of => of with { Operand = In(of.Operand) },
        QuotientBinary binary => binary with { Left = In(binary.Left), Right = In(binary.Right) },
        _ => quotient,
    };
}
