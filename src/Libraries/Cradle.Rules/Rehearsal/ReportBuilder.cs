using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>Turns totals into a report: sums scaled to the whole place, each figure rounded once.</summary>
public sealed class ReportBuilder
{
    private const int MostPlaces = 31;

    private readonly RehearsalRun _run;
    private readonly RehearsalTotals _totals;
    private readonly SampleScale _scale;
    private readonly ILookup<(int Year, int Quantity, Split Split), KeyValuePair<TallyKey, AnnualTally>> _tallies;
    private readonly HashSet<int> _cash;

    /// <summary>Prepares the report of a run.</summary>
    public ReportBuilder(RehearsalRun run, RehearsalTotals totals)
    {
        (_run, _totals, _scale) = (run, totals, run.Population.Scale);
        _tallies = totals.Tallies.ToLookup(pair => (pair.Key.Year, pair.Key.Quantity, pair.Key.Split));
        _cash = [.. run.Quantities.Where(quantity => quantity.IsCash).Select(quantity => quantity.Index)];
    }

    /// <summary>The report; cases and findings are added by who has them.</summary>
    public RehearsalReport Build() => new()
    {
        Reform = _run.Reform,
        Population = _run.Population,
        Sample = _totals.Families,
        Families = _scale.Apply(_totals.Weight),
        Years = [.. Enumerable.Range(0, _run.Calendar.Years).Select(Year)],
        NewConflicts = _totals.NewConflicts,
        Assumptions = Assumptions.Of(_run),
        Rules = _run.Now.Rules.Values.Concat(_run.After.Rules.Values).DistinctBy(rule => rule.Index).ToDictionary(rule => (long)rule.Index),
    };

    private YearReport Year(int year) => new()
    {
        Number = year + 1,
        From = _run.Calendar.From(year),
        Until = _run.Calendar.Until(year),
        Births = _scale.Apply(_totals.Births[year]),
        Cost = Line(0, Cash(year, Split.Quantity)),
        Divisions = Places(Cash(year, Split.Division)),
        BirthOrders = Lines(Cash(year, Split.BirthOrder), key => key),
        Quantities = [.. _run.Quantities.Where(quantity => _tallies.Contains((year, quantity.Index, Split.Quantity))).Select(quantity => Quantity(year, quantity))],
        Families = [.. _totals.Changes.Where(pair => pair.Key.Year == year).OrderBy(pair => pair.Key.Measure).Select(pair => Families(pair.Key, pair.Value))],
        Transitions = [.. _totals.Transitions.Where(pair => pair.Key.Year == year).OrderBy(pair => pair.Key.Quantity).ThenBy(pair => pair.Key.Now).ThenBy(pair => pair.Key.After)
            .Select(pair => new TransitionReport(Header(pair.Key.Quantity), pair.Key.Now, pair.Key.After, _scale.Apply(pair.Value)))],
    };

    private QuantityReport Quantity(int year, MeasuredQuantity quantity) => new()
    {
        Quantity = quantity,
        Whole = Line(0, _tallies[(year, quantity.Index, Split.Quantity)]),
        Rules = Lines(_tallies[(year, quantity.Index, Split.Rule)], key => key),
        Divisions = Places(_tallies[(year, quantity.Index, Split.Division)]),
        BirthOrders = Lines(_tallies[(year, quantity.Index, Split.BirthOrder)], key => key),
    };

    private IEnumerable<KeyValuePair<TallyKey, AnnualTally>> Cash(int year, Split split) => _cash.SelectMany(quantity => _tallies[(year, quantity, split)]);

    /// <summary>By county where there are few, else by city, else by province.</summary>
    private List<RehearsalLine> Places(IEnumerable<KeyValuePair<TallyKey, AnnualTally>> tallies)
    {
        var all = tallies.ToList();
        var digits = new[] { 1_000_000L, 10_000, 100 }.FirstOrDefault(most => all.Select(pair => Above(pair.Key.Key, most)).Distinct().Count() <= MostPlaces, 100);
        return Lines(all, key => Above(key, digits));

        static long Above(long code, long most)
        {
            while (code >= most)
                code /= 100;
            return code;
        }
    }

    private List<RehearsalLine> Lines(IEnumerable<KeyValuePair<TallyKey, AnnualTally>> tallies, Func<long, long> keyOf) =>
        [.. tallies.GroupBy(pair => keyOf(pair.Key.Key)).OrderBy(group => group.Key).Select(group => Line(group.Key, group))];

    private RehearsalLine Line(long key, IEnumerable<KeyValuePair<TallyKey, AnnualTally>> tallies)
    {
        var (now, after) = (new AnnualTally(), new AnnualTally());
        foreach (var (tallyKey, tally) in tallies)
            (tallyKey.Side == Side.Now ? now : after).Add(tally);
        return new RehearsalLine(key, Figures(now), Figures(after));
    }

    private RehearsalFigures Figures(AnnualTally tally) => new(
        Amount(tally.Due), Amount(tally.Offered), Amount(tally.UnknownLow), Amount(tally.UnknownHigh),
        _scale.Apply(tally.Recipients), _scale.Apply(tally.Unknown), _scale.Apply(tally.Unbounded), _scale.Apply(tally.Conflicts));

    private FamilyReport Families(MeasureKey key, FamilyChanges changes)
    {
        var distribution = changes.Distribution;
        var isExact = distribution.Width == 1;
        return new FamilyReport(
            key.Measure == MeasureKey.Money ? null : Header(key.Measure),
            _scale.Apply(distribution.Count(1)), _scale.Apply(distribution.Count(-1)), _scale.Apply(changes.Stay), _scale.Apply(changes.Undecided),
            Unscaled(distribution.Median(1)), Unscaled(distribution.Median(-1)), isExact ? 0 : distribution.Width / Annualisation.Twelfths + 1,
            [.. ChangeBins.Of(distribution, key.Measure == MeasureKey.Money || Header(key.Measure).ValueType?.Kind == Binding.ValueKind.Money ? 100 : 1)
                .Select(bin => bin with { Families = _scale.Apply(bin.Families) })]);
    }

    private QuantityHeader Header(int quantity) => _run.After.Quantities[quantity].Header;

    private long Amount(Int128 twelfths) => _scale.Apply(twelfths, Annualisation.Twelfths);

    private static long? Unscaled(long? twelfths) => twelfths is { } known ? SampleScale.One.Apply(known, Annualisation.Twelfths) : null;
}
