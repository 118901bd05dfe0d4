using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>A market read from tables, with what the reading noticed.</summary>
public sealed class MarketTables
{
    internal MarketTables(Market market, Scoring scoring, ulong[]? lots, long notListed)
    {
        Market = market;
        Scoring = scoring;
        Lots = lots;
        NotListed = notListed;
    }

    /// <summary>The market.</summary>
    public Market Market { get; }

    /// <summary>How many preferences name an institution whose priority list leaves the applicant out; they cannot be met.</summary>
    public long NotListed { get; }

    internal Scoring Scoring { get; }

    internal ulong[]? Lots { get; }
}
