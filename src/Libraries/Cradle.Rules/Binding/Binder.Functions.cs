using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Binding;

/// <content>Functions and aggregates.</content>
public sealed partial class Binder
{
    private static readonly Dictionary<string, (CalendarFunction Function, RuleType First, RuleType? Second, RuleType Result)> Calendar = new()
    {
        ["anniversary"] = (CalendarFunction.Anniversary, RuleType.Date, RuleType.Months, RuleType.Date),
        ["anniversary_clamped"] = (CalendarFunction.AnniversaryClamped, RuleType.Date, RuleType.Months, RuleType.Date),
        ["months_old"] = (CalendarFunction.MonthsOld, RuleType.Date, RuleType.Date, RuleType.Months),
        ["months_old_clamped"] = (CalendarFunction.MonthsOldClamped, RuleType.Date, RuleType.Date, RuleType.Months),
        ["years_old"] = (CalendarFunction.YearsOld, RuleType.Date, RuleType.Date, RuleType.Int),
        ["days_between"] = (CalendarFunction.DaysBetween, RuleType.Date, RuleType.Date, RuleType.Days),
        ["months_between"] = (CalendarFunction.MonthsBetween, RuleType.Date, RuleType.Date, RuleType.Months),
        ["year_of"] = (CalendarFunction.YearOf, RuleType.Date, null, RuleType.Int),
        ["month_of"] = (CalendarFunction.MonthOf, RuleType.Date, null, RuleType.Int),
        ["month_start"] = (CalendarFunction.MonthStart, RuleType.Date, null, RuleType.Date),
        ["year_start"] = (CalendarFunction.YearStart, RuleType.Date, null, RuleType.Date),
        ["year_end"] = (CalendarFunction.YearEnd, RuleType.Date, null, RuleType.Date),
    };

    private Node? BindCall(CallExpression call, BindingScope scope)
    {
        if (Calendar.TryGetValue(call.Function, out var calendar))
        {
            if (!Arity(call, calendar.Second is null ? 1 : 2) || BindNumber(call.Arguments[0], scope, calendar.First) is not { } first)
                return null;
            var second = calendar.Second is null ? null : BindNumber(call.Arguments[1], scope, calendar.Second);
            return calendar.Second is not null && second is null ? null : new CalendarCall(call.Position, calendar.Result, calendar.Function, first, second);
        }

        switch (call.Function)
        {
            case "min" or "max" when Arity(call, 2):
                return BindPair(call, scope, (a, b) => HasOrder(a.Type, call.Position)
                    ? new Binary(call.Position, a.Type, call.Function == "min" ? Arithmetic.Min : Arithmetic.Max, a, b) : null);
            case "first_known" when Arity(call, 2):
                if (scope.Value is not null)
                    return BindPair(call, scope, (a, b) => new FirstKnown(call.Position, a.Type, a, b));
                diagnostics.Error("CR211", call.Position, "first_known may only stand in a period or window.", "An unknown fact must stay unknown in conditions and values.");
                return null;
            case "within" when Arity(call, 2):
                return BindNumber(call.Arguments[0], scope, RuleType.Division) is { } division && BindConstant(call.Arguments[1], scope, RuleType.Division) is { } outer
                    ? new Within(call.Position, division, outer.Value)
                    : null;
            case "has" when Arity(call, 2):
                return BindHas(call, scope);
            case "empty" when Arity(call, 1):
                return BindSet(call.Arguments[0], scope) is { } any ? new IsEmpty(call.Position, any) : null;
            case "parameter":
                return BindParameter(call, scope);
            case "round" when Arity(call, 2):
                return BindRound(call, scope);
            case "per_year" or "per_month" or "once" when Arity(call, 1):
                return BindPeriod(call, scope);
            case "min" or "max" or "first_known" or "within" or "has" or "empty" or "round" or "per_year" or "per_month" or "once":
                return null;
            default:
                diagnostics.Error("CR212", call.Position, $"There is no function {call.Function}.", "The functions are listed in docs/policy-language.md.");
                return null;
        }
    }

