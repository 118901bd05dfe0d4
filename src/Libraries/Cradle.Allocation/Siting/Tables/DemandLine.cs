namespace Cradle.Allocation.Siting.Tables;

/// <summary>A line of <c>demand.csv</c>; its demand in each period.</summary>
internal sealed record DemandLine(string Id, double X, double Y, double[] Demands);
