using System.Globalization;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Populations.Synthetic;

/// <summary>How a synthetic population is drawn.</summary>
/// <param name="Division">The place, as its code is written: 22, 2201, 220104; 0 for the nation.</param>
/// <param name="Families">About how many families.</param>
/// <param name="AsOf">The day of their facts.</param>
/// <param name="Seed">The same seed gives the same families.</param>
public sealed record SyntheticRequest(int Division, int Families, DateOnly AsOf, ulong Seed);

/// <summary>
/// Families that are not real, with children under eighteen as many by year of birth as the figures on file say of the place, on the scale of the sample.
/// Drawn part by part, so that any number needs little memory; the same request always gives the same families. Couples without children are not drawn.
/// </summary>
public sealed class SyntheticPopulation : PopulationSource
{
    /// <summary>What the id of every family begins with, so that nobody takes it for a real one.</summary>
    public const string IdPrefix = "SYNTHETIC-";

    private const int Ages = 18;
    private const int FamiliesAPart = 20_000;
    private const int TrialBirths = 12_000;

    private readonly SyntheticRequest _request;
    private readonly SyntheticAssumptions _assumptions;
    private readonly BirthPlan _plan;
    private readonly Weighted<int> _places;
    private readonly Dictionary<int, double> _births;
    private readonly double _ratio;
    private readonly int _parts;

    /// <summary>Prepares a population.</summary>
    /// <exception cref="ArgumentException">The division is not on file, or no family is asked for.</exception>
    public SyntheticPopulation(SyntheticRequest request, BirthSeries series, SyntheticAssumptions assumptions, DivisionCatalogue divisions)
    {
        var code = DivisionCode.Parse(request.Division == 0 ? "00" : request.Division.ToString(CultureInfo.InvariantCulture));
        if (divisions.Find(code) is null || request.Families < 1)
            throw new ArgumentException(request.Families < 1 ? "At least one family must be asked for." : $"There is no division {code} on file.", nameof(request));
        (_request, _assumptions) = (request, assumptions);
        var from = request.AsOf.AddYears(-Ages).AddDays(1);
        _plan = new BirthPlan(assumptions, from, request.AsOf);
        _births = Enumerable.Range(from.Year, request.AsOf.Year - from.Year + 1)
            .ToDictionary(year => year, year => series.Of(request.Division, year) * BirthSeries.Part(year, from, request.AsOf));
        _places = new Weighted<int>(Places(request.Division, series, divisions, request.AsOf.Year));
        var total = _births.Values.Sum();
        _parts = (request.Families + FamiliesAPart - 1) / FamiliesAPart;
        _ratio = request.Families / total / FamiliesABirth(total);
        var sample = Enumerable.Range(0, _parts).Sum(part => Births(part).Values.Sum());
        var bases = _births.Keys.GroupBy(year => series.BasisOf(request.Division, year)).Select(group => $"{group.Min()}–{group.Max()} {Word(group.Key)}");
        Header = new PopulationHeader
        {
            AsOf = request.AsOf,
            IsSynthetic = true,
            Label = new Bilingual($"合成家庭：{divisions.FullNameZh(code) ?? "全国"}，种子{request.Seed}", $"synthetic families of {divisions.FullNameEn(code) ?? "the nation"}, seed {request.Seed}"),
            Source = $"births: national statistics, data/facts ({string.Join("; ", bases)}); everything else: assumptions",
            Scale = new SampleScale((long)Math.Round(total), Math.Max(1, sample)),
        };
    }

    /// <inheritdoc/>
    public override PopulationHeader Header { get; }

    /// <inheritdoc/>
    public override string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"synthetic {_request.Division} {_request.Families} {_request.AsOf:yyyy-MM-dd} {_request.Seed} {Header.Scale}");

    /// <inheritdoc/>
    public override IEnumerable<FamilyRecord> Read(Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        var draw = new FamilyDraw(vocabulary, _assumptions, _places, _request.AsOf);
        long number = 0;
        for (var part = 0; part < _parts; part++)
        {
            var chance = new Chance(_request.Seed, (ulong)part + 1);
            foreach (var draft in _plan.Draw(Births(part), chance))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return new FamilyRecord(string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{_request.Division:00}-{++number}"), draw.Draw(draft, chance), 1);
            }
        }
    }

    /// <summary>The births of a part by year, so that the parts together come to the whole, rounded once.</summary>
    private Dictionary<int, long> Births(int part) =>
        _births.ToDictionary(pair => pair.Key, pair => Until(pair.Value, part + 1) - Until(pair.Value, part));

    private long Until(double births, int parts) => (long)Math.Round(births * _ratio * parts / _parts);

    /// <summary>How many families a birth makes, tried out.</summary>
    private double FamiliesABirth(double total)
    {
        var births = _births.ToDictionary(pair => pair.Key, pair => (long)Math.Round(pair.Value / total * TrialBirths));
        return _plan.Draw(births, new Chance(_request.Seed, 0)).Count / (double)births.Values.Sum();
    }

    private static List<(int Place, long Weight)> Places(int division, BirthSeries series, DivisionCatalogue divisions, int year)
    {
        var below = divisions.Children(DivisionCode.Parse(division == 0 ? "00" : division.ToString(CultureInfo.InvariantCulture))).Where(item => !item.Code.HasLawOfItsOwn).ToList();   // nor do the births of the nation count them
        return below.Count == 0 ? [(division, Math.Max(1, (long)Math.Round(series.Of(division, year))))]
            : [.. below.SelectMany(item => Places(DocumentReader.DivisionOf(item.Code.ToString()), series, divisions, year))];
    }

    private static string Word(BirthBasis basis) => basis switch
    {
        BirthBasis.Figure => "figures",
        BirthBasis.Share => "derived by the place's share of the nation",
        BirthBasis.Census => "derived from the census of 2020",
        _ => "equal part of the division above, an assumption",
    };
}
