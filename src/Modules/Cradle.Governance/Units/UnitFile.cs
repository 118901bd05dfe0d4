using System.Globalization;
using Cradle.Platform.Tables;
using Cradle.Primitives;

namespace Cradle.Governance.Units;

/// <summary>Reads the directories of units in <c>data/units</c>: one file a division, described in its README.</summary>
public static class UnitFile
{
    private static readonly Dictionary<string, UnitKind> Kinds = new(StringComparer.Ordinal)
    {
        ["department"] = UnitKind.Department, ["party"] = UnitKind.Party, ["mass-organisation"] = UnitKind.MassOrganisation, ["central"] = UnitKind.Central, ["group"] = UnitKind.Group,
    };

    /// <summary>The file of a division in a folder, or null.</summary>
    public static string? Find(string folder, DivisionCode division) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"{division}-*.csv").Order(StringComparer.Ordinal).FirstOrDefault() : null;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no directory; the message names the line and the remedy.</exception>
    public static UnitDirectory Read(string path)
    {
        var (table, error) = TableFile.Read(File.ReadAllBytes(path), path);
        if (table is null)
        {
            throw new InvalidDataException($"{path}: {error!.Problem}. {error.Remedy}.");
        }

        var header = Enumerable.Range(0, table.Rows).FirstOrDefault(row => table[row, 0] == "name", -1);
        if (header < 0)
        {
            throw new InvalidDataException($"{path}: no heading row; the first column is called name, see data/units/README.md.");
        }

        var columns = Enumerable.Range(0, table.Columns).ToDictionary(column => table[header, column], StringComparer.Ordinal);
        string Cell(int row, string name) => columns.TryGetValue(name, out var column) ? table[row, column] : "";
        try
        {
            return new UnitDirectory(Enumerable.Range(header + 1, table.Rows - header - 1).Where(row => !table.IsBlank(row)).Select(row => new UnitEntry(
                Cell(row, "name"),
                Kinds.TryGetValue(Cell(row, "kind"), out var kind) ? kind : throw new InvalidDataException($"{path}: row {row + 1}: '{Cell(row, "kind")}' is no kind of unit; one of {string.Join(", ", Kinds.Keys)}."),
                Cell(row, "aliases").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Cell(row, "until") is { Length: > 0 } until ? DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Cell(row, "successor") is { Length: > 0 } successor ? successor : null)));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new InvalidDataException($"{path}: {wrong.Message}", wrong);
        }
    }
}