    private Number? BindPair(CallExpression call, BindingScope scope, Func<Number, Number, Number?> create) =>
        BindAnyNumber(call.Arguments[0], scope) is { } first && BindNumber(call.Arguments[1], scope, first.Type) is { } second ? create(first, second) : null;

    private HasMember? BindHas(CallExpression call, BindingScope scope)
    {
        if (BindSet(call.Arguments[0], scope) is not { } set)
            return null;
        if (call.Arguments[1] is NameExpression member)
            return BindMember(member, set.Type.Enumeration!) is { } index ? new HasMember(call.Position, set, index) : null;
        diagnostics.Error("CR208", call.Arguments[1].Position, $"This is no member of {set.Type.Enumeration!.Name}.", $"Members are {string.Join(", ", set.Type.Enumeration.Members)}.");
        return null;
    }

    /// <summary>parameter(name), parameter(name, division), parameter(name, division, date): of the nation where no division is named, of the day asked for where no date is.</summary>
    private ParameterNumber? BindParameter(CallExpression call, BindingScope scope)
    {
        if (call.Arguments.Count is < 1 or > 3)
        {
            diagnostics.Error("CR218", call.Position, $"parameter takes 1 to 3 arguments, not {call.Arguments.Count}.", "Write parameter(name, division, date); division and date may be left out.");
            return null;
        }

        if (call.Arguments[0] is not NameExpression { Parts.Count: 1 } name || parameters?.GetValueOrDefault(name.Text) is not { } parameter)
        {
            diagnostics.Error("CR220", call.Arguments[0].Position, "There is no parameter of this name.",
                parameters is { Count: > 0 } ? $"Parameters are {string.Join(", ", parameters.Keys.Order(StringComparer.Ordinal))}." : "Declare it in a file <topic>/<name>.parameter.yaml.");
            return null;
        }

        var division = call.Arguments.Count > 1 ? BindNumber(call.Arguments[1], scope, RuleType.Division) : new Constant(call.Position, RuleType.Division, 0);
        var date = call.Arguments.Count > 2 ? BindNumber(call.Arguments[2], scope, RuleType.Date) : new AsOf(call.Position);
        return division is null || date is null ? null : new ParameterNumber(call.Position, parameter.Type, parameter, division, date);
    }

    /// <summary>Binds an expression that must be a constant.</summary>
    internal Constant? BindConstant(Expression expression, BindingScope scope, RuleType type)
    {
        switch (BindNumber(expression, scope, type))
        {
            case Constant constant:
                return constant;
            case null:
                return null;
            default:
                diagnostics.Error("CR209", expression.Position, $"A constant {type} is needed here.", "Write it out, e.g. @62.");
                return null;
        }
    }

    private Number? BindSet(Expression expression, BindingScope scope)
    {
        var bound = Bind(expression, scope);
        if (bound is null or Number { Type.Kind: ValueKind.Set })
            return bound as Number;
        diagnostics.Error("CR213", expression.Position, "A set is needed here.", "Only facts of type `set …` can be asked for members.");
        return null;
    }

    private Rounded? BindRound(CallExpression call, BindingScope scope)
    {
        RoundingMode? mode = call.Arguments[1] is NameExpression name
            ? name.Text switch { "half_up" => RoundingMode.HalfUp, "down" => RoundingMode.Down, "up" => RoundingMode.Up, _ => null }
            : null;
        if (mode is null)
        {
            diagnostics.Error("CR214", call.Arguments[1].Position, "The rounding has no name.", "Write half_up, down or up.");
            return null;
        }

        switch (Bind(call.Arguments[0], scope))
        {
            case Quotient quotient:
                return new Rounded(call.Position, quotient.Type.AsQuotient(false), mode.Value, quotient);
            case Number { Type.IsMeasure: true } number:
                return new Rounded(call.Position, number.Type, mode.Value, new QuotientOf(number.Position, number));
            case null:
                return null;
            case var other:
                Mismatch(call.Arguments[0].Position, "an amount", TypeOf(other));
                return null;
        }
    }

