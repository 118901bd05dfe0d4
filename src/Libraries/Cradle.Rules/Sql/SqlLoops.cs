using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Explain;

namespace Cradle.Rules.Sql;

/// <summary>
/// The relations that stand beside a row and hold what loops over its lists come to: one relation for all loops over one list. A loop that reads nothing but
/// its own items is a grouped sub-select, read once for all families; any other is LATERAL. Both are keyed by the family id.
/// </summary>
internal sealed class SqlLoops
{
    private readonly SqlLoops? _outer;
    private readonly string _row;
    private readonly List<Relation> _relations = [];
    private readonly int[] _count;
    private readonly List<string> _bodies = [];

    private SqlLoops(SqlLoops? outer, string row, int[] count) => (_outer, _row, _count) = (outer, row, count);

    /// <summary>The loops of an instance.</summary>
    public static SqlLoops OfInstance() => new(null, "family", [0]);

    /// <summary>The relations as joins, each on a line of its own; empty where there are no loops.</summary>
    /// <remarks>Only a loop's body reads other loops, and those are deeper: deeper ones come first.</remarks>
    public string Joins => string.Concat(
        _relations.OrderByDescending(relation => relation.Key.IsClosed).ThenByDescending(relation => relation.Key.Depth).Select(relation => $"\n{relation.Sql}"));

    /// <summary>
    /// A column of the loop this stands for that holds what one item comes to. SQL takes an aggregate of outer columns alone for an aggregate of the outer query; of a
    /// column it is the loop's own.
    /// </summary>
    public SqlText Body(SqlText text)
    {
        if (!_bodies.Contains(text.Text))
            _bodies.Add(text.Text);
        return text with { Text = string.Create(CultureInfo.InvariantCulture, $"each.b{_bodies.IndexOf(text.Text) + 1}"), IsAtom = true };
    }

    /// <summary>The alias of the item of a loop.</summary>
    public static string ItemAlias(int depth) => string.Create(CultureInfo.InvariantCulture, $"item{depth}");

    /// <summary>A column that holds what a loop comes to; <paramref name="aggregate"/> writes it inside the loop. NULL there for a family without items.</summary>
    public (string Alias, string Column) Add(CollectionReference collection, int depth, IEnumerable<Node> bodies, SqlContext context, Func<SqlContext, string> aggregate)
    {
        var reach = Reach.Of(bodies, depth);
        var home = reach.OuterItem ? this : Top;
        var key = (collection.Kind, collection.Kind == CollectionKind.Elders ? context.AliasOf(collection.Owner, 0) : "", depth, reach.IsClosed);
        if (home._relations.Find(relation => relation.Key == key) is not { } found)
        {
            var alias = string.Create(CultureInfo.InvariantCulture, $"loop{++_count[0]}");
            found = new Relation(key, alias, home._row, new SqlLoops(home, ItemAlias(depth), _count));
            home._relations.Add(found);
        }

        return (found.Alias, found.Column(aggregate(context with { Loops = found.Inside, Figures = null, Terms = null, Parts = null })));
    }

    private SqlLoops Top => _outer?.Top ?? this;

    /// <summary>What the body of a loop reads beside its own items.</summary>
    private readonly record struct Reach(bool IsClosed, bool OuterItem)
    {
        public static Reach Of(IEnumerable<Node> bodies, int depth)
        {
            var (closed, outer) = (true, false);
            foreach (var node in bodies)
                Walk(node);
            return new Reach(closed, outer);

            void Walk(Node node)
            {
                if (node is FactCondition or FactNumber)
                {
                    var (entity, level) = node is FactCondition condition ? (condition.Entity, condition.Depth) : (((FactNumber)node).Entity, ((FactNumber)node).Depth);
                    closed &= entity == EntityReference.Item && level == depth;
                    outer |= entity == EntityReference.Item && level < depth;
                }

                closed &= node is not (Quantified or Aggregate or OutcomeValue);
                foreach (var child in FactWalk.Children(node))
                    Walk(child);
            }
        }
    }

    private sealed record Relation((CollectionKind Kind, string Owner, int Depth, bool IsClosed) Key, string Alias, string Row, SqlLoops Inside)
    {
        private readonly List<string> _columns = [];

        public string Column(string text)
        {
            if (!_columns.Contains(text))
                _columns.Add(text);
            return string.Create(CultureInfo.InvariantCulture, $"value{_columns.IndexOf(text) + 1}");
        }

        public string Sql
        {
            get
            {
                var item = ItemAlias(Key.Depth);
                var columns = string.Join(", ", _columns.Select((text, index) => string.Create(CultureInfo.InvariantCulture, $"{text} AS value{index + 1}")));
                var elders = Key.Kind == CollectionKind.Elders;
                var role = elders ? $"{item}.role = {(Key.Owner == "father" ? SqlLayout.FatherRole : SqlLayout.MotherRole)}" : null;
                var bodies = string.Concat(Inside._bodies.Select((text, index) => string.Create(CultureInfo.InvariantCulture, $", {text} AS b{index + 1}")));
                var items = $"SELECT {item}.family_id{bodies} FROM {(elders ? "elders" : "children")} AS {item}{Inside.Joins}";
                return Key.IsClosed
                    ? $"LEFT JOIN (SELECT each.family_id, {columns} FROM ({items}{(role is null ? "" : $" WHERE {role}")}) AS each GROUP BY each.family_id) AS {Alias} ON {Alias}.family_id = family.family_id"
                    : $"LEFT JOIN LATERAL (SELECT min(each.family_id) AS family_id, {columns} FROM ({items} WHERE {item}.family_id = {Row}.family_id{(role is null ? "" : $" AND {role}")}) AS each) AS {Alias} ON TRUE";
            }
        }
    }
}
