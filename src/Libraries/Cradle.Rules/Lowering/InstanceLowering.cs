using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>Whether a family has the instance at all: the parent is there, and of twins only the first is asked about.</summary>
internal static class InstanceLowering
{
    public static Op IsPresent(LoweringScope scope, OutcomeKey key)
    {
        var header = key.Quantity.Header;
        var parent = key.Rows != PopulationTable.Children ? key.Parent : header.Beneficiary switch
        {
            "mother" => EntityReference.Mother,
            "father" => EntityReference.Father,
            _ => null,
        };
        var present = parent is { } who ? scope.Graph.Not(IsAbsent(scope, who)) : scope.Graph.True;
        return header.Instance == InstanceKind.Birth ? scope.Graph.And(present, IsFirstOfBirth(scope)) : present;
    }

    private static Op IsAbsent(LoweringScope scope, EntityReference parent)
    {
        var other = parent == EntityReference.Mother ? "father_only" : "mother_only";
        if (Fact(scope, EntityKind.Family, "parents") is not { } fact || fact.Type.Enumeration?.IndexOf(other) is not (>= 0 and var member))
            return scope.Graph.False;
        var column = new ColumnReference(PopulationTable.Family, fact, RowVariable.Family);
        return scope.Graph.And(scope.Graph.Known(column), scope.Graph.Equal(scope.Graph.Column(column), scope.Graph.Constant(member)));
    }

    private static Op IsFirstOfBirth(LoweringScope scope)
    {
        var graph = scope.Graph;
        if (Fact(scope, EntityKind.Child, "birth_date") is not { } fact)
            return graph.True;
        var own = new ColumnReference(PopulationTable.Children, fact, RowVariable.Child);
        var other = own with { Row = RowVariable.Item };
        var (born, bornOther) = (graph.Column(own), graph.Column(other));
        var earlier = graph.Any(new Loop(PopulationTable.Children, RowVariable.Item), graph.And(graph.Known(other), graph.Or(
            graph.Equal(graph.Subtract(born, graph.Constant(1)), bornOther),
            graph.And(graph.Less(graph.RowNumber(RowVariable.Item), graph.RowNumber(RowVariable.Child)), graph.Equal(born, bornOther)))));
        return graph.Not(graph.And(graph.ListKnown(PopulationTable.Children), graph.Known(own), earlier));
    }

    private static FactDefinition? Fact(LoweringScope scope, EntityKind entity, string path) => scope.Policy.Pack.Vocabulary.Find(entity, path);
}
