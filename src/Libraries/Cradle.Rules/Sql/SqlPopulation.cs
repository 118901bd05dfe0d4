using System.Data;
using System.Data.Common;
using System.Globalization;
using Cradle.Primitives;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Sql;

/// <summary>
/// A population in the tables of <see cref="SqlLayout"/>, the same that a policy's statement answers. Read in the order of the family ids, some thousand families at a time,
/// within one read-only transaction that sees one state of all tables. What the comment of <c>families</c> says, line by line, stands for the remarks of a CSV file.
/// A bad row is named by its table and, for its line, the family id.
/// </summary>
public sealed class SqlPopulation : PopulationSource
{
    private const int FamiliesAtOnce = 8192;

    private readonly DbDataSource _source;
    private readonly DivisionCatalogue? _divisions;
    private readonly BadRowLog _log;
    private readonly DateOnly _asOf;
    private readonly Lazy<string> _fingerprint;
    private bool _isReported;

    /// <summary>Opens the tables and reads what is said of them.</summary>
    /// <param name="source">The database.</param>
    /// <param name="today">The day of the facts where nobody named one.</param>
    /// <param name="divisions">The divisions on file; null takes any code.</param>
    /// <param name="log">Takes bad rows, on the first reading.</param>
    /// <exception cref="PopulationFileException">The database does not answer, has no such tables, or the comment of the table cannot be understood.</exception>
    public SqlPopulation(DbDataSource source, DateOnly today, DivisionCatalogue? divisions, BadRowLog log)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_source, _divisions, _log) = (source, divisions, log);
        var families = SqlLayout.TableOf(EntityKind.Family);
        try
        {
            using var connection = source.OpenConnection();
            Count = (long)Scalar(connection, $"SELECT count(*) FROM {families}")!;
            Header = CsvRemarks.Header(families, Remarks(Scalar(connection, $"SELECT obj_description('{families}'::regclass)") as string));
        }
        catch (DbException failure)
        {
            throw Failed(families, failure);
        }

        _asOf = Header.AsOf ?? today;
        _fingerprint = new Lazy<string>(ReadFingerprint);
    }

    /// <inheritdoc/>
    public override PopulationHeader Header { get; }

    /// <inheritdoc/>
    public override long? Count { get; }

    /// <summary>Worked out from every row of every table.</summary>
    public override string Fingerprint => _fingerprint.Value;

    /// <inheritdoc/>
    /// <exception cref="PopulationFileException">The database does not answer, or a column is missing.</exception>
    /// <exception cref="BadRowsException">A row is wrong and that stops the reading.</exception>
    public override IEnumerable<FamilyRecord> Read(Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        var log = _isReported ? new BadRowLog(OnBadRows.Skip) : _log;
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        var tables = Enum.GetValues<EntityKind>().ToDictionary(entity => entity, entity => new SqlRows(connection, transaction, vocabulary, entity, _divisions, log));
        for (var after = long.MinValue + 1; ;)   // the least of all would be read as no bigint
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = new SqlFamilies(vocabulary, _asOf, log);
            tables[EntityKind.Family].Read($"family_id > {Id(after)} ORDER BY family_id LIMIT {Id(FamiliesAtOnce)}", batch.AddFamily);
            var last = batch.IsFull(FamiliesAtOnce) ? batch.Last : long.MaxValue;
            foreach (var entity in new[] { EntityKind.Parent, EntityKind.Child, EntityKind.Elder })
                tables[entity].Read($"family_id > {Id(after)} AND family_id <= {Id(last)} ORDER BY {string.Join(", ", SqlLayout.PrimaryOf(entity))}", row => batch.Add(entity, row));
            foreach (var record in batch.Records())
                yield return record;
            if (last == long.MaxValue)
                break;
            after = last;
        }

        _isReported = true;
    }

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Remarks(string? comment) =>
        (comment ?? "").Split('\n').Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1]);

    private static object? Scalar(DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (text, 0);
        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }

    internal static PopulationFileException Failed(string table, Exception failure) =>
        new(table, 0, $"the database does not give it: {failure.Message}", "`cradle policy sql --ddl` prints the tables and columns it must hold.");

    private string ReadFingerprint()
    {
        using var connection = _source.OpenConnection();
        return string.Join(' ', Enum.GetValues<EntityKind>().Select(SqlLayout.TableOf)
            .Select(table => Scalar(connection, $"SELECT count(*) || ':' || coalesce(sum(hashtextextended(line::text, 0)::numeric), 0) FROM {table} AS line")));
    }
}

