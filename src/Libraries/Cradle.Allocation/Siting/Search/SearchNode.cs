using Cradle.Allocation.Siting.Bounds;

namespace Cradle.Allocation.Siting.Search;

/// <summary>A branch still to be looked at, with the bound and the prices of the branch it came from.</summary>
internal sealed record SearchNode(Decisions Decisions, double Bound, double[] Prices, double[] RowPrices);
