using System.Text;

namespace Cradle.Platform.Lifecycles;

/// <summary>Draws lifecycles as Mermaid state diagrams with the table below, for docs/generated.</summary>
public static class LifecycleDrawing
{
    /// <summary>The whole page.</summary>
    public static string Page(IEnumerable<ILifecycle> lifecycles)
    {
        var page = new StringBuilder("# Lifecycles\n\nDrawn from the tables the product runs; a test keeps them equal.\n");
        foreach (var lifecycle in lifecycles.OrderBy(lifecycle => lifecycle.Name, StringComparer.Ordinal))
        {
            Draw(lifecycle, page);
        }

        return page.ToString();
    }

    private static void Draw(ILifecycle lifecycle, StringBuilder page)
    {
        page.Append('\n').Append("## ").Append(lifecycle.Name).Append("\n\n```mermaid\nstateDiagram-v2\n    [*] --> ").Append(lifecycle.InitialState).Append('\n');
        foreach (var row in lifecycle.Rows)
        {
            page.Append("    ").Append(row.From).Append(" --> ").Append(row.To).Append(": ").Append(row.Action).Append('\n');
        }

        page.Append("```\n\n| from | action | to | permission | time limit | |\n|---|---|---|---|---|---|\n");
        foreach (var row in lifecycle.Rows)
        {
            page.Append("| ").AppendJoin(" | ", row.From, row.Action, row.To, row.Permission ?? "", row.Limit ?? "", Conditions(row)).Append(" |\n");
        }
    }

    private static string Conditions(LifecycleRow row) => string.Join(", ", new[] { row.NeedsReason ? "reason" : null, row.NeedsAnother ? "another person" : null }.OfType<string>());
}
