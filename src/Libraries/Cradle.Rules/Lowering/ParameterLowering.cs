using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Lowering;

/// <summary>A parameter as a table by region, one for each stretch of days in which it does not change; the meaning is <see cref="Parameter.At"/>.</summary>
internal static class ParameterLowering
{
    public static LowNumber LowerParameter(this LoweringScope scope, ParameterNumber number)
    {
        var graph = scope.Graph;
        var (place, date) = (scope.Lower(number.Division), scope.Lower(number.Date));
        var set = On(scope, number.Parameter, place.Value, date.Value.Low);
        foreach (var cut in number.Parameter.Cuts.Where(cut => cut > date.Value.Low && cut <= date.Value.High))
        {
            var (before, from) = (graph.Less(date.Value, graph.Constant(cut)), On(scope, number.Parameter, place.Value, cut));
            set = new(graph.Choose(before, set.Known, from.Known), graph.Select(before, set.Value, from.Value));
        }

        return set with { Known = graph.And(place.Known, date.Known, set.Known) };
    }

    private static LowNumber On(LoweringScope scope, Parameter parameter, Op place, long day)
    {
        var graph = scope.Graph;
        var values = scope.Policy.Pack.Divisions.Select(division => parameter.At(division, day)?.Value).ToList();
        var some = values.Find(value => value is not null);   // where none is set, any will do: nothing reads it
        return new(
            graph.Equal(graph.Place(new RegionTable(scope.Policy, [.. values.Select(value => value is null ? 0L : 1L)]), place), graph.Constant(1)),
            graph.Place(new RegionTable(scope.Policy, [.. values.Select(value => value ?? some ?? 0)]), place));
    }
}
