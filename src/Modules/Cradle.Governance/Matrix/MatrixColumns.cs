using Cradle.Platform.Tables;

namespace Cradle.Governance.Matrix;

/// <summary>Which columns of a sheet hold what, found by its heading row.</summary>
internal sealed record MatrixColumns(int Heading, int Number, int? Part, IReadOnlyList<int> Task, int? Text, IReadOnlyList<int> Lead, IReadOnlyList<int> Units, int? Progress, int? Deadline, int? Remark)
{
    /// <summary>What stands in the column of parts where a task belongs to none; an empty cell goes on with the part above it.</summary>
    public const string NoPart = "—";

    private static readonly string[] NumberNames = ["序号", "编号"];
    private static readonly string[] TaskNames = ["主要任务", "重点任务", "工作任务", "任务", "任务内容"];
    private static readonly string[] PartNames = ["部分"];
    private static readonly string[] TextNames = ["内容", "具体内容"];
    private static readonly string[] LeadNames = ["牵头单位", "牵头部门"];
    private static readonly string[] UnitNames = ["责任单位", "责任部门", "责任分工", "配合单位", "配合部门"];
    private static readonly string[] ProgressNames = ["工作推进情况", "推进情况", "进展情况", "工作进展"];
    private static readonly string[] DeadlineNames = ["完成时限", "时限", "完成时间"];
    private static readonly string[] RemarkNames = ["备注"];

    public static MatrixColumns? Find(Table table)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            var names = Names(table, row);
            int? Column(string[] wanted) => names.FindIndex(wanted.Contains) is >= 0 and var column ? column : null;
            IReadOnlyList<int> All(string[] wanted) => [.. Enumerable.Range(0, names.Count).Where(column => wanted.Contains(names[column]))];
            if (Column(NumberNames) is { } number && All(TaskNames) is { Count: > 0 } task && All([.. LeadNames, .. UnitNames]).Count > 0)
            {
                return new MatrixColumns(row, number, Column(PartNames), task, Column(TextNames), All(LeadNames), All(UnitNames), Column(ProgressNames), Column(DeadlineNames), Column(RemarkNames));
            }
        }

        return null;
    }

    /// <summary>Whether a row repeats the heading, as on a new page.</summary>
    public bool IsHeading(Table table, int row) => NumberNames.Contains(PlainText.Key(table[row, Number]));

    // A heading over several columns is written once: a merged cell gives it again, in a CSV the next ones are empty.
    private static List<string> Names(Table table, int row)
    {
        var names = new List<string>();
        for (var column = 0; column < table.Columns; column++)
        {
            var name = PlainText.Key(table[row, column]);
            names.Add(name.Length == 0 && names.Count > 0 && TaskNames.Contains(names[^1]) ? names[^1] : name);
        }

        return names;
    }
}