/// <summary>A row of one of the tables: its keys, and its facts; these are null where one of them is wrong.</summary>
internal readonly record struct SqlRow(long Family, int Role, bool IsListKnown, EntityFacts? Facts);

/// <summary>Reads rows of one table, and reports those with values that no fact may have.</summary>
internal sealed class SqlRows(
    DbConnection connection, DbTransaction transaction, Vocabulary vocabulary, EntityKind entity, DivisionCatalogue? divisions, BadRowLog log)
{
    private static readonly FactProblem OutOfRange = new("", "range", new Bilingual("这个值不在允许的范围里。", "The value is none that the fact may have."),
        new Bilingual("按词汇表（vocabulary.yaml）改正；不知道的留空（NULL）。", "Mend it by vocabulary.yaml; leave NULL what is not known."));

    private readonly FactDefinition[] _facts = [.. vocabulary.FactsOf(entity)];
    private readonly string _select = $"SELECT {string.Join(", ", SqlLayout.KeysOf(entity).Concat(vocabulary.FactsOf(entity).Select(SqlLayout.ColumnOf)))} FROM {SqlLayout.TableOf(entity)} WHERE ";
    private readonly Dictionary<long, FactProblem?> _places = [];

    public void Read(string which, Action<SqlRow> take)
    {
        try
        {
            using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, _select + which, 0);
            using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
            while (reader.Read())
                take(Row(reader));
        }
        catch (DbException failure)
        {
            throw SqlPopulation.Failed(SqlLayout.TableOf(entity), failure);
        }
        catch (InvalidCastException failure)
        {
            throw SqlPopulation.Failed(SqlLayout.TableOf(entity), failure);   // a column of another type
        }
    }

    private SqlRow Row(DbDataReader reader)
    {
        var family = reader.GetInt64(0);
        var role = entity is EntityKind.Parent or EntityKind.Elder ? reader.GetInt16(1) : 0;
        var isListKnown = entity switch { EntityKind.Family => reader.GetBoolean(1), EntityKind.Parent => reader.GetBoolean(2), _ => true };
        var facts = new EntityFacts(_facts.Length);
        var isGood = true;
        for (var index = 0; index < _facts.Length; index++)
        {
            var column = SqlLayout.KeysOf(entity).Count + index;
            if (reader.IsDBNull(column))
                continue;
            var value = Value(reader, column, _facts[index]);
            if (ProblemOf(_facts[index], value) is { } problem)
                isGood = Report(family, column, _facts[index], problem);
            else
                facts.Set(_facts[index].Slot, value);
        }

        return new SqlRow(family, role, isListKnown, isGood ? facts : null);
    }

    private static long Value(DbDataReader reader, int column, FactDefinition fact) => SqlLayout.TypeOf(fact) switch
    {
        "boolean" => reader.GetBoolean(column) ? 1 : 0,
        "date" => reader.GetFieldValue<DateOnly>(column).DayNumber,
        "smallint" => reader.GetInt16(column),
        "integer" => reader.GetInt32(column),
        _ => reader.GetInt64(column),
    };

    private FactProblem? ProblemOf(FactDefinition fact, long value)
    {
        if (!FactDomain.Of(fact).Contains(value))
            return OutOfRange;
        if (fact.Type.Kind != ValueKind.Division || divisions is null)
            return null;
        if (!_places.TryGetValue(value, out var problem))
            _places[value] = problem = ProblemOf(value);
        return problem;
    }

    /// <summary>What a table of a file may say of a place may be said here; but a retired code is not followed, as the statement of a policy would not follow it.</summary>
    private FactProblem? ProblemOf(long place)
    {
        var problems = new FactProblems();
        _ = new DivisionReader(divisions, problems).Read(ValueFormat.Text(place, RuleType.Division), "");
        return problems.Errors.Concat(problems.Warnings).FirstOrDefault();
    }

    private bool Report(long family, int column, FactDefinition fact, FactProblem problem)
    {
        log.Add(new BadRow(SqlLayout.TableOf(entity), family, column + 1, SqlLayout.ColumnOf(fact), problem.Reason, problem.Remedy));
        return false;
    }
}
