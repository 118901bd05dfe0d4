using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Tables;
using Cradle.Primitives;

namespace Cradle.Modules.Tests.Governance;

/// <summary>The annex of the Changchun plan, from the printed document, as the workbook that an office would send.</summary>
internal static class Annex
{
    public static readonly DateOnly Day = new(2026, 3, 2);

    public static UnitDirectory Units { get; } = UnitFile.Read(UnitFile.Find(Repository.PathOf("data", "units"), DivisionCode.Parse("2201"))!);

    public static MatrixReader Reader { get; } = new(Units, "长春", Day);

    /// <summary>The catalogue's reading of the annex; the test skips where the documents are not beside the repository.</summary>
    public static Table Expected() => TableFile.Read(File.ReadAllBytes(Shared("domain", "tasks_changchun.csv")), "tasks.csv").Table!;

    /// <summary>The rows of the printed table: number, section, one or two cells of task, units, deadline.</summary>
    public static byte[] Workbook()
    {
        var rows = new List<object?[]>();
        var merged = new List<MergedCells> { new(0, 1, 0, 3) };
        var section = 0;
        foreach (var line in File.ReadLines(Shared("sources", "changchun-draft-plan.txt")).SkipWhile(line => line != "附件：重点任务分工表").Where(line => line.Contains('\t')))
        {
            var cells = line.Split('\t');
            if (cells[0] == "序号")
            {
                // every page repeats the heading, and the section where it goes on
                if (rows.Count > 0)
                {
                    rows.Add(["序号", "主要任务", "", "", "责任单位", "工作推进情况", "完成时限", "备注"]);
                }

                continue;
            }

            var deadline = Array.FindLastIndex(cells, cell => cell.Length > 0);
            var task = cells[2..(deadline - 2)];
            var row = rows.Count + 1;
            if (cells[1].Length > 0)
            {
                section = row;
            }

            if (section < row)
            {
                merged.RemoveAll(cells => cells.FirstRow == section && cells.FirstColumn == 1 && cells.LastColumn == 1);
                merged.Add(new(section, 1, row, 1));
            }

            if (task.Length == 1)
            {
                merged.Add(new(row, 2, row, 3));
            }

            rows.Add([cells[0], cells[1], task[0], task.Length > 1 ? task[1] : "", cells[deadline - 2], cells[deadline - 1], cells[deadline], ""]);
        }

        return Platform.Tables.Workbook.Write(
            new Sheet("重点任务分工表", ["序号", "主要任务", "", "", "责任单位", "工作推进情况", "完成时限", "备注"], rows) { Merged = merged });
    }

    private static string Shared(params string[] parts)
    {
        var path = Path.Combine([Repository.Root, "..", "shared", .. parts]);
        var beside = Path.Combine([Repository.Root, "..", "..", "shared", .. parts]);
        path = File.Exists(path) ? path : beside;
        Assert.SkipUnless(File.Exists(path), $"The documents are not beside the repository: no {path}.");
        return path;
    }
}
