using System.Globalization;
using System.Text;

namespace Cradle.Primitives;

/// <summary>
/// The rows of a small reference file in CSV (RFC 4180: commas, quotes doubled inside quotes, UTF-8 with or without a byte
/// order mark), with a header line. Lines that begin with # are remarks.
/// </summary>
internal sealed class CsvTable
{
    private readonly string source;
    private readonly Dictionary<string, int> columns;
    private readonly List<(int Line, string[] Fields)> rows;

    private CsvTable(string source, Dictionary<string, int> columns, List<(int Line, string[] Fields)> rows)
    {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
    }

    public IEnumerable<Row> Rows => rows.Select(row => new Row(this, row.Line, row.Fields));

    public static CsvTable Read(string source, TextReader reader, params string[] required)
    {
        Dictionary<string, int>? columns = null;
        var rows = new List<(int, string[])>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text) || text.StartsWith('#'))
            {
                continue;
            }

            var fields = Split(source, line, text);
            if (columns is null)
            {
                columns = fields.Select((name, index) => (name: name.TrimStart('\uFEFF'), index)).ToDictionary(c => c.name, c => c.index);
                var missing = required.Where(name => !columns.ContainsKey(name)).ToList();
                if (missing.Count > 0)
                {
                    throw new ReferenceDataException(source, line, $"columns missing: {string.Join(", ", missing)}");
                }
            }
            else if (fields.Length != columns.Count)
            {
                throw new ReferenceDataException(source, line, $"{fields.Length} fields where the header has {columns.Count}");
            }
            else
            {
                rows.Add((line, fields));
            }
        }

        return columns is null
            ? throw new ReferenceDataException(source, 1, "no header line")
            : new CsvTable(source, columns, rows);
    }

    private static string[] Split(string source, int line, string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        if (quoted)
        {
            throw new ReferenceDataException(source, line, "a quoted field is not closed");
        }

        fields.Add(field.ToString());
        return [.. fields];
    }

    internal readonly struct Row(CsvTable table, int line, string[] fields)
    {
        public string this[string column] => fields[table.columns[column]].Trim();

        public ReferenceDataException Error(string problem) => new(table.source, line, problem);

        public DivisionCode Division(string column) => ToDivision(column, this[column]);

        // Several codes stand in one field with spaces between them.
        public IReadOnlyList<DivisionCode> Divisions(string column)
        {
            var codes = new List<DivisionCode>();
            foreach (var text in this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                codes.Add(ToDivision(column, text));
            }

            return codes;
        }

        public DateOnly Date(string column) =>
            DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw Error($"{column}: '{this[column]}' is not a date such as 2025-01-01");

        private DivisionCode ToDivision(string column, string text) =>
            DivisionCode.TryParse(text, out var code) ? code : throw Error($"{column}: '{text}' is not a division code");
    }
}