    private Node? BindPeriod(CallExpression call, BindingScope scope)
    {
        var bound = Bind(call.Arguments[0], scope);
        if (bound is null)
            return null;
        if (bound is not Number { Type.Kind: ValueKind.Money } money)
        {
            diagnostics.Error("CR215", call.Position, $"{call.Function} needs an amount of money.", "Give it an amount such as 200 yuan/month.");
            return null;
        }

        var type = RuleType.Money(call.Function switch { "per_year" => MoneyPeriod.Year, "per_month" => MoneyPeriod.Month, _ => MoneyPeriod.Once });
        return (money.Type.Period, type.Period) switch   // a conversion is real: months become years by twelve, years become months as a quotient
        {
            (MoneyPeriod.Month, MoneyPeriod.Year) => new Binary(call.Position, type, Arithmetic.Multiply, money, new Constant(call.Position, RuleType.Int, 12)),
            (MoneyPeriod.Year, MoneyPeriod.Month) => new QuotientBinary(call.Position, type.AsQuotient(), QuotientArithmetic.Divide,
                new QuotientOf(call.Position, money), new QuotientOf(call.Position, new Constant(call.Position, RuleType.Int, 12))),
            _ => new Retyped(call.Position, type, money),
        };
    }

    private Node? BindAggregate(AggregateExpression aggregate, BindingScope scope)
    {
        if (BindCollection(aggregate.Collection, scope) is not { } collection)
            return null;
        if (scope.NextDepth >= BindingScope.DeepestLoop)
        {
            diagnostics.Error("CR219", aggregate.Position, $"Loops stand more than {BindingScope.DeepestLoop} deep.", "Name the inner one as a definition over one list.");
            return null;
        }

        var inner = scope.With(aggregate.Variable, collection.Kind == CollectionKind.Children ? EntityKind.Child : EntityKind.Elder);
        var filter = aggregate.Filter is null ? null : BindCondition(aggregate.Filter, inner);
        if (aggregate.Filter is not null && filter is null)
            return null;
        if (aggregate.Function is "any" or "all")
            return new Quantified(aggregate.Position, aggregate.Function == "all", collection, scope.NextDepth, filter ?? new BoolConstant(aggregate.Position, true));
        if (aggregate.Function == "count")
            return new Aggregate(aggregate.Position, RuleType.Int, Aggregation.Count, collection, scope.NextDepth, filter, null);
        if (aggregate.Value is null)
        {
            diagnostics.Error("CR216", aggregate.Position, $"{aggregate.Function} over a collection needs a value.", $"Write {aggregate.Function}(c in children where … : value).");
            return null;
        }

        if (BindAnyNumber(aggregate.Value, inner) is not { } value)
            return null;
        if (aggregate.Function == "sum" && !value.Type.IsMeasure || !HasOrder(value.Type, aggregate.Value.Position))
        {
            if (aggregate.Function == "sum" && !value.Type.IsMeasure)
                Mismatch(aggregate.Value.Position, "an amount", value.Type);
            return null;
        }

        var aggregation = aggregate.Function switch { "sum" => Aggregation.Sum, "min" => Aggregation.Min, _ => Aggregation.Max };
        return new Aggregate(aggregate.Position, value.Type, aggregation, collection, scope.NextDepth, filter, value);
    }

    private CollectionReference? BindCollection(NameExpression name, BindingScope scope)
    {
        if (name.Text == "children")
            return new CollectionReference(CollectionKind.Children, EntityReference.Family);
        if (name.Parts is [var owner, "elders"] && Root(owner, scope) is var (kind, entity, _) && kind == EntityKind.Parent)
            return new CollectionReference(CollectionKind.Elders, entity);
        diagnostics.Error("CR217", name.Position, $"{name.Text} is no collection.", "Collections are children, mother.elders, father.elders and parent.elders.");
        return null;
    }

    private bool Arity(CallExpression call, int count)
    {
        if (call.Arguments.Count == count)
            return true;
        diagnostics.Error("CR218", call.Position, $"{call.Function} takes {count} argument{(count == 1 ? "" : "s")}, not {call.Arguments.Count}.", "See docs/policy-language.md.");
        return false;
    }
}
