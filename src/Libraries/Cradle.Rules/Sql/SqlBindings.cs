using System.Globalization;

namespace Cradle.Rules.Sql;

/// <summary>
/// Names for expressions that several places read. PostgreSQL copies the expressions of a sub-select, or of a single row of VALUES, into every place that reads them,
/// and evaluates each copy; it does not take apart VALUES of two rows. So a second row, which the statement filters away, keeps every expression one.
/// </summary>
/// <param name="alias">The name of the relation.</param>
internal sealed class SqlBindings(string alias)
{
    private readonly List<SqlText> _texts = [];
    private readonly Dictionary<string, SqlText> _columns = [];

    /// <summary>Whether nothing has a name.</summary>
    public bool IsEmpty => _texts.Count == 0;

    /// <summary>A condition that keeps the row that counts.</summary>
    public string Filter => $"{alias}.row = 1";

    /// <summary>The column that holds an expression; a column or literal is its own name.</summary>
    public SqlText Bind(SqlText text)
    {
        if (text.Text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_'))
            return text;
        if (_columns.TryGetValue(text.Text, out var column))
            return column;
        _texts.Add(text);
        return _columns[text.Text] = text with { Text = string.Create(CultureInfo.InvariantCulture, $"{alias}.v{_texts.Count}"), IsAtom = true };
    }

    /// <summary>The relation, as a join.</summary>
    public string Join
    {
        get
        {
            var names = string.Join(", ", _texts.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"v{index + 1}")));
            return $"""
                CROSS JOIN LATERAL (VALUES
                  (1, {string.Join(",\n  ", _texts)}),
                  (0, {string.Join(", ", _texts.Select(_ => "NULL"))})) AS {alias}(row, {names})
                """;
        }
    }
}
