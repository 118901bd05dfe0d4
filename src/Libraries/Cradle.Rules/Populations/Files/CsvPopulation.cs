using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// A population in comma-separated tables: one of families with their parents, and beside it children and elders joined by family id; or one wide table
/// with <c>children[0].birthDate</c> and so on. Described in docs/populations.md. Read as a stream: memory does not grow with the rows, but for
/// 16 bytes a family, by which a repeated id is found.
/// </summary>
public sealed class CsvPopulation : PopulationSource
{
    internal const string FamiliesKey = "families";

    private readonly CsvFiles _files;
    private readonly DivisionCatalogue? _divisions;
    private readonly BadRowLog _log;
    private readonly DateOnly _asOf;
    private bool _isReported;

    /// <summary>Opens the tables and reads what stands before their headers.</summary>
    /// <param name="files">The tables.</param>
    /// <param name="today">The day of the facts where the table names none.</param>
    /// <param name="divisions">The divisions on file; null takes any well-formed code.</param>
    /// <param name="log">Takes bad rows, on the first reading.</param>
    /// <exception cref="FileNotFoundException">A table is not there.</exception>
    /// <exception cref="PopulationFileException">What stands before the header cannot be understood.</exception>
    public CsvPopulation(CsvFiles files, DateOnly today, DivisionCatalogue? divisions, BadRowLog log)
    {
        (_files, _divisions, _log) = (files, divisions, log);
        using var rows = new CsvRows(files.Families);
        Header = CsvRemarks.Header(rows);
        Count = CsvRemarks.Number(rows, FamiliesKey);
        _asOf = Header.AsOf ?? today;
    }

    /// <inheritdoc/>
    public override PopulationHeader Header { get; }

    /// <inheritdoc/>
    public override long? Count { get; }

    /// <inheritdoc/>
    public override string Fingerprint
    {
        get
        {
            var text = string.Join('\n', _files.All.Select(path => new FileInfo(path)).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="PopulationFileException">A header is wrong, a table is truncated or not in the order of the other.</exception>
    /// <exception cref="BadRowsException">A row is wrong and that stops the reading.</exception>
    public override IEnumerable<FamilyRecord> Read(Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        var log = _isReported ? new BadRowLog(OnBadRows.Skip) : _log;
        using var families = new CsvRows(_files.Families);
        using var members = new CsvMembers(_files, vocabulary, new CellReader(_divisions), log);
        var reader = new FamilyRowReader(families, CsvHeader.Read(families, CsvTable.Families, vocabulary, _files.Mapping), vocabulary, new CellReader(_divisions), _asOf, log);
        var seen = new SeenIds();
        long read = 0;
        while (families.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            read++;
            if (reader.Read(members, seen) is { } record)
                yield return record;
            else
                log.Families++;
        }

        members.Finish(seen);
        families.Finish(FamiliesKey, read);
        _isReported = true;
    }
}
