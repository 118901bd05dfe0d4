using Cradle.Platform.Tables;

namespace Cradle.Governance.Reports;

/// <summary>The annex of a report as a workbook: the same snapshot gives the same bytes.</summary>
public static class ReportAnnex
{
    public static byte[] Write(ReportSnapshot snapshot) => Workbook.Write(
        new Sheet("重点任务", ["序号", "部分", "主要任务", "牵头单位", "责任单位", "完成时限", "状态", "核销日期", "最近进展"],
            snapshot.Tasks.Select(task => (IReadOnlyList<object?>)[task.Number, task.Part, task.Title, task.Lead, task.Joint, task.Deadline, task.Standing, task.ClosedOn, task.LastReport])),
        new Sheet("指标", ["名称", "数值", "单位"],
            snapshot.Figures.Select(figure => (IReadOnlyList<object?>)[figure.Name, figure.Value, figure.Unit])));
}
