using System.Globalization;
using Cradle.Rules.Kernels;

namespace Cradle.Cli.Benchmarks;

/// <summary>What one output adds up to, money in fen.</summary>
internal sealed record RulesTotal(string Output, Int128 Amount, bool IsMoney)
{
    /// <summary>The amount as an exact decimal: money in yuan with two decimals.</summary>
    public string Text => !IsMoney ? Amount.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(Amount < 0 ? "-" : "")}{Int128.Abs(Amount) / 100}.{(long)(Int128.Abs(Amount) % 100):00}");
}

/// <summary>What a run of the benchmark took and came to.</summary>
internal sealed class RulesReport
{
    public required long Households { get; init; }

    public required KernelVariant Variant { get; init; }

    public TimeSpan Load { get; set; }

    public TimeSpan Compilation { get; set; }

    /// <summary>How long the first calculation had to wait for its code after the households were there.</summary>
    public TimeSpan Waiting { get; set; }

    public TimeSpan Calculation { get; set; }

    /// <summary>Columns read while the rules are compiled to code, everything answered and added up.</summary>
    public TimeSpan AllIn => Load + Waiting + Calculation;

    /// <summary>Households a second on one core.</summary>
    public double OneCore { get; set; }

    public double TotalsOnly { get; set; }

    public double AllCores { get; set; }

    public double HandWritten { get; set; }

    public double BytesPerHousehold { get; set; }

    /// <summary>One household by itself, in process.</summary>
    public OneHousehold? One { get; set; }

    public long[] HandWrittenTotals { get; set; } = [];

    /// <summary>Whether the loop that is written by hand adds up to the same.</summary>
    public bool Agrees { get; set; }

    public IReadOnlyList<RulesTotal> Totals { get; set; } = [];

    /// <summary>The same inside PostgreSQL; null where no database was named.</summary>
    public SqlReport? Sql { get; set; }

    /// <summary>Whether everything that added them up came to the same totals.</summary>
    public bool AllAgree => Agrees && Sql?.Totals.SequenceEqual(Totals) != false;
}
