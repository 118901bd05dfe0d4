using System.Diagnostics;
using System.Globalization;
using Cradle.Benchmarks;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Populations;

namespace Cradle.Cli.Bench;

/// <summary>What <c>cradle bench rules</c> measured, slice by slice, and how it is said.</summary>
internal sealed class RulesMeasurement(CompiledPolicy policy, long households)
{
    private readonly Totals _totals = new(OutcomeKey.AllOf(policy));
    private readonly long[] _byHand = new long[HandWrittenRules.Names.Length];
    private Times _times = new();

    private double Calculation => households / _times.OneCore.TotalSeconds;

    private double ByHand => households / _times.ByHand.TotalSeconds;

    public void Add(Times times)
    {
        _times = _times.Plus(times);
        if (times.Totals is { } totals)
            _totals.Add(totals);
        foreach (var (output, sum) in (times.ByHandTotals ?? []).Index())
            _byHand[output] += sum;
    }

    public object ToJson() => new
    {
        Households = households,
        Load = new { Seconds = _times.Load.TotalSeconds },
        Calculation = new
        {
            Seconds = _times.OneCore.TotalSeconds,
            HouseholdsPerSecondPerCore = Math.Round(Calculation),
            AllCoresSeconds = _times.AllCores.TotalSeconds,
            KeepingAnswersSeconds = _times.Kept.TotalSeconds,
        },
        AllIn = new { Seconds = _times.AllIn.TotalSeconds },
        HandWritten = new { HouseholdsPerSecondPerCore = Math.Round(ByHand), SameTotals = HandWrittenAgrees },
        PeakBytes = PeakBytes,
        Totals = HandWrittenRules.Names.ToDictionary(name => name, Total),
    };

    public void Print()
    {
        Say($"{households} households, {_totals.Keys.Count} outputs");
        Say($"load          {_times.Load.TotalSeconds,9:0.000} s");
        Say($"calculation   {_times.OneCore.TotalSeconds,9:0.000} s on one core   {Calculation / 1e6,7:0.0} M households/s   {Calculation / ByHand:0.00} of by hand");
        Say($"              {_times.AllCores.TotalSeconds,9:0.000} s on {Environment.ProcessorCount} cores    {households / _times.AllCores.TotalSeconds / 1e6,7:0.0} M households/s");
        Say($"  with answers kept  {_times.Kept.TotalSeconds,2:0.000} s on {Environment.ProcessorCount} cores    {households / _times.Kept.TotalSeconds / 1e6,7:0.0} M households/s");
        Say($"by hand       {_times.ByHand.TotalSeconds,9:0.000} s on one core   {ByHand / 1e6,7:0.0} M households/s   totals {(HandWrittenAgrees ? "the same" : "DIFFER")}");
        Say($"all in        {_times.AllIn.TotalSeconds,9:0.000} s               {households / _times.AllIn.TotalSeconds / 1e6,7:0.0} M households/s");
        Say($"memory        {PeakBytes / 1e6,9:0} MB at the most");
        foreach (var name in HandWrittenRules.Names)
            Say($"  {name,-24}{Total(name),22}");
    }

    private static long PeakBytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    private bool HandWrittenAgrees => HandWrittenRules.Names.Index().All(output => SumOf(output.Item) == _byHand[output.Index]);

    private string Total(string name)
    {
        var sum = SumOf(name);
        return Key(name).Quantity.Header.ValueType?.Kind == ValueKind.Money
            ? string.Create(CultureInfo.InvariantCulture, $"{sum / 100}.{sum % 100:00}")
            : sum.ToString(CultureInfo.InvariantCulture);
    }

    private Int128 SumOf(string name)
    {
        var tally = _totals.Of(Key(name));
        return Key(name).Quantity.Header.ValueType is null ? tally.Count(OutcomeStatus.Entitled) : tally.Sum(OutcomeStatus.Entitled);
    }

    private OutcomeKey Key(string name) => _totals.Keys.Single(key => key.Quantity.Header.Id == name.Replace('_', '-'));

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
