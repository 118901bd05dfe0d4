using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>Reads the cells of rows of one table; what is wrong goes to the log with line and column.</summary>
internal sealed class RowReader(CsvRows rows, IReadOnlyList<CsvColumn> columns, CellReader cells, BadRowLog log)
{
    private readonly int _id = columns.Index().First(item => item.Item.Role == ColumnRole.FamilyId).Index;

    public CsvRows Rows => rows;

    public IReadOnlyList<CsvColumn> Columns => columns;

    /// <summary>The id of the family of the current row; empty where there is none.</summary>
    public ReadOnlySpan<char> Id => _id < rows.Count ? rows[_id].Trim() : default;

    /// <summary>A cell without spaces around; empty is unknown.</summary>
    public ReadOnlySpan<char> Cell(int column) => rows[column].Trim();

    /// <summary>Whether the row has the width of the header and an id; reported where not.</summary>
    public bool IsWhole()
    {
        if (rows.Count != columns.Count)
            Report(0, "", $"这一行有{rows.Count}列，表头有{columns.Count}列。", $"The row has {rows.Count} columns, the header {columns.Count}.",
                "补全这一行；内容里有逗号的要加引号；文件末尾的半行说明文件没有传完。", "Complete the row; quote what holds a comma; half a row at the end means that the file is cut off.");
        else if (Id.IsEmpty)
            Report(_id, columns[_id].Name, "没有家庭编号。", "There is no family id.", "写上这一行所属家庭的编号。", "Give the id of the family of the row.");
        else
            return true;
        return false;
    }

    /// <summary>Reads the value of a column; null where the cell is empty or wrong (then <paramref name="isGood"/> becomes false).</summary>
    public long? Value(int index, FactDefinition fact, ref bool isGood)
    {
        var cell = Cell(index);
        if (cell.IsEmpty)
            return null;
        var column = columns[index];
        if (column.Words is { } words && words.TryGetValue(cell.ToString(), out var word))
            cell = word;
        if (cell.IsEmpty)
            return null;
        if (cell.ContainsAny(TextFile.Replacement, '\0'))
        {
            Report(index, column.Name, "有不能识别的字符，编码不对。", "A character cannot be read: the encoding is another.", "把文件存成UTF-8，或全部用GBK。", "Save the file as UTF-8, or all of it as GBK.");
            isGood = false;
            return null;
        }

        var value = cells.Read(cell, fact, column.Name, out var problem);
        if (problem is null)
            return value;
        Report(index, column.Name, problem);
        isGood = false;
        return null;
    }

    public void Report(int column, string field, FactProblem problem) => log.Add(new BadRow(rows.Name, rows.Line, field.Length > 0 ? column + 1 : 0, field, problem.Reason, problem.Remedy));

    public void Report(int column, string field, string zh, string en, string remedyZh, string remedyEn) =>
        log.Add(new BadRow(rows.Name, rows.Line, field.Length > 0 ? column + 1 : 0, field, new Bilingual(zh, en), new Bilingual(remedyZh, remedyEn)));
}
