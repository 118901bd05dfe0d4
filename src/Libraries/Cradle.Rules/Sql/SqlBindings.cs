using System.Globalization;

namespace Cradle.Rules.Sql;

/// <summary>
/// Names for expressions that several places read. PostgreSQL copies the expressions of a plain sub-select into every place that reads them, and evaluates each copy; it
/// leaves a sub-select whole that returns a set, be it a set of one row. (VALUES would stay whole as well, but prepares its expressions anew for every family.)
/// </summary>
/// <param name="alias">The name of the relation.</param>
internal sealed class SqlBindings(string alias)
{
    private readonly List<SqlText> _texts = [];
    private readonly Dictionary<string, SqlText> _columns = [];

    /// <summary>Whether nothing has a name.</summary>
    public bool IsEmpty => _texts.Count == 0;

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
            var columns = _texts.Select((text, index) => string.Create(CultureInfo.InvariantCulture, $"{text} AS v{index + 1}"));
            return $"""
                CROSS JOIN LATERAL (SELECT
                  {string.Join(",\n  ", columns)},
                  generate_series(1, 1) AS row) AS {alias}
                """;
        }
    }
}
