using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Sql;

/// <summary>Writes a population in PostgreSQL's text format of COPY, table by table. It opens no connection: the caller passes the text on.</summary>
public static class SqlCopy
{
    private const string Unknown = "\\N";

    /// <summary>The COPY command of a table: keys, and the facts of which the population knows anything.</summary>
    public static string Command(Population population, EntityKind entity)
    {
        ArgumentNullException.ThrowIfNull(population);
        var columns = SqlLayout.KeysOf(entity).Concat(FactsOf(population, entity).Select(SqlLayout.ColumnOf));
        return $"COPY {SqlLayout.TableOf(entity)} ({string.Join(", ", columns)}) FROM STDIN";
    }

    /// <summary>Writes the rows of a table, one line each.</summary>
    public static void Write(Population population, EntityKind entity, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(writer);
        var facts = FactsOf(population, entity);
        foreach (var table in PopulationTables.All.Where(table => table.Entity() == entity))
        {
            var columns = facts.Select(fact => population.Column(table, fact)).ToArray();
            for (var family = 0; family < population.Count; family++)
            {
                var (first, end) = table.IsCollection() ? (population.Ranges(table).Offsets[family], population.Ranges(table).Offsets[family + 1]) : (family, family + 1);
                if (table.IsCollection() && !population.Ranges(table).IsKnown(family))
                    continue;   // the blank row of an unknown list stands for no child
                for (var row = first; row < end; row++)
                {
                    WriteKeys(population, table, family, row - first, writer);
                    foreach (var column in columns)
                        WriteValue(column, row, writer);
                    writer.Write('\n');
                }
            }
        }
    }

    private static List<FactDefinition> FactsOf(Population population, EntityKind entity) =>
        [.. population.Vocabulary.FactsOf(entity).Where(fact => PopulationTables.All.Any(table => table.Entity() == entity && population.Column(table, fact) is not null))];

    private static void WriteKeys(Population population, PopulationTable table, int family, int position, TextWriter writer)
    {
        Write(population.Ids is { } ids ? ids[family] : family, writer);
        if (table is not (PopulationTable.Family or PopulationTable.Children))
            writer.Write(table is PopulationTable.Mother or PopulationTable.MotherElders ? "\t0" : "\t1");
        switch (table)
        {
            case PopulationTable.Family:
                writer.Write(population.Children.IsKnown(family) ? "\tt" : "\tf");
                break;
            case PopulationTable.Mother:
                writer.Write(population.MotherElders.IsKnown(family) ? "\tt" : "\tf");
                break;
            case PopulationTable.Father:
                writer.Write(population.FatherElders.IsKnown(family) ? "\tt" : "\tf");
                break;
            default:
                writer.Write('\t');
                Write(position, writer);
                break;
        }
    }

    private static void WriteValue(FactColumn? column, int row, TextWriter writer)
    {
        writer.Write('\t');
        if (column is null || !column.IsKnown(row))
            writer.Write(Unknown);
        else if (column.Fact.Type.Kind == ValueKind.Bool)
            writer.Write(column[row] == 0 ? 'f' : 't');
        else if (column.Fact.Type.Kind == ValueKind.Date)
            WriteDay(DateOnly.FromDayNumber((int)column[row]), writer);
        else
            Write(column[row], writer);
    }

    private static void WriteDay(DateOnly day, TextWriter writer)
    {
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.Write(text[..length]);
    }

    private static void Write(long value, TextWriter writer)
    {
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        writer.Write(text[..length]);
    }
}
